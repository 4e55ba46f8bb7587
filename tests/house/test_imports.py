"""Floors only look down: pages ask queries, queries read data, nothing runs back up."""

from pathlib import Path

import pytest

from tests.house.code import PROJECT, hold, modules, planted
from tests.house.imports import briefing_breaches, import_breaches

FACE = {
    "queries/__init__.py": 'from queries.ask import ask, choices\n__all__ = ["ask", "choices"]\n',
    "queries/ask.py": "",
    "queries/choices.py": "",
}
BREACHES = [
    ("app.py", "import queries", "imports queries"),
    ("app.py", "import duckdb", "imports duckdb"),
    ("app.py", "from data import start", "imports data.start"),
    ("server.py", "import pandas", "imports pandas"),
    ("server.py", "from queries import ask", "imports queries.ask"),
    ("door/gate.py", "import duckdb", "imports duckdb"),
    ("door/gate.py", "from data.database import Database", "imports data.database"),
    ("pages/parts/who.py", "from door import Gate", "imports door.Gate"),
    ("pages/council/maturity.py", "import duckdb", "imports duckdb"),
    ("pages/council/maturity.py", "import pandas as pd", "imports pandas"),
    ("pages/council/maturity.py", "import numpy.random", "imports numpy.random"),
    ("pages/council/maturity.py", "from data.database import Database", "imports data.database"),
    ("pages/council/maturity.py", "from data.intake import take_in", "imports data.intake"),
    ("pages/council/maturity.py", "from queries.ask import answer", "imports queries.ask.answer"),
    ("pages/council/maturity.py", "import queries.ask", "imports queries.ask"),
    ("pages/council/maturity.py", "from queries import question", "imports queries.question"),
    ("pages/council/maturity.py", "from tests import example", "imports tests.example"),
    ("pages/council/maturity.py", "import app", "imports app"),
    ("pages/council/maturity.py", "def f():\n    import duckdb", ":2 imports duckdb"),
    ("pages/parts/tables.py", "from .. import data", "imports ...data"),
    ("pages/parts/tables.py", "from importlib import import_module\nimport_module('duckdb')", "duckdb"),
    ("pages/parts/tables.py", "__import__('data.database')", "imports data.database"),
    ("queries/ask.py", "import streamlit", "imports streamlit"),
    ("queries/ask.py", "import altair", "imports altair"),
    ("queries/ask.py", "from pages.parts import filters", "imports pages.parts"),
    ("queries/ask.py", "import pyarrow", "imports pyarrow"),
    ("data/load.py", "from queries import ask", "imports queries.ask"),
    ("data/intake/read.py", "import pages", "imports pages"),
    ("data/load.py", "import streamlit", "imports streamlit"),
    ("data/load.py", "import requests", "imports requests"),
    ("data/load.py", "import psycopg", "imports psycopg"),
    ("briefing/slides.py", "import duckdb", "imports duckdb"),
    ("briefing/slides.py", "from data.settings import area", "imports data.settings"),
    ("briefing/slides.py", "import streamlit", "imports streamlit"),
]  # fmt: skip
ALLOWED = {
    "app.py": "import pages\nimport streamlit as st\nfrom data import audit\nimport data.audit\n",
    "server.py": "import gc\nimport streamlit as st\nfrom pages.parts.page import guard\n",
    "pages/council/maturity.py": "import altair as alt\nfrom queries import ask, choices\nimport re\n",
    "pages/returns/send.py": "from data.intake import take_in\nfrom data import backup\n",
    "queries/ask.py": "import duckdb\nimport pandas\nfrom data.database import Database\n",
    "data/load.py": "import duckdb, pandas, pyarrow\nfrom data.schema import Schema\n",
    "data/lake/catalogue.py": "import psycopg\nimport duckdb\n",
    "briefing/slides.py": "import pptx\nfrom queries import Answer\n",
}


def test_floors_only_look_down() -> None:
    hold(import_breaches(PROJECT))


def test_every_floor_is_looked_at() -> None:
    assert {module.floor for module in modules(PROJECT)} >= {
        "app.py",
        "server.py",
        "pages",
        "queries",
        "data",
    }
    assert len(modules(PROJECT)) > 30


@pytest.mark.parametrize(("place", "text", "said"), BREACHES)
def test_an_import_against_the_rules_is_seen(
    tmp_path: Path, place: str, text: str, said: str
) -> None:
    files = FACE | {"queries/question.py": "", place: text}
    (breach,) = import_breaches(planted(tmp_path, files))
    assert breach.startswith(f"{place}:") and said in breach


def test_imports_within_the_rules_are_not(tmp_path: Path) -> None:
    files = {"data/backup/__init__.py": "", "data/audit/__init__.py": ""}
    assert import_breaches(planted(tmp_path, FACE | files | ALLOWED)) == []


def test_a_format_of_the_briefing_has_one_library(tmp_path: Path) -> None:
    hold(briefing_breaches(PROJECT))
    root = planted(tmp_path, {"briefing/slides.py": "import pptx\nimport typst\n"})
    assert briefing_breaches(root) == ["briefing/slides.py imports pptx, typst"]


def test_no_module_takes_the_place_of_something_on_the_face(tmp_path: Path) -> None:
    """Importing queries/choices.py would put a module where `from queries import choices` looks."""
    assert hidden(PROJECT) == set()
    assert hidden(planted(tmp_path, FACE)) == {"choices"}


def hidden(root: Path) -> set[str]:
    """Names on the face of queries that a module replaces when it is imported later than the face."""
    face = (root / "queries" / "__init__.py").read_text(encoding="utf-8")
    names = {path.stem for path in (root / "queries").glob("*.py") if f'"{path.stem}"' in face}
    return {name for name in names if f"from queries.{name} import" not in face}
