"""Which key protects a database: the published one for the example, a secret file otherwise."""

from pathlib import Path

import duckdb

from data.database import Database
from data.mistakes import NotReady
from data.protection import PUBLISHED_KEY, fingerprint, known_key, make_key
from data.settings import key_path
from data.transaction import put_setting

SERIES = "protected series"


def check_key(database: Database) -> None:
    """Make sure of the key before anything is shown. Raises NotReady for a wrong or missing one."""
    if not database.is_example:
        known_key(_key_apart(database), database.setting(SERIES))


def _key_apart(database: Database) -> Path:
    path = key_path()
    if path.parent == database.path.parent:
        raise NotReady(
            f"The protection key must not lie beside the database in {path.parent}, where one "
            "copy would take both. Set COPRODUCTION_KEY to a file in another folder."
        )
    return path


def key_for(database: Database) -> bytes:
    """The key that protects counts in this database, made at its first use.

    Raises NotReady for a wrong or missing key, or when a new one cannot be written.
    """
    if database.is_example:
        return PUBLISHED_KEY
    return known_key(_key_apart(database), database.setting(SERIES)) or new_key(database)


def new_key(database: Database) -> bytes:
    """A new secret key, where the settings say. Raises NotReady when it cannot be kept there."""
    path = _key_apart(database)
    try:
        return make_key(path)
    except OSError as error:
        raise NotReady(
            f"The protection key {path} cannot be kept: {error.strerror}. Set COPRODUCTION_KEY "
            "to a file in a folder that you may write to."
        ) from None


def keep_fingerprint(cursor: duckdb.DuckDBPyConnection, key: bytes) -> None:
    """Keep the key's fingerprint with the counts it rounds, in their own transaction."""
    put_setting(cursor, SERIES, fingerprint(key))
