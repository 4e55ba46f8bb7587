"""A database for councils made up inside a test: quick to fill, and to empty again."""

from datetime import datetime
from pathlib import Path
from typing import Any

from data.database import Database
from data.protection import PUBLISHED_KEY, fingerprint, protect_rows
from data.schema import return_schemas
from data.start import open_ready
from data.transaction import put_setting
from queries import Answer, questions
from queries.ask import answer, complete
from tests.queries.plain.files import Council, Row

PEOPLE = ("people", "new_people", "asked", "felt_heard")


def empty(folder: Path) -> Database:
    """A database with the shipped lists and the shared definitions, and no returns."""
    database = open_ready(folder / "poured.duckdb")
    with database.writing() as writer:
        put_setting(writer.cursor, "protected series", fingerprint(PUBLISHED_KEY))
    return database


def pour(database: Database, council: Council) -> None:
    """Put what the council sent, and the acts on it, in place of what was there."""
    with database.writing() as writer:
        for table, rows in _tables(council).items():
            writer.cursor.execute(f"delete from {table}")
            if rows:
                marks = ", ".join("(" + ", ".join("?" * len(row)) + ")" for row in rows)
                cells = [cell for row in rows for cell in row]
                writer.cursor.execute(f"insert into {table} values {marks}", cells)


def _tables(council: Council) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every table but the lists."""
    tables: dict[str, list[tuple[Any, ...]]] = {"sent.upload": [], "protected.maturity": []}
    tables["sent.event"] = [
        (event, act.number, act.act, act.moment, None, None)
        for event, act in enumerate(council.acts, 1)
    ]
    for name, schema in return_schemas().items():
        tables[f"sent.{name}"] = [
            (upload.number, line, *map(row.get, schema.field_names))
            for upload in council.uploads
            if upload.name == name
            for line, row in enumerate(upload.rows, 2)
        ]
    for upload in council.uploads:
        stored = (upload.number, upload.name, upload.received, "", b"", "", "", len(upload.rows))
        minutes, nobody = upload.told.get("minutes"), upload.told.get("nobody_recognised")
        tables["sent.upload"].append((*stored, None, None, minutes, None, None, None, nobody))
        if upload.name == "maturity":
            stamp = (upload.number, 0, fingerprint(PUBLISHED_KEY))
            cells = protect_rows(_people(upload.rows), "maturity", PUBLISHED_KEY)
            tables["protected.maturity"] += [(*stamp, *cell) for cell in cells]
    return tables


def _people(rows: tuple[Row, ...]) -> list[tuple[Any, ...]]:
    return [
        (row["project_id"], row["period"], field, int(row[field]))
        for row in rows
        for field in PEOPLE
        if row.get(field)
    ]


def asked(database: Database, address: str, as_at: datetime, **parameters: Any) -> Answer:
    """The answer of this database to a question, unkept."""
    question = questions()[address]
    return answer(database, question, complete(database, question, {"as_at": as_at, **parameters}))
