"""The grid and the projects behind it: each cell, each title, and text that means harm."""

import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from data.start import open_ready
from tests.example import example_database, example_files
from tests.pages.drawing import lent, said
from tests.pages.made_up import NASTY
from tests.pages.test_sentences import shown
from tests.pages.themes_page import NOW, body, cells, page, titles
from tests.queries.plain import themes as plain
from tests.queries.plain.files import Council, read_council

STRENGTHS = {"change_shown": "change shown", "active": "work under way", "possible": "could contribute"}


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


@pytest.fixture(scope="module")
def council() -> Council:
    """The same council's files, read the slow way."""
    return read_council(example_files())


@pytest.mark.parametrize("strong", ["projects", "strong"])
def test_the_grid_holds_every_cell_once(council: Council, strong: str) -> None:
    found = cells(page(show=strong))
    rows = plain.projects_by_main_theme(council, datetime.now(), NOW, "all", "all")
    wanted = {(row["directorate_name"], row["theme_name"]): row for row in rows}
    assert len(found) == len(wanted)
    for cell in found:
        name, short = (cell[part].split("\n", skip)[skip:] for part, skip in (("directorate", 0), ("theme", 1)))
        row = wanted[name[0].replace("\n", " "), short[0].replace("\n", " ")]
        assert (cell["main"], cell["also"]) == (str(row["main"] or ("0" if row["directorate"] == "all" else "–")), row["also"])
        strengths = [f"{row[one]} {words}" for one, words in STRENGTHS.items() if row[one]]
        assert cell["words"] == ("\n".join(strengths) or str(row["main"] or "–"))


@pytest.mark.parametrize("directorate", ["all", "NEI"])
@pytest.mark.parametrize("code", ["T3", "T5", "none"])
def test_a_theme_and_a_directorate_narrow_the_projects(council: Council, code: str, directorate: str) -> None:
    rows = [
        row for row in plain.projects(council, datetime.now(), NOW)
        if row["theme"] == code and directorate in ("all", row["directorate"])
    ]  # fmt: skip
    at = page(theme=code, directorate=directorate)
    assert sorted(titles(at)) == sorted(row["title"] for row in rows)
    for row in rows:
        for words in (row["note"], row["what_changed"], row["principles"]):
            assert not words or words in said(at)


def test_a_gap_leads_to_the_projects_that_also_contribute() -> None:
    at = AppTest.from_function(body, default_timeout=90)
    at.session_state["door"] = SimpleNamespace(url_path="themes")
    at.run()
    (way,) = [button for button in at.button if "Protect our environment" in button.label]
    way.click().run()
    assert at.query_params["theme"] in ("T5", ["T5"])
    assert "also contribute" in shown(at.header[0].value) and titles(at)
    (back,) = [button for button in at.button if "every theme" in button.label]
    back.click().run()
    assert "theme" not in at.query_params


def test_hostile_titles_and_notes_are_shown_as_they_are(tmp_path: Path) -> None:
    own = Path(shutil.copy(example_database(), tmp_path / "own.duckdb"))
    database = open_ready(own)
    with database.writing() as writer:
        writer.cursor.execute("update sent.projects set title = ? where project_id = 'ACH-P03'", [f"T {NASTY}"])
        writer.cursor.execute("update sent.themes set note = ? where project_id = 'ACH-P03'", [f"N {NASTY}"])
        writer.cursor.execute("update sent.maturity set what_changed = ? where project_id = 'ACH-P03'", [f"W {NASTY}"])
        writer.cursor.execute("update sent.upload set nobody_recognised = true")
    database.close()
    for _ in lent(own):
        at = page(theme="T3")
        assert all(f"{mark} {NASTY}" in said(at) for mark in "TNW")
        assert not re.search(r"(?<!\\)\[link\]|(?<!\\)<b>|(?<!\\)!\[", " ".join(each.value for each in at.markdown))
