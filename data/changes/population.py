"""The population to compare with, replaced for one area by a file that its Table Schema checks."""

import csv
import io

import duckdb

from data.intake.cells import Entries
from data.intake.check import check
from data.intake.match import match
from data.mistakes import WrongUse
from data.reading import Unreadable, read
from data.schema import list_schemas, vocabulary

NAME = "population"
MOST = 500_000
Rows = list[dict[str, str]]


def check_population(cursor: duckdb.DuckDBPyConnection, subject: str, value: str) -> None:
    """Raise WrongUse unless the value is a population list of the area `subject`, as a CSV file's text."""
    if len(value) > MOST:
        raise WrongUse("The file is larger than any population list. Choose another.")
    schema = list_schemas()[NAME]
    try:
        sheet = read(f"{NAME}.csv", value.encode("utf-8"), vocabulary())[0]
    except Unreadable as error:
        raise WrongUse(str(error.problem)) from None
    matched = match(sheet, schema)
    problems = matched.problems or check(cursor, sheet, schema, matched.places, Entries(cursor))
    wrong = [each for each in problems if each.severity == "must_fix"]
    if wrong:
        more = f" There are {len(wrong) - 1} more problems." if len(wrong) > 1 else ""
        raise WrongUse(f"{wrong[0]}{more}")
    others = cursor.execute("select distinct area from incoming where area <> ?", [subject]).fetchall()
    if others or not sheet.records:
        raise WrongUse(f"Every row of the file must be of the area {subject}, and there must be one at least.")


def rows_of(value: str) -> Rows:
    """The rows of a list that was checked, by the names of its fields."""
    schema = list_schemas()[NAME]
    sheet = read(f"{NAME}.csv", value.encode("utf-8"), vocabulary())[0]
    places = match(sheet, schema).places
    return [
        {name: record[2][places[name]].strip() if name in places else "" for name in schema.field_names}
        for record in sheet.records
    ]


def replaced(rows: Rows, area: str, value: str) -> Rows:
    """The list with the rows of an area taken out and those of a file put in."""
    return [row for row in rows if row["area"] != area] + rows_of(value)


def as_text(rows: Rows) -> str:
    """Rows of the list as a CSV file's text."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list_schemas()[NAME].field_names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
