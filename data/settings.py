"""Where things are: the few settings a council makes, read from the environment."""

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHIPPED_LISTS = HERE / "reference"
RETURNS = HERE / "returns"
VIEWS = HERE / "views"
TABLES = HERE / "tables.sql"
LAKE = "ducklake:postgres:"


def _named(setting: str) -> Path | None:
    """The path that a setting names, or None where it is not set."""
    named = os.environ.get(setting, "").strip()
    return Path(named).expanduser().resolve() if named else None


def demo_folder() -> Path | None:
    """The folder of a demonstration, or None where this is none.

    A demonstration keeps everything in this folder: no other setting here reaches it, so that
    it can touch nothing real.
    """
    return _named("COPRODUCTION_DEMO")


def _own(setting: str) -> Path | None:
    """The path that a setting names, which a demonstration does not look at."""
    return None if demo_folder() else _named(setting)


def database_path() -> Path:
    """The one canonical path of the database file (two paths would open two instances).

    Where the database is a lake, that of this machine's working copy of it.
    """
    if demo := demo_folder():
        return demo / "demonstration.duckdb"
    if lake_address() is not None:
        return _named("COPRODUCTION_COPY") or (HERE / "working-copy.duckdb").resolve()
    return _named("COPRODUCTION_DATABASE") or (HERE / "dashboard.duckdb").resolve()


def lake_address() -> str | None:
    """How PostgreSQL, which keeps the catalogue of a lake, is reached; None where the database is a file."""
    said = os.environ.get("COPRODUCTION_DATABASE", "").strip()
    return said.removeprefix(LAKE).strip() if said.startswith(LAKE) and not demo_folder() else None


def lake_data() -> Path | None:
    """The folder that every machine shares, in which a lake keeps its Parquet files."""
    return _own("COPRODUCTION_DATA")


def own_lists() -> Path | None:
    """The folder of a council's own reference lists, or None for those in the database."""
    return _own("COPRODUCTION_REFERENCE")


def area() -> str:
    """The area whose residents participation is compared with."""
    return os.environ.get("COPRODUCTION_AREA", "").strip() or "Wirral"


def key_path() -> Path:
    """The file that holds the protection key: never beside the database or its backups."""
    usual = Path("~/.config/coproduction/protection.key")
    return _named("COPRODUCTION_KEY") or usual.expanduser().resolve()


def access_path() -> Path | None:
    """The file that says who may do what once signed in, or None where nobody signs in."""
    return _own("COPRODUCTION_ACCESS")


def ledger_path(database: Path) -> Path:
    """The file outside the database that notes what was acknowledged; best on another disk."""
    named = _own("COPRODUCTION_LEDGER") if database == database_path() else None
    return named or database.with_suffix(".ledger")


def backups_folder(database: Path) -> Path:
    """The folder of the backups; best on another disk, never where the protection key is."""
    return _own("COPRODUCTION_BACKUPS") or database.parent / "backups"


def log_path() -> Path | None:
    """The file the log is written to, or None for standard error."""
    return _named("COPRODUCTION_LOG")
