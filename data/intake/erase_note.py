"""Erasing a note: one text taken out of every upload that ever held it, a word left in its place."""

from collections.abc import Iterable, Mapping

import duckdb

from data.access import COMMAND, Person
from data.again import tried_again
from data.audit import record
from data.database import Database
from data.intake.erase import NAME
from data.loss import refuse_after_loss
from data.mistakes import WrongUse
from data.schema import Schema, return_schemas
from data.transaction import Writer

ERASED = "Erased"
LONG = 100
NO_FILE = "update sent.upload set file_bytes = ''::blob, file_name = ? where upload_id = ?"


def note_fields(schema: Schema) -> tuple[str, ...]:
    """The fields of a return in which somebody writes sentences."""
    return tuple(
        field.name
        for field in schema.fields
        if field.type == "string" and int(field.constraints.get("maxLength", 0)) >= LONG
    )


@tried_again
def erase_note(
    database: Database, schema: Schema, field: str, key: Mapping[str, str], reason: str,
    person: Person = COMMAND,
) -> tuple[int, ...]:  # fmt: skip
    """Take a note out of every upload that holds it, in force or not, and return their numbers.

    `key` names the row: a value for each column of the return's key. The files that brought the
    note hold it too, so they go; the rows stay. The freed places of the database file still hold
    what stood there until `data.rewriting` writes the file anew. Raises WrongUse for what is no
    note, for a row that no upload has, and without a reason.
    """
    _refuse_wrong(schema, field, key, reason)
    with database.writing() as writer:
        refuse_after_loss(database)
        found = writer.read(_rows(schema, f'"{field}" <> \'{ERASED}\''), key).rows
        if not found:
            raise WrongUse(
                f"No upload has anything in {field} there. See: python -m data.intake show --return {schema.name}"
            )
        for upload, line in found:
            take_note_out(writer.cursor, schema, upload, line, field)
            record(writer.cursor, person, "note erased", f"{field}, line {line}", upload)
    return tuple(upload for upload, _ in found)


def still_to_be_written_anew(
    database: Database, schema: Schema, field: str, key: Mapping[str, str]
) -> tuple[int, ...]:
    """The uploads of which this note was erased before: their traces may still be in the file."""
    if field not in note_fields(schema) or set(key) != set(schema.key):
        return ()
    found = database.read(_rows(schema, f'"{field}" = \'{ERASED}\''), key).rows
    return tuple(upload for upload, _ in found)


def _rows(schema: Schema, which: str) -> str:
    """The SQL for the upload and line of each row with a key of which something holds."""
    wanted = " and ".join(f'"{name}" = ${name}' for name in schema.key)
    return f"select upload_id, line from sent.{schema.name} where {wanted} and {which} order by all"


def erase_notes_again(database: Database, notes: Iterable[tuple[int, int, str]]) -> set[int]:
    """Take notes (upload, line, field) out of a database that still holds them; of which uploads."""
    found = set()
    with database.writing() as writer:
        names = dict(writer.read("select upload_id, return_name from sent.upload").rows)
        for upload, line, field in notes:
            schema = return_schemas().get(names.get(upload, ""))
            if schema and field in note_fields(schema) and _holds(writer, schema, upload, line, field):
                take_note_out(writer.cursor, schema, upload, line, field)
                record(writer.cursor, COMMAND, "note erased", f"{field}, line {line}", upload)
                found.add(upload)
    return found


def _holds(writer: Writer, schema: Schema, upload: int, line: int, field: str) -> bool:
    sql = f'select 1 from sent.{schema.name} where upload_id = $upload and line = $line and "{field}" <> $said'
    return bool(writer.read(sql, {"upload": upload, "line": line, "said": ERASED}).rows)


def take_note_out(
    cursor: duckdb.DuckDBPyConnection, schema: Schema, upload: int, line: int, field: str
) -> None:
    """Put a word in the place of the note, and delete the file that brought it."""
    if field not in note_fields(schema):
        raise WrongUse(f"{field} of {schema.name} is no note. Choose a field that holds one.")
    cursor.execute(
        f'update sent.{schema.name} set "{field}" = ? where upload_id = ? and line = ?', [ERASED, upload, line]
    )
    cursor.execute(NO_FILE, [NAME, upload])


def _refuse_wrong(schema: Schema, field: str, key: Mapping[str, str], reason: str) -> None:
    if not reason.strip():
        raise WrongUse("A note is erased with a reason. Say in a line why.")
    notes = note_fields(schema)
    if field not in notes:
        raise WrongUse(f"{field} is no note of {schema.name}. Its notes: {', '.join(notes) or 'none'}.")
    if set(key) != set(schema.key):
        raise WrongUse(f"A row of {schema.name} is named by {', '.join(schema.key)}; give each with --only.")
