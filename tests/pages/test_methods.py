"""How the figures are made: every question, column and list is there, and so is every reason."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.start import open_ready
from pages.parts.sentences import day
from queries import choices, questions
from tests.example import example_database
from tests.pages.drawing import drawn, lent, said
from tests.pages.made_up import NASTY
from tests.pages.test_sentences import shown


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


def body() -> None:
    """The page."""
    from pages.about.methods import methods

    methods()


@pytest.fixture(scope="module")
def whole(example: Path) -> AppTest:
    """The page, drawn once for the tests that only read it."""
    return drawn(body)


@pytest.fixture(scope="module")
def words(whole: AppTest) -> str:
    """All that the page says, without its marks of weight."""
    return said(whole).replace("**", "")


def test_every_question_and_every_column_is_there(whole: AppTest) -> None:
    measures = {shown(each.label): shown(each.markdown[0].value).replace("**", "") for each in whole.expander}
    for question in questions().values():
        said_of_it = measures[question.text]
        assert f"Source: {question.source}." in said_of_it and question.address in said_of_it
        assert question.grain[1:] in said_of_it
        for one in question.parameters:
            assert f"- {one.name}: {one.meaning} ({one.choices})" in said_of_it
        for column in question.columns:
            unit = f" [{column.unit}]" if column.unit else ""
            assert f"- {column.name}: {column.meaning}{unit} · *" in said_of_it
            assert not column.origin or f"worked out from {column.origin}*" in said_of_it
    assert f"one of {len(questions())} written questions" in shown(whole.header[0].value)


def test_each_kind_of_figure_is_said_in_words(whole: AppTest) -> None:
    kinds = {kind for each in whole.expander for kind in re.findall(r"· \*(.+?)\*", shown(each.markdown[0].value))}
    assert {"words", "people, rounded to 5", "counted exactly", "already public"} <= kinds


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("ladder", ("label", "meaning", "band_label")),
        ("stages", ("label", "meaning", "commissioning")),
        ("levels", ("label", "meaning")),
        ("periods", ("label", "due")),
        ("directorates", ("label",)),
        ("characteristics", ("label", "note")),
        ("categories", ("label", "pooled")),
        ("conditions", ("piece", "question", "source")),
        ("population", ("area", "table", "date", "licence")),
    ],
)
def test_every_row_of_the_lists_is_there(words: str, name: str, parts: tuple[str, ...]) -> None:
    for row in choices(name):
        for part in parts:
            value = row[part]
            assert not value or (day(value) if hasattr(value, "year") else str(value)) in words, (part, value)


@pytest.mark.parametrize(
    "needed",
    [
        "Think Local Act Personal’s. Ours are step 0, the four bands",
        "A project belongs to a half-year if it was under way in it",
        "n p (1 − p) + 4 D ((1 − p)² + (K − 1) p²)", "three quarters of a person", "Holm’s correction", "Wilson’s",
        "fewer than 30 answered, or under 60% of people answered, or fewer than 5 would be expected",
        "30, 100, 200, 300 and 1,000", "over 7.5%", "85% of samples: with 200", "250 where", "300 from a council of 7",
        "44% of the time", "0 for 97%", "0.95 for", "Simpson’s and Shannon’s", "up to 58%",
        "becomes a multiple of 5", "2 × √ of the number of counts added", "“fewer than 5”", "fingerprint", "slice", "In force",
        "60 of 60", "3 of 60", "14 of 60", "0 of 60", "0 of 25", "fewer than 20 answered", "gender identity",
        "Contains public sector information licensed under the Open Government Licence v3.0.",
        "Example Borough’s figures are made up; they are compared with Wirral’s Census figures, used as an example.",
        "Social Care Institute for Excellence", "Wirral: the council plan", "Bracknell Forest:", "(PACC), at the launch",
        "My Way:", "Worcestershire:", "It is described here and never rated.",
    ],
)  # fmt: skip
def test_what_was_done_and_why_is_there(words: str, needed: str) -> None:
    assert needed in words


def test_each_council_speaks_for_itself_only(words: str) -> None:
    credits = words.split("Worcestershire: forums")[0].split("The ladder of co-production: ")[1]
    for council, theirs in (("Bracknell Forest", "People directorate"), ("Wirral", "six themes"), ("My Way", "four stages")):
        (line,) = [line for line in credits.splitlines() if theirs in line]
        assert line.startswith(f"- {council}")


def test_every_section_can_be_reached_from_the_top(whole: AppTest) -> None:
    anchors = [each.anchor for each in whole.subheader]
    (contents,) = [each.value for each in whole.markdown if "](#" in each.value]
    assert re.findall(r"\]\(#(\w+)\)", contents) == anchors and len(set(anchors)) == len(anchors)


def test_the_area_compared_with_is_the_one_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPRODUCTION_AREA", "Shropshire")
    assert "compared with Shropshire’s Census figures" in said(drawn(body))


def test_hostile_words_in_a_list_are_shown_as_they_are(tmp_path: Path) -> None:
    own = Path(shutil.copy(example_database(), tmp_path / "own.duckdb"))
    database = open_ready(own)
    changes = (("directorates", "label"), ("ladder", "meaning"), ("stages", "meaning"), ("characteristics", "note"), ("categories", "label"))
    with database.writing() as writer:
        for place, (name, part) in enumerate(changes):
            writer.cursor.execute(f"update reference.{name} set {part} = ? where \"order\" = 1", [f"{place} {NASTY}"])
    database.close()
    for _ in lent(own):
        at = drawn(body)
        assert all(f"{place} {NASTY}" in said(at) for place in range(len(changes)))
        assert not re.search(r"(?<!\\)\[link\]|(?<!\\)<b>|(?<!\\)!\[", " ".join(each.value for each in at.markdown))
