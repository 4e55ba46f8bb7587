"""The reference lists: read from a folder, checked like a return, kept in the database."""

import hashlib
from pathlib import Path

import duckdb

from data.access import COMMAND
from data.audit import record
from data.changes.laying import install, keep_originals, lay_lists, list_changes
from data.database import Database
from data.intake.cells import Entries
from data.intake.match import match
from data.mistakes import NotReady, Problem, WrongUse
from data.place import Place
from data.reading import Sheet, Unreadable, read
from data.schema import Schema, list_schemas, vocabulary
from data.settings import SHIPPED_LISTS
from data.transaction import put_setting

OWN = ("council", "directorates", "services", "periods")


def _path(folder: Place, name: str) -> Place:
    own = folder / f"{name}.csv"
    if own.is_file():
        return own
    if name in OWN:
        raise NotReady(
            f"The folder of reference lists {folder} has no {name}.csv. Copy it from "
            f"{SHIPPED_LISTS} and put your council's own rows in it."
        )
    return SHIPPED_LISTS / f"{name}.csv"


def _contents(folder: Place) -> dict[str, bytes]:
    if not folder.is_dir():
        raise NotReady(f"The folder of reference lists {folder} is not there. Correct its name.")
    return {name: _path(folder, name).read_bytes() for name in list_schemas()}


def _sheet(folder: Place, name: str, content: bytes) -> Sheet:
    try:
        return read(f"{name}.csv", content, vocabulary())[0]
    except Unreadable as error:
        raise NotReady(_sentence(folder, [error.problem])) from None


def _sentence(folder: Place, problems: list[Problem]) -> str:
    more = f" There are {len(problems) - 1} more problems." if len(problems) > 1 else ""
    return f"A reference list in {folder} is wrong. {problems[0]}{more}"


def _install(
    cursor: duckdb.DuckDBPyConnection, sheet: Sheet, schema: Schema, entries: Entries
) -> list[Problem]:
    matched = match(sheet, schema)
    if matched.problems:
        return matched.problems
    return install(cursor, sheet, schema, entries, matched.places)


def _digest(contents: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in sorted(contents.items()):
        digest.update(name.encode() + hashlib.sha256(content).digest())
    return digest.hexdigest()


def install_lists(database: Database, folder: Place, origin: str) -> None:
    """Take the lists in `folder` into the database, unless it holds these very lists.

    `origin` is kept: "shipped" for ours, "own" for a council's folder, "delivered" for those
    that came with the example. Lists that a council need not change may be left out of its
    folder. Raises NotReady with one sentence when a list is wrong; nothing then changes.
    """
    contents = _contents(folder)
    digest = _digest(contents)
    if database.setting("lists") == digest:  # so they were read before, and nothing was wrong
        return
    sheets = {name: _sheet(folder, name, content) for name, content in contents.items()}
    with database.writing() as writer:
        cursor, entries = writer.cursor, Entries(writer.cursor)
        for name, schema in list_schemas().items():
            problems = _install(cursor, sheets[name], schema, entries)
            if problems:
                raise NotReady(_sentence(folder, problems))
        _keep_kind(cursor, folder)
        keep_originals(cursor)
        _lay_changes(cursor, folder)
        put_setting(cursor, "lists", digest)
        put_setting(cursor, "lists from", origin)
        record(cursor, COMMAND, "settings changed", f"reference lists, {origin}")


def _lay_changes(cursor: duckdb.DuckDBPyConnection, folder: Place) -> None:
    """Lay what administrators changed over the lists. Raises NotReady where the two do not agree."""
    try:
        if list_changes(cursor):
            lay_lists(cursor)
    except WrongUse as reason:
        raise NotReady(
            f"The lists in {folder} do not agree with what administrators changed. {reason} Put the folder "
            "back as it was, start, and undo the change on the page “Half-years and lists”."
        ) from None


def _keep_kind(cursor: duckdb.DuckDBPyConnection, folder: Place) -> None:
    """An example's lists and a real council's never meet in one database."""
    row = cursor.execute("select example from reference.council").fetchone()
    kind = str(row[0]) if row else "no"
    held = cursor.execute("select value from sent.setting where name = 'example'").fetchone()
    sent = cursor.execute("select count(*) from sent.upload").fetchone()
    if held and held[0] != kind and sent and sent[0]:
        holds, brings = ("the made-up example", "a real council's lists")
        if kind == "yes":
            holds, brings = "real returns", "the made-up example's lists"
        raise NotReady(
            f"The database holds {holds} and {folder} holds {brings}. Set COPRODUCTION_DATABASE to "
            "another file to keep the two apart."
        )
    put_setting(cursor, "example", kind)


def refuse_other_kind(own: Place, delivered: Place) -> None:
    """Raise NotReady where a council's lists and those that came with returns are of two kinds."""
    if _is_example(own) != _is_example(delivered):
        raise NotReady(
            f"The lists in {own} and those in {delivered} are not both the made-up example's. Load "
            "the example without COPRODUCTION_REFERENCE and into a database of its own."
        )


def _is_example(folder: Place) -> bool:
    sheet, schema = _sheet(folder, "council", _path(folder, "council").read_bytes()), list_schemas()["council"]
    place = match(sheet, schema).places.get("example", 0)
    return sheet.records[0][2][place].strip().lower() == "yes"


def lists_needed(database: Database, own: Path | None) -> tuple[Path, str] | None:
    """Which folder's lists the database should hold at start, and their origin; None to keep its own."""
    if own is not None:
        return own, "own"
    if database.setting("lists from") in (None, "shipped"):
        return SHIPPED_LISTS, "shipped"
    return None
