"""What goes on beside the pages, and what is looked at before them: commands, backups, the log, the file."""

from collections.abc import Iterator
from contextlib import contextmanager

from data import logs
from data.backup import by_itself
from data.damage import damaged
from data.first_look import brings_down
from data.relay import serving
from data.settings import database_path
from queries.ask import _database


def unreadable() -> str | None:
    """The sentence for a database file that would end the dashboard when it is read; None for any other."""
    path = database_path()
    return damaged(path) if brings_down(path) else None


@contextmanager
def alongside() -> Iterator[None]:
    """While this goes on, commands are carried out with the open database and backups make themselves."""
    logs.begin()
    with serving(_database), by_itself(_database):
        yield
