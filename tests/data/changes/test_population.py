"""The population of an area replaced by a file: checked, shown before and after, and put back."""

import pytest

from data import changes
from data.changes.laying import rows_laid
from data.changes.population import as_text
from data.database import Database
from data.mistakes import WrongUse
from data.schema import list_schemas
from data.start import open_ready
from tests.data.sending import contents

SUM = "select sum(\"count\")::integer from reference.population where area = 'Wirral' and characteristic = 'sex'"


def the_file(database: Database, **instead: str) -> str:
    """Wirral's own rows about sex as a file, with some cells otherwise."""
    with database.reading() as reader:
        rows = rows_laid(reader.cursor, "reference", list_schemas()["population"])
    return as_text([{**row, **instead} for row in rows if row["area"] == "Wirral" and row["characteristic"] == "sex"])


def test_a_file_takes_the_place_of_an_areas_rows_alone_until_undone(council: Database) -> None:
    before = contents(council)["reference.population"]
    others = "select count(*) from reference.population where area <> 'Wirral'"
    held = council.read(others).rows
    file = the_file(council, count="1000", name="People we support")
    said = changes.foresee(council, "population", "Wirral", file)
    assert "People we support, sex: none now, 2,000 people after" in said and contents(council)["reference.population"] == before
    number = changes.make(council, "population", "Wirral", file, "newer figures")
    assert council.read(SUM).rows == [(2000,)] and council.read(others).rows == held
    council.close()
    again = open_ready(council.path)
    assert again.read(SUM).rows == [(2000,)]
    changes.undo(again, number, "wrong file")
    assert contents(again)["reference.population"] == before
    again.close()


@pytest.mark.parametrize(
    ("instead", "why"),
    [({"count": "many"}, "population.csv, line 2"), ({"area": "Elsewhere"}, "must be of the area Wirral"),
     ({"category": "neither"}, "population.csv, line 2"), ({"directorate": "NOT"}, "population.csv, line 2")],
)  # fmt: skip
def test_a_file_that_is_wrong_changes_nothing(council: Database, instead: dict[str, str], why: str) -> None:
    file, before = the_file(council, **instead), contents(council)
    with pytest.raises(WrongUse, match=why):
        changes.make(council, "population", "Wirral", file, "newer figures")
    assert contents(council) == before


@pytest.mark.parametrize("file", ["", "area,count\n", "a picture\x00", "x" * 500_001, "\ud800"])
def test_what_is_no_list_is_refused(council: Database, file: str) -> None:
    with pytest.raises(WrongUse):
        changes.make(council, "population", "Wirral", file, "newer figures")
