"""Where things are: the few settings a council makes, read from the environment."""

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHIPPED_LISTS = HERE / "reference"
RETURNS = HERE / "returns"
VIEWS = HERE / "views"
TABLES = HERE / "tables.sql"


def database_path() -> Path:
    """The one canonical path of the database file (two paths would open two instances)."""
    named = os.environ.get("COPRODUCTION_DATABASE", "").strip()
    return Path(named or HERE / "dashboard.duckdb").expanduser().resolve()


def own_lists() -> Path | None:
    """The folder of a council's own reference lists, or None for those in the database."""
    named = os.environ.get("COPRODUCTION_REFERENCE", "").strip()
    return Path(named).expanduser().resolve() if named else None


def area() -> str:
    """The area whose residents participation is compared with."""
    return os.environ.get("COPRODUCTION_AREA", "").strip() or "Wirral"


def key_path() -> Path:
    """The file that holds the protection key: never beside the database or its backups."""
    named = os.environ.get("COPRODUCTION_KEY", "").strip()
    return Path(named or "~/.config/coproduction/protection.key").expanduser().resolve()
