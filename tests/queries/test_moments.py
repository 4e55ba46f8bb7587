"""Moments: which can be shown, and that questions are asked for the one chosen, unless they name another."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from data.intake import Delivery
from queries import WrongUse, as_it_stood, ask, days_held, moments, preview, questions
from queries.moments import end_of, which_moment
from queries.owned import ABOUT_UPLOADS

DAY, PERIOD = date(2025, 5, 14), "2024-25 H2"
HEADLINE = "overview/headline"


@pytest.fixture(autouse=True)
def chosen(example: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The example; what is chosen in a test is chosen there alone."""
    monkeypatch.setattr(moments, "_chosen", [])
    yield


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("14/05/2025", "“14/05/2025” is no day"),
        ("", "“” is no day"),
        ("x" * 5000, f"“{'x' * 20}” is no day"),
        ("2099-01-01", "1 January 2099 has not come yet. Choose an earlier day."),
        ("2024-04-21", "Nothing had been sent by 21 April 2024: the first return came in on 22 April 2024."),
        ("0001-01-01", "Nothing had been sent by 1 January"),
    ],
)
def test_a_day_that_cannot_be_shown_is_refused_in_a_sentence(said: str, why: str) -> None:
    with pytest.raises(WrongUse) as refused:
        as_it_stood(said)
    assert str(refused.value).startswith(why) and str(refused.value).endswith(".")


@pytest.mark.parametrize("said", ["0", "-1", "99999", "3 or 1=1", "٣", "9" * 40, "", "1", "2"])
def test_an_upload_that_cannot_be_shown_before_is_refused(said: str) -> None:
    with pytest.raises(WrongUse, match="There is no upload|Nothing had been sent before upload [12]"):
        as_it_stood(before=said)


def test_the_day_of_the_first_return_can_be_shown_and_the_newest_is_now() -> None:
    days = days_held()
    assert days is not None and days[0] == date(2024, 4, 22)
    first = as_it_stood(str(days[0]))
    assert first is not None and first.at == end_of(days[0])
    assert as_it_stood(str(days[1])) is None and as_it_stood() is None


def test_every_question_about_figures_is_asked_for_the_moment_chosen() -> None:
    which_moment(lambda: end_of(DAY))
    for address, question in questions().items():
        assert "as_at" in [each.name for each in question.parameters], f"{address} cannot be shown as it stood"
    told = ask(HEADLINE, period=PERIOD)
    assert told.note.as_it_stood_on == DAY and "As it stood on 14 May 2025." in told.note.lines()
    assert "As it stood on 14 May 2025." in told.csv().decode()
    assert told.rows == ask(HEADLINE, period=PERIOD, as_at=DAY).rows
    which_moment(lambda: None)
    assert ask(HEADLINE, period=PERIOD).rows != told.rows


def test_a_question_that_names_its_moment_keeps_it() -> None:
    which_moment(lambda: end_of(DAY))
    assert ask(HEADLINE, period=PERIOD, as_at=date(2025, 4, 30)).note.as_it_stood_on == date(2025, 4, 30)


def test_single_uploads_and_what_sending_would_change_are_as_they_are_now() -> None:
    now = {address: ask(address, **of(address)).rows for address in ABOUT_UPLOADS}
    which_moment(lambda: end_of(DAY))
    assert {address: ask(address, **of(address)).rows for address in ABOUT_UPLOADS} == now
    assert preview(Delivery(datetime.now()), []).changes == ()


def of(address: str) -> dict[str, str]:
    """What the question has to be asked with."""
    return {"period": PERIOD} if address == "returns/upload_items" else {}


def test_before_an_upload_leaves_out_what_came_with_it_and_says_so() -> None:
    row = ask("returns/uploads").where(received_on=DAY, return_name="maturity")[0]
    stood = as_it_stood(before=str(row["upload"]))
    assert stood is not None and (stood.upload, stood.day) == (row["upload"], DAY)
    assert stood.came_in == datetime.combine(DAY, time(12)) and stood.at == stood.came_in - timedelta(microseconds=1)
    which_moment(lambda: stood.at)
    told = ask(HEADLINE, period=PERIOD)
    assert "As it stood on 14 May 2025, just before 12:00." in told.note.lines()
    assert told.rows == ask(HEADLINE, period=PERIOD, as_at=DAY - timedelta(1)).rows
    assert told.rows != ask(HEADLINE, period=PERIOD, as_at=DAY).rows
