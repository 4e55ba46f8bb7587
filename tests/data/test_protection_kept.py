"""The same figures give the same protected numbers, whatever is done to them and by whom."""

from datetime import timedelta
from pathlib import Path

from data.database import Database
from data.intake import restore, withdraw
from data.start import open_ready
from tests.data.sending import NOW, PEOPLE, RATING, Row, counted, send

WHY = "a test of protection"
COUNTS = {"people": 23, "new_people": 4, "asked": 17, "felt_heard": 12}
RATED: list[Row] = [{**RATING, **COUNTS}]
OTHERS = [
    *counted("sex", "CFE", female=3, male=2, not_known=1),
    *counted("carer", "CFE", provides_care=1, provides_no_care=4, not_known=1),
]
Figures = list[tuple[object, ...]]


def shown(database: Database, moment: str = "9999-12-31") -> Figures:
    """Every protected figure in force at a moment."""
    return database.read(
        "select directorate || unit, period, characteristic, category, people "
        f"from participation_protected(timestamp '{moment}') union all "
        f"select project_id, period, 'maturity', field, people "
        f"from people_protected(timestamp '{moment}') order by all"
    ).rows


def test_sending_the_same_figures_again_gives_the_same_numbers(
    council: Database, tmp_path: Path
) -> None:
    send(council, tmp_path, participation=PEOPLE, maturity=RATED)
    first = shown(council)
    assert len(first) == len(PEOPLE) + len(COUNTS)
    turned = list(reversed(PEOPLE))
    assert send(council, tmp_path, participation=turned, maturity=RATED).status == "already"
    assert shown(council) == first


def test_starting_again_gives_the_same_numbers(council: Database, tmp_path: Path) -> None:
    send(council, tmp_path, participation=PEOPLE, maturity=RATED)
    first = shown(council)
    council.close()
    again = open_ready(council.path)
    assert shown(again) == first
    again.close()


def test_withdrawing_and_sending_again_gives_the_same_numbers(
    council: Database, tmp_path: Path
) -> None:
    sent = send(council, tmp_path, participation=PEOPLE, maturity=RATED)
    first = shown(council)
    for place, each in enumerate(sent.files):
        withdraw(council, each.upload or 0, WHY, NOW + timedelta(minutes=place))
    assert shown(council) == []
    later = NOW + timedelta(hours=1)
    assert send(council, tmp_path, later, participation=PEOPLE, maturity=RATED).status == "loaded"
    assert shown(council) == first
    for each in sent.files:
        restore(council, each.upload or 0, WHY, later)
    assert shown(council) == first


def test_correcting_and_going_back_gives_the_same_numbers(council: Database, tmp_path: Path) -> None:
    send(council, tmp_path, participation=PEOPLE)
    first = shown(council)
    other = [{**row, "count": int(row["count"]) + 5} for row in PEOPLE[:3]]
    send(council, tmp_path, reason=WHY, participation=other)
    assert [row[-1] for row in shown(council)] == [
        int(row[-1]) + 5 for row in first if row[2] == "sex"
    ]
    send(council, tmp_path, reason=WHY, participation=PEOPLE)
    assert shown(council) == first


def test_a_count_is_rounded_at_one_threshold_whoever_sends_it(
    council: Database, tmp_path: Path
) -> None:
    ups = []
    for count in range(5):
        rows = counted("sex", female=count, not_known=100)
        send(council, tmp_path, reason=WHY, participation=rows)
        ups.append(next(row[-1] for row in shown(council) if row[3] == "female"))
    assert ups == sorted(ups) and set(ups) <= {0, 5} and ups[0] == 0


def test_what_an_insider_does_moves_nobody_elses_numbers(council: Database, tmp_path: Path) -> None:
    send(council, tmp_path, participation=OTHERS)
    moments = ["9999-12-31", "2026-11-21 12:30:00", "2026-11-21 13:15:00"]
    before = [row for row in shown(council) if str(row[0]).startswith("CFE")]
    for count in range(10):
        at = NOW + timedelta(minutes=count * 10)
        mine = counted("sex", female=count, not_known=10 - count)
        upload = send(council, tmp_path, at, WHY, participation=mine).files[0].upload
        if count % 3 == 0:
            withdraw(council, upload or 0, WHY, at)
    for moment in moments:
        assert [row for row in shown(council, moment) if str(row[0]).startswith("CFE")] == before


def test_protected_numbers_are_stamped_with_their_event_and_key(
    council: Database, tmp_path: Path
) -> None:
    upload = send(council, tmp_path, participation=PEOPLE).files[0].upload
    stamps = council.read(
        "select distinct cell.upload_id, act, happened_at, series = value "
        "from protected.participation as cell join sent.event using (event_id) "
        "join sent.setting on name = 'protected series'"
    ).rows
    assert stamps == [(upload, "sent", NOW, True)]
