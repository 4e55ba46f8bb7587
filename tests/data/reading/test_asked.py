"""What a sender is only asked about stops nothing, and hides nothing that must be put right."""

from collections.abc import Iterator

import pytest

from data.database import Database
from data.intake import Delivery, Offer, take_in
from tests.data.reading.clean import PEOPLE, PROJECTS, changed
from tests.data.reading.trying import Trial, Tried, trial
from tests.data.reading.written import as_text
from tests.data.sending import NOW, contents

SERIAL = {"2024-05-01": "45413", "2024-04-30": "45412"}


@pytest.fixture(scope="module")
def trying(unchanged: Database) -> Iterator[Trial]:
    """Where files are tried."""
    with trial(unchanged) as under_way:
        yield under_way


def kinds(tried: Tried) -> list[tuple[str, str]]:
    """The severity and kind of each problem."""
    return [(problem.severity, problem.kind) for problem in tried.problems]


def test_a_serial_number_is_asked_about_by_its_day(trying: Trial) -> None:
    content = as_text(changed("projects", 1, "start_date", SERIAL["2024-05-01"]))
    tried = trying.of("projects.csv", content)
    assert kinds(tried) == [("please_check", "serial")]
    assert tried.problems[0].message.startswith("was read as 1 May 2024: it is a spreadsheet's number")
    assert tried.rows[0]["start_date"] == "2024-05-01"


def test_a_day_that_is_asked_about_is_still_checked(trying: Trial) -> None:
    content = as_text(changed("projects", 1, "end_date", SERIAL["2024-04-30"]))
    tried = trying.of("projects.csv", content)
    (stops,) = tried.must_fix
    assert stops.column == "end_date" and "is before the start date" in stops.message


@pytest.mark.parametrize("more", [b",", b",,"])
def test_a_row_that_is_asked_about_leaves_the_totals_checked(trying: Trial, more: bytes) -> None:
    lines = as_text(changed("participation", 1, "count", "699")).splitlines()
    lines[3] += more
    tried = trying.of("participation.csv", b"\n".join(lines))
    assert ("please_check", "uneven") in kinds(tried)
    assert [each.column for each in tried.must_fix] == ["count"]


def test_rows_beside_a_month_first_are_never_sent_alone(
    unchanged: Database, council_key: object
) -> None:
    content = as_text(changed("projects", 2, "start_date", "12/31/2024"))
    before = contents(unchanged)
    offer = Offer("projects.csv", content, good_rows=True)
    outcome = take_in(unchanged, [(Delivery(NOW, "a test", "Head"), [offer])])
    assert outcome.status == "rejected" and contents(unchanged) == before
    assert [problem.kind for problem in outcome.problems] == ["us_dates"]


def test_a_row_too_short_is_one_problem_and_not_its_blanks(trying: Trial) -> None:
    lines = as_text(PEOPLE).splitlines()
    lines[2] = b"ACH,2026-27 H1,people"
    tried = trying.of("participation.csv", b"\n".join(lines))
    assert [(each.line, each.kind, each.column) for each in tried.must_fix] == [(3, "ragged", None)]
    assert "has 3 cells where the header has 6. Give the row" in tried.must_fix[0].message


def test_a_file_in_old_letters_says_so(trying: Trial) -> None:
    tried = trying.of("projects.csv", as_text(PROJECTS).decode().encode("cp1252"))
    assert not tried.problems and "Windows-1252" in tried.notes[0]
