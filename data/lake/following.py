"""Following: a working copy brought to the newest state of its lake."""

import json
from typing import Any

import duckdb

from data.damage import newer
from data.database import Database
from data.lake.carrying import carry, definitions, key_of, lay
from data.lake.fetching import fetch
from data.mistakes import NotReady
from data.transaction import LAKE_STATE, LOCAL, put_setting

FORMAT = "select value::integer from sent.setting where name = 'format'"


def follow(shared: Any, database: Database, known: str) -> None:
    """Bring the copy from the state `known` to the newest one.

    What only grew is added. Where rows of an upload went or changed, as by an erasing, the copy is
    made anew, so that no place of its file still holds them.
    """
    with shared.lake.reading() as (lake, state):
        if state == known:
            return
        said = _said(shared.catalogue.since(known, state))
        if said is None or any(key_of(table) for table in said[1]):
            fetch(shared, database, lake, state)
        else:
            _take(lake, database, *said, state)
            shared.reached(database, state)
    database.tell()


def _said(notes: list[str | None] | None) -> tuple[set[str], set[str]] | None:
    """The tables that grew and those made anew since; None where that is not known of every state."""
    grown: set[str] = set()
    anew: set[str] = set()
    for note in notes if notes is not None else [None]:
        said = json.loads(note) if note else {}
        if "grown" not in said:
            return None
        grown.update(said["grown"])
        anew.update(said["anew"])
    return grown - anew, anew


def _take(
    lake: duckdb.DuckDBPyConnection, database: Database, grown: set[str], anew: set[str], state: str
) -> None:
    made = definitions(lake)
    with database.from_elsewhere() as writer:
        cursor = writer.cursor
        for table in sorted(grown):
            ((top,),) = cursor.execute(f"select coalesce(max({key_of(table)}), 0) from {table}").fetchall()
            carry(lake, cursor, table, top)
        for table in sorted(anew - {"sent.setting"}):
            lay(lake, cursor, table, made[table])
        if "sent.setting" in anew:
            _take_settings(lake, cursor)
        put_setting(cursor, LAKE_STATE, state)


def _take_settings(lake: duckdb.DuckDBPyConnection, cursor: duckdb.DuckDBPyConnection) -> None:
    """All settings but those of this file. Raises NotReady for those of a newer version of this project."""
    if lake.execute(FORMAT).fetchall() > cursor.execute(FORMAT).fetchall():
        raise NotReady(newer("in the lake"))
    cursor.execute(f"delete from sent.setting where name not in {LOCAL}")
    carry(lake, cursor, "sent.setting")
