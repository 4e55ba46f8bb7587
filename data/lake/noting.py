"""Noting: which tables a transaction writes to, so that what it changed can be kept in the lake."""

import re
from typing import Any

import duckdb

from data.mistakes import AuthorMistake

WRITES = re.compile(
    r"\s*(insert into|delete from|update|create or replace table|create table(?: if not exists)?"
    r"|alter table(?: if exists)?) (\w+)\.\"?(\w+)\"?",
    re.IGNORECASE,
)
# What is laid over the tables on every machine by itself, or is gone with the cursor.
OF_ITS_OWN = re.compile(
    r"\s*(create (or replace )?(temp |temporary )|create or replace (macro|view)|create schema|"
    r"insert into (refused_projects|incoming|known_projects|arriving)\b)",
    re.IGNORECASE,
)
READS = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
LENT = ("description", "fetchall", "fetchone", "fetchmany", "to_arrow_table", "to_arrow_reader",
        "register", "unregister", "commit", "rollback")  # fmt: skip


class Noting:
    """A cursor that notes the tables which are written to: `added` to, or `changed` in another way."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self.cursor = cursor
        self.added: set[str] = set()
        self.changed: set[str] = set()

    def execute(self, sql: str, given: Any = None) -> "Noting":
        """Carry the statements out, noted first. Raises AuthorMistake for one that cannot be noted."""
        for statement in duckdb.extract_statements(sql):
            if statement.type not in READS:
                self._note(statement.query)
        self.cursor.execute(sql, given)
        return self

    def _note(self, sql: str) -> None:
        bare = re.sub(r"^\s*(--[^\n]*\n\s*)+", "", sql)
        if OF_ITS_OWN.match(bare):
            return
        found = WRITES.match(" ".join(bare.split()))
        if not found:
            raise AuthorMistake(f"what this writes to cannot be told, so no lake could keep it: {bare[:80]}")
        act, schema, table = found.groups()
        (self.added if act.lower() == "insert into" else self.changed).add(f"{schema}.{table}".lower())

    def __getattr__(self, name: str) -> Any:
        """What is asked of a cursor without writing to a table."""
        if name not in LENT:
            raise AttributeError(f"a transaction that a lake keeps does not use {name}")
        return getattr(self.cursor, name)
