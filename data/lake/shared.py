"""Behind a working copy: its lake, which is caught up with, and written to before anybody is told."""

import json
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import duckdb

from data.again import Overtaken
from data.database import Database
from data.lake.carrying import Changed, carry, changed, definitions, lay, lay_all
from data.lake.catalogue import Catalogue
from data.lake.fetching import fetch
from data.lake.following import follow
from data.lake.lake import Lake
from data.lake.noting import Noting
from data.lake.words import no_copy
from data.locked import LOCKED
from data.settings import lake_data
from data.transaction import LAKE_STATE, commit, put_setting

STATE = "select value from sent.setting where name = ?"
EVERYTHING = json.dumps({"everything": True})


class Shared:
    """A lake behind a working copy.

    `state` is the state of the lake that the copy holds, by its number and moment: the copy says so
    itself, in the transaction that brought it there.
    """

    def __init__(self, path: Path, address: str) -> None:
        self.path = path
        self.catalogue = Catalogue(address)
        self.lake = Lake(address, lake_data(), self.catalogue)
        self._state = (0, "")

    def turn(self) -> AbstractContextManager[None]:
        """While this goes on no other machine writes. Raises NotReady where that cannot be."""
        return self.catalogue.turn()

    def state(self, database: Database) -> str:
        """Which state of the lake the copy holds; empty for one that holds none."""
        if self._state[0] != database.openings:
            with database.as_it_is() as cursor:
                found = cursor.execute(STATE, [LAKE_STATE]).fetchall()
            self._state = (database.openings, found[0][0] if found else "")
        return self._state[1]

    def begin(self, database: Database) -> None:
        """See that copy and lake are one: an empty lake is laid, a copy that is behind is caught up."""
        with database.alone():
            if not self.catalogue.holds_something():
                self._refuse_own(database)
                self.lay_everything(database, "begun")
            elif not self.state(database):
                self._refuse_own(database)
                fetch(self, database)
            self._same_format(database)
        with database.writing():
            pass

    def _refuse_own(self, database: Database) -> None:
        """A file that was not made from the lake may be somebody's only one."""
        with database.as_it_is() as cursor:
            ((uploads,),) = cursor.execute("select count(*) from sent.upload").fetchall()
        if (uploads and not database.is_example) or self.state(database):
            raise no_copy(self.path)

    def _same_format(self, database: Database) -> None:
        """A lake from an older version is brought up to date by way of a copy that was."""
        self.catch_up(database)
        sql = "select value from sent.setting where name = 'format'"
        with self.lake.reading() as (lake, _), database.as_it_is() as cursor:
            same = lake.execute(sql).fetchall() == cursor.execute(sql).fetchall()
        if not same:
            fetch(self, database)
            self.lay_everything(database, "brought up to date")

    def catch_up(self, database: Database) -> None:
        """Take in what others committed since. Raises NotReady where that cannot be known."""
        if self.catalogue.newest() != self.state(database):
            with database.here_alone():
                known = self.state(database)
                if known and self.catalogue.newest() != known:
                    follow(self, database, known)

    def reached(self, database: Database, state: str) -> None:
        """Remember which state the copy holds now."""
        self._state = (database.openings, state)

    def noting(self, cursor: duckdb.DuckDBPyConnection) -> Noting:
        """The cursor, noting which tables are written to."""
        return Noting(cursor)

    def keep(self, cursor: Any, committed: duckdb.DuckDBPyConnection) -> Exception | None:
        """Keep in the lake what the transaction changed, then in the copy."""
        found = changed(cursor, committed)
        if not found.grown and not found.anew:
            return commit(cursor.cursor)
        try:
            state = self._kept(cursor.cursor, found, self._state[1])
        except Overtaken as overtaken:  # whether it is kept all the same, the lake will say
            cursor.rollback()
            return overtaken
        put_setting(cursor.cursor, LAKE_STATE, state)
        failed = commit(cursor.cursor)
        if failed is None:
            self._state = (self._state[0], state)
        return failed

    def _kept(self, cursor: duckdb.DuckDBPyConnection, found: Changed, known: str) -> str:
        made = definitions(cursor)
        with self.lake.writing(known) as lake:
            for table, top in found.grown.items():
                carry(cursor, lake, table, top)
            for table in found.anew:
                lay(cursor, lake, table, made[table])
            said = {"grown": sorted(found.grown), "anew": found.anew}
            return self.lake.keep(lake, "sent or changed", json.dumps(said))

    def lay_everything(self, database: Database, what: str) -> None:
        """Lay every table in the lake as it is in the copy."""
        with database.as_it_is() as cursor:
            state = self._laid(cursor, self.state(database), what)
        with database.from_elsewhere() as writer:
            put_setting(writer.cursor, LAKE_STATE, state)
        self.reached(database, state)

    def _laid(self, cursor: duckdb.DuckDBPyConnection, known: str, what: str) -> str:
        with self.lake.writing(known) as lake:
            lay_all(cursor, lake)
            return self.lake.keep(lake, what, EVERYTHING)

    def write_anew(self, database: Database) -> None:
        """Lay the lake anew and remove every earlier state of it, so that nothing erased is left."""
        self.lay_everything(database, "written anew")
        self.lake.let_go()

    def replace(self, file: Path) -> None:
        """Let what this closed file holds be what the lake holds, and let the file say so."""
        with self.turn(), duckdb.connect(str(file), config=LOCKED) as held:
            put_setting(held, LAKE_STATE, self._laid(held.cursor(), "", "put back"))

    def end(self) -> None:
        """Let go of the lake and its catalogue."""
        self.lake.close()
        self.catalogue.close()
