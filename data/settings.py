"""Where things are: the few settings a council makes, read from the environment."""

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHIPPED_LISTS = HERE / "reference"
RETURNS = HERE / "returns"
VIEWS = HERE / "views"
TABLES = HERE / "tables.sql"


def _named(setting: str) -> Path | None:
    """The path that a setting names, or None where it is not set."""
    named = os.environ.get(setting, "").strip()
    return Path(named).expanduser().resolve() if named else None


def database_path() -> Path:
    """The one canonical path of the database file (two paths would open two instances)."""
    return _named("COPRODUCTION_DATABASE") or (HERE / "dashboard.duckdb").resolve()


def own_lists() -> Path | None:
    """The folder of a council's own reference lists, or None for those in the database."""
    return _named("COPRODUCTION_REFERENCE")


def area() -> str:
    """The area whose residents participation is compared with."""
    return os.environ.get("COPRODUCTION_AREA", "").strip() or "Wirral"


def key_path() -> Path:
    """The file that holds the protection key: never beside the database or its backups."""
    usual = Path("~/.config/coproduction/protection.key")
    return _named("COPRODUCTION_KEY") or usual.expanduser().resolve()


def access_path() -> Path | None:
    """The file that says who may do what once signed in, or None where nobody signs in."""
    return _named("COPRODUCTION_ACCESS")


def ledger_path(database: Path) -> Path:
    """The file outside the database that notes what was acknowledged; best on another disk."""
    named = _named("COPRODUCTION_LEDGER") if database == database_path() else None
    return named or database.with_suffix(".ledger")


def backups_folder(database: Path) -> Path:
    """The folder of the backups; best on another disk, never where the protection key is."""
    return _named("COPRODUCTION_BACKUPS") or database.parent / "backups"


def log_path() -> Path | None:
    """The file the log is written to, or None for standard error."""
    return _named("COPRODUCTION_LOG")
