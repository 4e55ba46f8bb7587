"""What we contribute: every choice draws, and every figure can be counted again from the files."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from pages.council.themes_grid import shown as show
from pages.council.themes_projects import theme
from pages.parts import options
from queries import choices
from tests.example import example_database, example_files
from tests.pages.drawing import dealt, lent, said
from tests.pages.test_sentences import shown
from tests.pages.themes_page import NOW, page
from tests.queries.plain import themes as plain
from tests.queries.plain.files import Council, Row, read_council

FILTERS = (options.period, options.directorate, theme, options.level, options.kind, show)


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


@pytest.fixture(scope="module")
def council() -> Council:
    """The same council's files, read the slow way."""
    return read_council(example_files())


def counts(council: Council, period: str, directorate: str, **narrow: str) -> list[Row]:
    """The figures of the grid for one place, counted from the files."""
    wanted = {"level": "all", "kind": "all", **narrow}
    rows = plain.projects_by_main_theme(council, datetime.now(), period, **wanted)
    return [row for row in rows if row["directorate"] == directorate]


def test_every_choice_draws() -> None:
    offered = {one.name: [code for code, _ in one.options] for one in (made() for made in FILTERS)}
    for filters in dealt(offered):
        assert page(**filters).title[0].value == "Council plan"


@pytest.mark.trial
def test_every_choice_draws_alone_and_beside_others() -> None:
    alone = [{one.name: code} for one in (made() for made in FILTERS) for code, _ in one.options]
    both = [{"period": "2023-24 H2", "directorate": str(row["code"])} for row in choices("directorates")]
    for filters in (*alone, *both, {"theme": "T2", "directorate": "FIN", "show": "strong"}):
        assert page(**filters).title[0].value == "Council plan"


@pytest.mark.parametrize("narrow", [{}, {"level": "strategic"}, {"kind": "forum"}])
@pytest.mark.parametrize("period", ["2024-25 H2", "2025-26 H2", NOW])
def test_the_gaps_come_first_and_equal_the_files(council: Council, period: str, narrow: dict[str, str]) -> None:
    rows, first = counts(council, period, "all", **narrow), shown(page(period=period, **narrow).header[0].value)
    gone = [row for row in rows if row["theme"] != "none" and not row["main"]]
    if len(gone) in (1, 2):
        for row in gone:
            found = re.search(rf"has “{row['theme_name']}” as its main theme(?:; (\d+) also|, and none also)", first)
            assert found and int(found[1] or 0) == row["also"]
    else:
        assert first.startswith(f"{len(gone)} of 6 themes" if gone else "Every theme is the main theme of at least one")
    none = sum(row["main"] for row in rows if row["theme"] == "none")
    found = re.search(r"(\d+) [a-z ]+ ha(?:s|ve) not sent (?:its|their) themes: ([^.]+)\.", first)
    assert (int(found[1]) if found else 0) == none
    assert sum(map(int, re.findall(r"\d+", found[2]))) == none if found else not none


@pytest.mark.parametrize("directorate", ["ACH", "NEI", "RES"])
def test_each_empty_cell_is_in_a_sentence(council: Council, directorate: str) -> None:
    rows = counts(council, NOW, directorate)
    (words,) = [shown(each.value) for each in page(directorate=directorate).markdown if each.value.startswith("- **")]
    for row in rows:
        beside = f" ({row['also']} also contribute{'s' if row['also'] == 1 else ''})" if row["also"] else ""
        empty = row["theme"] != "none" and not row["main"]
        assert (f"“{row['theme_name']}”{beside}" in words) == empty


def test_the_main_column_adds_up_to_the_projects_and_says_so(council: Council) -> None:
    for period in ("2025-26 H1", NOW):
        found = re.search(r"Each of the (\d+) projects counts once", said(page(period=period)))
        assert found
        mains = [row["main"] for row in counts(council, period, "all")]
        assert int(found[1]) == sum(mains) == len(plain.belonging(council, datetime.now(), period))


@pytest.mark.parametrize(("directorate", "place"), [("all", ""), ("CFE", " in Children, Families and Education")])
def test_the_difference_equals_the_files(council: Council, directorate: str, place: str) -> None:
    rows = plain.difference_by_directorate(council, datetime.now(), NOW, "all", "all")
    (row,) = [row for row in rows if row["directorate"] == directorate]
    quiet = row["projects"] - row["told"]
    wanted = f"{row['service']} of {row['projects']} projects{place} changed a service or policy; {row['result']} measured a result"
    assert wanted + (f"; {quiet} ha{'s' if quiet == 1 else 've'} not said." if quiet else ".") in said(page(directorate=directorate))


def test_nothing_to_show_says_what_to_do() -> None:
    assert "Choose another half-year" in said(page(directorate="LAW"))


def test_the_words_are_contribute_main_and_also() -> None:
    for filters in ({}, {"show": "strong"}, {"theme": "T5"}):
        words = said(page(**filters)).lower()
        assert "contribute" in words and not re.search(r"impact|primary|secondary|evidenced|\bslice\b|in force", words)
    assert "final since" in said(page()) or "provisional until" in said(page())
