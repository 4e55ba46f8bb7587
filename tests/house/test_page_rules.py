"""Pages lie in section folders, ask questions instead of holding SQL, and escape what they show."""

from pathlib import Path

import pytest

from tests.house.code import PROJECT, hold, planted
from tests.house.page_rules import raw_html, scripts, sql_text

PAGE = "pages/council/a.py"


def test_no_script_lies_directly_in_pages() -> None:
    hold(scripts(PROJECT))
    assert (PROJECT / "pages" / "__init__.py").is_file()


def test_a_script_that_does_is_seen(tmp_path: Path) -> None:
    root = planted(tmp_path, {"pages/maturity.py": "", "pages/__init__.py": "", PAGE: ""})
    assert scripts(root) == ["pages/maturity.py"]


def test_pages_hold_no_sql() -> None:
    hold(sql_text(PROJECT))


@pytest.mark.parametrize(
    "text",
    [
        'x = "select title from projects"',
        'x = f"select {columns} from {table}"',
        'x = """\n    select\n        title\n    from projects"""',
        'x = "SELECT 1 FROM t"',
        'x = "from reference.themes"',
        'x = f"from {table}"',
        'x = "with a as (" + b',
        'x = "insert into t values (1)"',
        'x = "reference.themes"',
        'x = "sent.maturity"',
        'x = "create or replace macro f(a) as table"',
        'x = "pragma table_info"',
        'x = "(select max(a) from b)"',
        'f(key="delete from t")',
    ],
)
def test_sql_in_a_page_is_seen(tmp_path: Path, text: str) -> None:
    (breach,) = sql_text(planted(tmp_path, {PAGE: text}))
    assert breach == f"{PAGE}:1 holds SQL"


@pytest.mark.parametrize(
    "text",
    [
        '"""Select a half-year from the list."""',
        'x = "Select a directorate from the menu"',
        'x = "From October to March, as sent"',
        'x = f"{count} of the projects from {name} selected"',
        'x = "reference lists"',
    ],
)
def test_plain_english_is_not_taken_for_sql(tmp_path: Path, text: str) -> None:
    assert sql_text(planted(tmp_path, {PAGE: text})) == []


def test_pages_hand_over_no_raw_html() -> None:
    hold(raw_html(PROJECT))


@pytest.mark.parametrize(
    "text",
    [
        "st.markdown(x, unsafe_allow_html=True)",
        "st.markdown(x, unsafe_allow_html=False)",
        "st.html(x)",
        "column.html(x)",
        "import streamlit.components.v1",
        "from streamlit.components.v1 import declare",
        "from streamlit import components\ncomponents.v1.f(x)\nst.components.v1",
    ],
)
def test_raw_html_is_seen(tmp_path: Path, text: str) -> None:
    assert raw_html(planted(tmp_path, {PAGE: text}))
    assert raw_html(planted(tmp_path / "door", {"app.py": text}))
