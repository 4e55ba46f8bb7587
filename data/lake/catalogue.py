"""The catalogue, asked straight: which state of the lake is the newest, and whose turn it is to write.

One connection asks, another one holds the turn: PostgreSQL gives the turn back by itself when a
process is killed or its machine goes away.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from data.lake.postgres import PATIENCE, connected, driver, told
from data.lake.words import Unreachable

TURN = 0x636F7072
STAMP = "snapshot_id || ' ' || extract(epoch from snapshot_time)::text"
NEWEST = f"select {STAMP} from ducklake_snapshot order by snapshot_id desc limit 1"
KNOWN = f"select 1 from ducklake_snapshot where {STAMP} = %s"
SINCE = (
    "select commit_extra_info from ducklake_snapshot_changes where snapshot_id > %s and snapshot_id <= %s "
    "order by snapshot_id"
)


class Catalogue:
    """PostgreSQL as it is asked about a lake."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._asking: Any = None
        self._holding: Any = None
        self._depth = 0
        self._one_at_a_time = threading.RLock()

    def newest(self) -> str:
        """The number and moment of the newest state; empty where there is no lake yet."""
        rows = self._ask(NEWEST)
        return str(rows[0][0]) if rows else ""

    def holds_something(self) -> bool:
        """Whether anything was ever kept: a lake that was only laid out is in its state 0."""
        newest = self.newest()
        return bool(newest) and _number(newest) > 0

    def stamp(self, number: int) -> str:
        """The number and moment of one state."""
        rows = self._ask(f"select {STAMP} from ducklake_snapshot where snapshot_id = %s", [number])
        return str(rows[0][0]) if rows else ""

    def since(self, known: str, newest: str) -> list[str | None] | None:
        """What each state after `known` says of itself; None where `known` is none of this lake's."""
        if not known or not self._ask(KNOWN, [known]):
            return None
        return [row[0] for row in self._ask(SINCE, [_number(known), _number(newest)])]

    @contextmanager
    def turn(self) -> Iterator[None]:
        """While this goes on no other process has the turn. The caller sees that it is one thread's."""
        if self._depth == 0:
            self._take_turn()
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if self._depth == 0:
                self._give_back()

    def still_has_turn(self) -> None:
        """Raise Unreachable where the turn may have been lost."""
        with told(), self._one_at_a_time:
            self._holding.execute("select 1")

    def _take_turn(self) -> None:
        """Wait for the turn; over a new connection where the one before had ended meanwhile."""
        for last in (False, True):
            self._holding = self._connected(self._holding)
            try:
                with told():
                    self._holding.execute(f"set lock_timeout = '{PATIENCE}s'")
                    self._holding.execute("select pg_advisory_lock(%s)", [TURN])
                return
            except Unreachable:
                self._holding.close()
                if last:
                    raise

    def _give_back(self) -> None:
        try:
            self._holding.execute("select pg_advisory_unlock(%s)", [TURN])
        except Exception:  # whatever it is: the turn goes with the connection
            with suppress(Exception):
                self._holding.close()
            self._holding = None

    def _ask(self, sql: str, given: list[Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows; asked once more over a new connection, for the old one may have ended long ago."""
        psycopg = driver()
        with self._one_at_a_time:
            for last in (False, True):
                self._asking = self._connected(self._asking)
                try:
                    return list(self._asking.execute(sql, given).fetchall())
                except psycopg.errors.UndefinedTable:
                    return []
                except psycopg.OperationalError:
                    self._asking.close()
                    if last:
                        raise Unreachable from None
        return []

    def _connected(self, connection: Any) -> Any:
        """The connection, or a new one where it ended."""
        if connection is not None and not connection.closed:
            return connection
        return connected(self._address)

    def close(self) -> None:
        """End both connections."""
        for connection in (self._asking, self._holding):
            if connection is not None:
                connection.close()


def _number(stamp: str) -> int:
    return int(stamp.split()[0])
