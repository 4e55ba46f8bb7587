"""The dashboard as it is when its database can no longer be read: every question is refused, on every page."""

import runpy
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import queries  # noqa: E402
from data.damage import damaged  # noqa: E402


def refused(*_given: object, **_named: object) -> NoReturn:
    """What an unreadable file makes of any question."""
    raise queries.NotReady(damaged(Path("/srv/coproduction/dashboard.duckdb")))


queries.ask = refused
queries.choices = refused
runpy.run_path(str(ROOT / "app.py"))
