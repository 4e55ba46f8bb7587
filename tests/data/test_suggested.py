"""What stands in a cell and is in no list is answered with what an officer would choose from."""

from collections.abc import Iterator

import pytest

from data.database import Database
from data.intake import findings, take_in
from data.intake.cells import Entries
from data.intake.columns import Reader
from data.intake.offer import Delivery, Offer
from data.intake.said import wanted
from data.reading import Sheet
from data.schema import return_schemas
from tests.data.sending import NOW, text

pytestmark = pytest.mark.usefixtures("council_key")


@pytest.fixture(scope="module")
def entries(unchanged: Database) -> Iterator[Entries]:
    """The entries of the council's lists."""
    with unchanged.writing() as writer:
        yield Entries(writer.cursor)
        writer.abandon()


def said(entries: Entries, name: str, field: str, cell: str) -> str:
    """What is said of the one cell of a sheet."""
    schema = return_schemas()[name]
    sheet = Sheet("a.csv", b"", (field,), ((2, 2, (cell,)),), (), ("A",))
    reader = Reader(sheet, schema, {field: 0}, entries)
    reader.read(next(each for each in schema.fields if each.name == field))
    return reader.problems[0].message


def test_seven_directorates_are_listed_by_their_labels(entries: Entries) -> None:
    message = said(entries, "projects", "directorate", "HOUSING")
    assert message.endswith("Neighbourhoods; Regeneration and Place; Finance; Law and Corporate Services; "
                            "Resources.")  # fmt: skip
    assert "Use one of: Adult Care and Health; Children, Families and Education;" in message
    assert "ACH" not in message and "NEI" not in message


@pytest.mark.parametrize(("cell", "nearest"), [
    ("Codesign", "6 Co-design"), ("Engagment", "5 Engagement"), ("Consultaton", "4 Consultation"),
    ("co producton", "7 Co-production")])  # fmt: skip
def test_a_stage_spelt_wrong_is_told_its_step(entries: Entries, cell: str, nearest: str) -> None:
    message = said(entries, "maturity", "design", cell)
    assert f"The nearest is “{nearest}”. Use one of: 0 Not involved, 1 Present" in message


def test_a_code_spelt_wrong_is_told_its_label(entries: Entries) -> None:
    assert "The nearest is “Finance”." in said(entries, "projects", "directorate", "FIM")


def test_a_long_list_is_told_its_nearest_entry(entries: Entries) -> None:
    message = said(entries, "conditions", "item", "C0l")
    assert "The nearest is “" in message and "“C0" not in message


def test_a_list_a_little_longer_shows_its_first_entries() -> None:
    (field, *_) = return_schemas()["projects"].fields
    listed = {f"x{each}": f"Entry {each}" for each in range(15)}
    message = wanted(field, "unknown", "zz", "things", listed)
    assert message.endswith("Entry 10, Entry 11, or another 3 of the list.")
    message = wanted(field, "unknown", "zz", "things", {**listed, "y": "Entry 15"})
    assert message == "is not in the list of things. Use a code or label from it."


def test_a_half_year_outside_the_list_is_told_which_are_taken(entries: Entries) -> None:
    assert said(entries, "maturity", "period", "2027-28 H1") == (
        "is no half-year of the list. Use one from 2023-24 H2 to 2026-27 H1: "
        "H1 is April to September, H2 October to March. April to September 2026 is read too."
    )
    assert "nearest is “2026-27 H1”" in said(entries, "maturity", "period", "2026-27 H3")


def test_a_file_that_is_no_return_is_told_its_headings_and_the_titles(unchanged: Database) -> None:
    outcome = take_in(unchanged, [(Delivery(NOW), [Offer("a.csv", b"Fruit,Colour\npear,green\n")])])
    (problem,) = outcome.problems
    assert problem.message.endswith(
        "its headings are “Fruit”, “Colour”. Use the template from What is due, or name the "
        "columns as it does."
    )
    assert all(schema.title in problem.message for schema in return_schemas().values())
    assert "project_id" not in problem.message


def test_a_problem_of_a_text_file_is_told_with_its_line(unchanged: Database) -> None:
    broken = text([{"project_id": "A", "title": "x", "directorate": "y"}]) + b'B,"z,w\n'
    (received,) = take_in(unchanged, [(Delivery(NOW), [Offer("a.csv", broken)])]).files
    (finding,) = findings(received, "must_fix")
    assert finding.sentences()[0].startswith("line 3: has a quotation mark that is opened")
