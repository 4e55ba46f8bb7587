"""The accessibility statement on About, and what pages tell their readers to look for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pages.about import accessible_words
from tests.example import example_database
from tests.house.code import PROJECT
from tests.pages.drawing import drawn, lent, said

COLOURS = re.compile(r"\b(red|green|blue|purple|violet|yellow|orange|grey|gold|coloured?|round|triangle)\b", re.I)
# Of these the words are about colours or boxes of a spreadsheet, or about us testing them.
ABOUT_COLOURS = {"accessible_words.py"}


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


def body() -> None:
    """The page."""
    from pages.about.about import about

    about()


def test_the_statement_says_what_does_not_work_whose_it_is_and_who_enforces() -> None:
    words = said(drawn(body))
    for one in accessible_words.NOT_MET:
        assert one.said[1:] in words and f"criterion {one.criterion}, {one.whose}" in words
    for part in ("partially compliant", "(EHRC)", "(EASS)", "prepared on 22 November 2026", "has not been tested by people"):
        assert part in words, part


def test_no_page_tells_its_reader_to_look_for_a_colour() -> None:
    found = [
        f"{file.name}: {text.value}"
        for file in (PROJECT / "pages").rglob("*.py") if file.name not in ABOUT_COLOURS
        for text in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
        and len(text.value.split()) > 3 and COLOURS.search(text.value) and text.value not in documented(file)
    ]  # fmt: skip
    assert found == []


def documented(file: Path) -> set[str]:
    """The docstrings of a module, which no reader sees."""
    tree = ast.parse(file.read_text("utf-8"))
    kinds = (ast.Module, ast.FunctionDef, ast.ClassDef)
    return {ast.get_docstring(node, clean=False) or "" for node in ast.walk(tree) if isinstance(node, kinds)}
