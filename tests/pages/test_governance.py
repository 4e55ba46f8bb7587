"""From proposal to result: every choice draws, and every figure can be counted again from the files."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from pages.parts import options
from pages.parts.coverage_grid import SAID
from queries import choices
from tests.example import example_database, example_files
from tests.pages.drawing import dealt, lent, said
from tests.pages.governance_page import GRID, PRACTICES, RESOURCES, TILES, counted, here, page, pieces
from tests.pages.test_sentences import shown
from tests.queries.plain import governance, minutes, pipeline
from tests.queries.plain.files import Council, read_council

NOW = "2026-27 H1"
TITLE = "From proposal to result"
EVERY = {"level": "all", "kind": "all"}


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


@pytest.fixture(scope="module")
def council() -> Council:
    """The same council's files, read the slow way."""
    return read_council(example_files())


def test_every_choice_draws() -> None:
    filters = (options.period(), options.directorate(), options.level(), options.kind())
    for chosen in dealt({one.name: [code for code, _ in one.options] for one in filters}):
        assert page(**chosen).title[0].value == TITLE


@pytest.mark.trial
def test_every_choice_draws_alone() -> None:
    for one in (options.period(), options.directorate(), options.level(), options.kind()):
        for code, _ in one.options:
            assert page(**{one.name: code}).title[0].value == TITLE


@pytest.mark.parametrize(("period", "directorate"), [(NOW, "all"), ("2025-26 H2", "NEI")])
def test_the_answer_and_the_tiles_equal_the_files(council: Council, period: str, directorate: str) -> None:
    at = page(period=period, directorate=directorate)
    rows = here(pipeline.pipeline_by_directorate(council, datetime.now(), period, **EVERY), directorate)
    by_status = {row["status"]: row for row in rows}
    on_the_way = [by_status[each]["projects"] for each in ("proposed", "agreed", "active")]
    assert counted(at) == on_the_way + [by_status[each]["came"] for each in ("complete", "stopped")]
    tiles = pieces(at, TILES)
    assert [(tile["status"], tile["figure"]) for tile in tiles] == [
        (row["status"].capitalize(), str(row["projects"])) for row in rows
    ]
    for tile, row in zip(tiles[:3], rows, strict=False):
        assert ("so far" in str(tile["words"])) == (row["middle_days"] is not None)
        assert ("took" in str(tile["words"])) == (row["middle_taken"] is not None)


def test_what_is_set_aside_equals_the_files(council: Council) -> None:
    at = page()
    rows = here(pipeline.pipeline_by_directorate(council, datetime.now(), NOW, **EVERY))
    full, part, none, whole = (
        sum(row[name] for row in rows if row["status"] in ("agreed", "active"))
        for name in ("resource_full", "resource_part", "resource_none", "projects")
    )
    words = f"in full for {full} of the {whole} agreed or active projects, in part for {part} and not at all for {none}."
    assert words in said(at)
    bars = {str(bar["name"]): bar["words"] for bar in pieces(at, RESOURCES)}
    (active,) = [row for row in rows if row["status"] == "active"]
    parts = (f"{active[f'resource_{name}']} {words}" for name, words in (("full", "in full"), ("part", "in part"), ("none", "none")))
    assert bars["Active"] == " · ".join(parts)


def test_each_project_that_waits_is_named_and_the_one_held_up_is_asked_about(council: Council) -> None:
    at = page()
    rows = pipeline.pipeline_projects(council, datetime.now(), NOW)
    waiting = [row for row in rows if row["status"] in ("proposed", "agreed")]
    late = [row for row in waiting if row["start_passed"]]
    assert len(waiting) == 8 and len(late) == 1
    assert all(row["title"] in said(at) for row in waiting)
    assert f"“{late[0]['title']}” ({late[0]['directorate_name']}) was to begin on" in shown(at.header[0].value)


def test_practices_priorities_and_partners_equal_the_files(council: Council) -> None:
    at = page()
    bars = {str(bar["name"]): str(bar["words"]) for bar in pieces(at, PRACTICES)}
    rows = here(governance.practice_by_directorate(council, datetime.now(), NOW, **EVERY))
    assert len(bars) == len(rows) == 7
    assert all(bars[row["practice_name"]].startswith(f"{row['yes']} of {row['projects']} yes") for row in rows)
    chosen = here(governance.choices_by_directorate(council, datetime.now(), NOW, **EVERY))
    sizes = {(row["subject"], row["answer"]): row["projects"] for row in chosen}
    assert f"People set the priorities in {sizes['priorities_set_by', 'people']}, people and the service" in said(at)
    assert f"provider {sizes['partner', 'provider']}" in said(at) and f"expenses {sizes['reward', 'expenses']}" in said(at)


def test_the_grid_says_in_marks_and_words_who_takes_part_in_the_councils_order(council: Council) -> None:
    cells = pieces(page(), GRID)
    by_place = {str(cell["said"]).split(": ", 1)[0]: str(cell["words"]) for cell in cells}
    assert len(by_place) == 7 * 6
    for row in governance.coverage_by_period(council, datetime.now()):
        words = by_place[f"{row['directorate_name']} · {row['period_label']}"]
        assert words[2:].split("\n")[0] == SAID[row["coverage"]] and words[0] in "●◐○"
        assert (f"{row['rated']} of {row['projects']}" in words) == bool(row["projects"])
    order = list(dict.fromkeys(place.split(" · ")[0] for place in by_place))
    assert order == [str(row["label"]) for row in choices("directorates")]


@pytest.mark.parametrize("directorate", ["all", "RES"])
def test_minutes_and_movement_equal_the_files(council: Council, directorate: str) -> None:
    words = said(page(directorate=directorate))
    rows = here(minutes.minutes_by_period(council, datetime.now()), directorate)
    assert f"A sending took {rows[-1]['middle_minutes']} minutes to fill in" in words
    assert f"in {rows[0]['period_label']} it took {rows[0]['middle_minutes']}." in words
    (row,) = here(governance.movement_since_baseline(council, datetime.now(), NOW, **EVERY), directorate)
    ways = [row[name] or "none" for name in ("moved_up", "same", "moved_down")]
    assert "{} moved up, {} stayed the same and {} moved down".format(*ways) in words


def test_nothing_to_show_says_what_to_do_and_still_shows_the_returns() -> None:
    words = said(page(directorate="LAW"))
    assert "Choose another half-year" in words and "has never rated a project" in words


def test_the_words_are_plain() -> None:
    words = said(page())
    told = re.sub(r"\*\*[^*]+\*\*: [^·]*", "", words)
    assert not re.search(r"median|pipeline|governance|baseline|\bslice\b|in force|comparator", told.split("Sources:")[0])
