"""Figures and days as people write them; what may be read in two ways is never guessed."""

from datetime import date, timedelta

import pytest

from data.intake.dates import month_first, read_date
from data.intake.numbers import is_hidden, is_not_applicable, number, pointed, whole_number

WHOLE = {
    "12": 12, "0": 0, "007": 7, "1,234": 1234, "1 234": 1234, "1\u00a0234": 1234,
    "1\u2009234,567": 1234567, "12.0": 12, "12.00": 12, "1,234.00": 1234, "£1,234": 1234, "+3": 3,
    "-3": -3, "−3": -3, "–3": -3, "'5": 5, " 5 ": 5, "\u200b5\ufeff": 5, "999999999": 999_999_999,
}  # fmt: skip
NO_NUMBER = (
    "12.5", "1.234", "1,23", "12,34", "1,2345", ",123", "1 2", "12 34", "1e3", "0x10", "１２", "٣",
    "1/2", "5%", "twelve", "", " ", "1234567890", "1,234,567,890", "--3", "+-3", "3-", "(3)", "3 people",
    "1.000", "12.000", "∞", "nan", "1_000", "true",
)  # fmt: skip
HIDDEN = (
    "<5", "< 5", "<=4", "≤4", "*", "**", "[c]", "[x]", "[low]", "c", "C", "x", "s", "..", "...", "…",
    "n/a", "N/A", "na", "-", "–", "—", "--", ":", "suppressed", "Suppressed", "redacted", "1-4",
    "1 to 4", "1–4", "fewer than 5", "less than 10", "under 5", "5 or fewer", "not applicable",
)  # fmt: skip


@pytest.mark.parametrize(("text", "value"), WHOLE.items())
def test_a_whole_number_is_read(text: str, value: int) -> None:
    assert whole_number(text) == value and not is_hidden(text)


@pytest.mark.parametrize("text", [*NO_NUMBER, *HIDDEN])
def test_what_is_no_whole_number_is_not_read_as_one(text: str) -> None:
    assert whole_number(text) is None


@pytest.mark.parametrize("text", HIDDEN)
def test_what_hides_a_count_is_known(text: str) -> None:
    assert is_hidden(text)


@pytest.mark.parametrize("text", [*WHOLE, "12.5", "one", "5%", "-3", "1.234", "5 people", "maybe"])
def test_what_hides_nothing_is_not(text: str) -> None:
    assert not is_hidden(text)


def test_every_whole_number_is_read_back_in_every_form() -> None:
    for value in (*range(0, 12_000, 7), 123_456_789):
        for text in (f"{value}", f"{value:,}", f"{value:_}".replace("_", " "), f"{value}.0", f"£{value:,}"):
            assert whole_number(text) == value
        assert whole_number(f"{value}.5") is None and number(f"{value:,}.5") == value + 0.5


def test_a_point_before_three_figures_is_two_things() -> None:
    assert pointed("1.234") and pointed("1.234.567") and not pointed("12.5") and not pointed("1,234")


def test_not_applicable_is_known() -> None:
    assert all(map(is_not_applicable, ("n/a", "N/A", "NA", " n / a", "Not applicable", "n.a.")))
    assert not any(map(is_not_applicable, ("", "-", "no", "none", "nap")))


APRIL = (
    "2026-04-30", "2026/04/30", "30/04/2026", "30/4/2026", "30-04-2026", "30.04.2026", "30–04–2026",
    "30 Apr 2026", "30 April 2026", "30-Apr-26", "30-Apr-2026", "30Apr2026", "30th April 2026",
    "30 APRIL 2026", "30 Apr. 2026", "30 April, 2026", "2026-04-30 00:00:00", "2026-04-30T00:00:00",
    "30/04/2026 00:00", "30/04/2026 10:15:00", " 30/04/2026\u00a0", "30  April  2026",
)  # fmt: skip
NO_DAY = (
    "", "2026", "April 2026", "31/02/2026", "2026-02-30", "04/30/2026", "30/04", "30/04/1", "soon",
    "30-04/2026", "30 Avril 2026", "Apr 30 2026", "20260430", "1/1/69", "24/05/01", "0", "29999",
    "60000", "30/04/20260", "٣٠/٠٤/٢٠٢٦", "Q1 2026", "2026-13-01", "00/01/2026", "30 Ma 2026",
)  # fmt: skip


@pytest.mark.parametrize("text", APRIL)
def test_a_day_is_read(text: str) -> None:
    assert read_date(text) == (date(2026, 4, 30), None)


@pytest.mark.parametrize("text", NO_DAY)
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    assert read_date(text)[0] is None


def test_an_unlikely_day_is_asked_about() -> None:
    assert read_date("46142") == (date(2026, 4, 30), "serial") == read_date("46142.0")
    assert read_date("30/4/26") == (date(2026, 4, 30), "short_year")


def test_every_day_is_the_same_in_every_form() -> None:
    for day in (date(2019, 12, 28) + timedelta(each) for each in range(0, 3000, 3)):
        for form in ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d-%b-%y", "%d.%m.%Y"):
            assert read_date(day.strftime(form))[0] == day
        assert read_date(str((day - date(1899, 12, 30)).days))[0] == day


def test_one_day_with_its_month_first_is_found() -> None:
    assert month_first(["03/04/2026", "", "04/30/2026", "05/31/2026"]) == "04/30/2026"
    assert month_first(["4-13-26"]) == "4-13-26"
    assert month_first(["03/04/2026", "30/04/2026", "2026-04-30", "13/13/2026", "x"]) is None
