"""Columns for information only are those of our templates; what is personal is so behind any words."""

import pytest

from data.intake.headings import FOR_INFORMATION, is_for_information, is_personal
from data.intake.template.columns import INFORMATION
from data.reading.words import plain


def test_the_headings_for_information_are_those_a_template_writes() -> None:
    assert {plain(heading) for heading in INFORMATION} == FOR_INFORMATION


@pytest.mark.parametrize("heading", [*INFORMATION, "What to put right", "What to put right The file is x"])
def test_what_a_template_or_a_file_given_back_adds_is_for_information(heading: str) -> None:
    assert is_for_information(heading) and not is_personal(heading)


@pytest.mark.parametrize("heading", ["For information: participant names", "For information: e-mail",
                                     "Last time: first name", "for_information_names"])  # fmt: skip
def test_what_is_personal_is_never_for_information(heading: str) -> None:
    assert is_personal(heading) and not is_for_information(heading)


@pytest.mark.parametrize("heading", ["For information: shoe size", "Last time", "What to put rightly"])
def test_other_columns_are_not_for_information(heading: str) -> None:
    assert not is_for_information(heading) and not is_personal(heading)
