"""Raw counts of people are in nothing that can be asked: everything follows from rounded cells."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.database import Database
from data.protection import cell_id, protect
from data.start import open_ready
from tests.data.asked import Table, answered, defined
from tests.data.sending import PERIOD, RATING, Row, counted, send

PROTECTED = {"participation_protected", "people_protected"}
COUNTS = {"people": 9973, "new_people": 7901, "asked": 9241, "felt_heard": 8863}
PEOPLE = {
    "ACH": [
        *counted("sex", female=7919, male=6007, not_known=4001),
        *counted("carer", provides_care=5003, provides_no_care=12011, not_known=913),
    ],
    "CFE": [
        *counted("sex", "CFE", female=3001, male=2203, prefer_not_to_say=1, not_known=2),
        *counted("disability", "CFE", disabled=1109, not_disabled=4093, prefer_not_to_say=3,
                 not_known=2),
    ],
}  # fmt: skip
RATED: list[Row] = [{**RATING, **COUNTS}, {**RATING, "project_id": "CFE-1", "people": 8111}]


def planted() -> set[int]:
    """Every raw count and total that was sent and could not be there by chance."""
    counts = [int(row["count"]) for rows in PEOPLE.values() for row in rows]
    return {count for count in (*counts, 17927, 5207, *COUNTS.values(), 8111) if count > 100}


def moved(rows: list[Row], key: bytes) -> list[Row]:
    """Other counts that add up to the same and are shown as the same figures."""
    other = [dict(row) for row in rows]

    def stays(row: Row, step: int) -> bool:
        *cell, count = row.values()
        cells = cell_id(("participation", *map(str, cell)))
        return int(count) + step >= 0 and protect(int(count) + step, cells, key) == protect(
            int(count), cells, key
        )

    for characteristic in dict.fromkeys(row["characteristic"] for row in rows):
        mine = [row for row in other if row["characteristic"] == characteristic]
        up = next((row for row in mine if stays(row, 1)), None)
        down = next((row for row in mine if row is not up and stays(row, -1)), None)
        if up and down:
            up["count"], down["count"] = int(up["count"]) + 1, int(down["count"]) - 1
    return list(other)


def rerated(key: bytes) -> list[Row]:
    """The ratings with other counts of people that are shown as the same figures."""
    other = [dict(row) for row in RATED]
    for row in other:
        for field in COUNTS.keys() & row.keys():
            cell = cell_id(("maturity", str(row["project_id"]), PERIOD, field))
            count = int(row[field])
            fits = (n for n in (count + 1, count - 1) if protect(n, cell, key) == protect(count, cell, key))
            row[field] = next(fits, count)
    return list(other)


@pytest.fixture(scope="module")
def pair(
    council_file: Path, nothing_real_in_the_session: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Database, Database]]:
    """A council with planted counts, and its twin with other counts shown as the same figures."""
    key = (nothing_real_in_the_session / "secret" / "protection.key").read_bytes()
    folder, both = tmp_path_factory.mktemp("pair"), []
    for name, change in (("planted", False), ("twin", True)):
        shutil.copyfile(council_file, folder / f"{name}.duckdb")
        database = open_ready(folder / f"{name}.duckdb")
        for rows in PEOPLE.values():
            send(database, folder, participation=moved(rows, key) if change else rows)
        assert send(database, folder, maturity=rerated(key) if change else RATED).status == "loaded"
        both.append(database)
    yield both[0], both[1]
    for database in both:
        database.close()


@pytest.fixture(scope="module")
def tables(pair: tuple[Database, Database]) -> list[Table]:
    """Every shared definition and list of the council with planted counts."""
    return list(defined(pair[0], PERIOD))


@pytest.fixture(scope="module")
def answers(pair: tuple[Database, Database]) -> list[tuple[str, str]]:
    """Every question asked a few ways of the council with planted counts."""
    return list(answered(pair[0], PERIOD))


def numbers(text: str) -> set[int]:
    """Every whole number in a text."""
    return {int(each) for each in re.findall(r"\d+", text)}


def test_planted_counts_are_in_no_shared_definition(tables: list[Table]) -> None:
    for name, _, rows in tables:
        assert not numbers(str(rows)) & planted(), name


def test_planted_counts_are_in_no_answer(answers: list[tuple[str, str]]) -> None:
    for asked, text in answers:
        assert not numbers(text) & planted(), asked
    assert sum(len(text) for _, text in answers) > 10_000


def test_the_search_would_notice(pair: tuple[Database, Database]) -> None:
    raw = pair[0].read("select * exclude (upload_id, line) from sent.participation").rows
    assert numbers(str(raw)) & planted() and max(planted()) > 5000
    assert not {count for count in planted() if count % 5 == 0}


def test_counts_of_people_leave_only_through_the_protected_definitions(
    tables: list[Table],
) -> None:
    counted_here = {"people", "new_people", "asked", "felt_heard", "count"}
    holding = {
        name for name, columns, _ in tables
        if counted_here & set(columns) and not name.startswith(("reference.", "comparison", "people_to_invite"))
    }  # fmt: skip
    assert holding == PROTECTED


def test_what_is_shown_is_a_multiple_of_5(pair: tuple[Database, Database]) -> None:
    for name in PROTECTED:
        rows = pair[0].read(f"select people from {name}(timestamp '9999-12-31')").rows
        assert rows and all(people % 5 == 0 for (people,) in rows)


def test_two_councils_shown_the_same_figures_are_told_the_same(
    pair: tuple[Database, Database], tables: list[Table], answers: list[tuple[str, str]]
) -> None:
    """No definition and no question knows more of people than their protected cells."""
    first, twin = pair
    for name in ("participation", "maturity"):
        raw = f"select * exclude (upload_id) from sent.{name} order by all"
        assert first.read(raw).rows != twin.read(raw).rows
    for one, other in zip(tables, defined(twin, PERIOD), strict=True):
        assert (one[0], sorted(map(str, one[2]))) == (other[0], sorted(map(str, other[2])))
    assert list(answered(twin, PERIOD)) == answers
