"""A row of a list changed or added: periods, directorates and services."""

import json

import duckdb

from data.changes.laying import rows_laid
from data.intake.entries import NAMES
from data.intake.spelling import spelt
from data.mistakes import WrongUse
from data.schema import Schema, list_schemas

LISTS = ("periods", "directorates", "services")
LONGEST = 100
CODE = 20


def check_row(cursor: duckdb.DuckDBPyConnection, subject: str, value: str) -> None:
    """Raise WrongUse unless the subject is a row, as services/ACH-01, and the value what it should say.

    The value is a JSON object of fields and texts; those it leaves out stay as they are. Whether the
    list is then sound is asked when it is laid.
    """
    name, _, code = subject.partition("/")
    if name not in LISTS:
        raise WrongUse(f"Rows can be changed in these lists: {', '.join(LISTS)}.")
    if not code.strip() or len(code) > CODE or "/" in code:
        raise WrongUse(f"A code is up to {CODE} characters, without a stroke. Choose or write one.")
    schema, said = list_schemas()[name], said_of(value)
    if not said or not set(said) <= set(schema.field_names) - set(schema.key):
        raise WrongUse(f"A row of {name} has {', '.join(schema.field_names)}; its code stays as it is.")
    if any(len(each) > LONGEST or not each.isprintable() for each in said.values()):
        raise WrongUse(f"Each field is one line of up to {LONGEST} characters.")
    if "@" not in said.get("mailbox", "@") or " " in said.get("mailbox", ""):
        raise WrongUse("A team mailbox is written as team@example.gov.uk. Correct it.")
    _refuse_same_name(cursor, schema, code, said)


def said_of(value: str) -> dict[str, str]:
    """The fields and texts of a change. Raises WrongUse for anything else."""
    try:
        said = json.loads(value)
    except ValueError:
        said = None
    if not isinstance(said, dict) or not all(isinstance(each, str) for each in said.values()):
        raise WrongUse("A row is changed by fields and what each should say. Choose them on the page.")
    return said


def _refuse_same_name(
    cursor: duckdb.DuckDBPyConnection, schema: Schema, code: str, said: dict[str, str]
) -> None:
    """Two rows of one name could not be told apart in a file or a filter."""
    for row in rows_laid(cursor, "reference", schema):
        if row["code"] == code:
            continue
        for name in {*NAMES} & said.keys() & row.keys():
            if spelt(row[name]) == spelt(said[name]) and row.get("directorate") == said.get(
                "directorate", row.get("directorate")
            ):
                raise WrongUse(f"{row['code']} is called “{said[name]}” already. Choose another name.")
