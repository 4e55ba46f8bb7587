"""One project's page: what it says equals the files, and what is not there is said."""

import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

import queries
from data.start import open_ready
from tests.example import example_database, example_files
from tests.pages.drawing import lent, said
from tests.pages.made_up import NASTY
from tests.pages.projects_page import NOW, links, page
from tests.pages.test_sentences import shown
from tests.queries.plain import project_notes
from tests.queries.plain import register as plain
from tests.queries.plain.files import Council, read_council

STAGES = ("Design", "Decisions", "Delivery", "Evaluation")


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


@pytest.fixture(scope="module")
def council() -> Council:
    """The same council's files, read the slow way."""
    return read_council(example_files())


@pytest.mark.parametrize("project", ["ACH-P01", "CFE-P14", "NEI-P08", "RES-P04"])
def test_what_it_says_equals_the_files(council: Council, project: str) -> None:
    (row,) = [each for each in plain.described(council, datetime.now()) if each["project_id"] == project]
    stages = [r for r in plain.stages(council, datetime.now(), NOW) if r["project_id"] == project]
    at = page(project=project, period=NOW)
    words, first = said(at), shown(at.header[0].value)
    assert shown(at.title[0].value) == row["title"]
    assert words.index("What came of it?") < words.index("What is it?")
    assert first.startswith(f"A {row['kind']} at {row['level_name'].lower()} level")
    below = [r["stage_name"] for r in stages if r["answer"].isdecimal() and int(r["answer"]) < r["aiming_for"]]
    named = re.search(r"is below it at ([^.]*)\.", first)
    assert (re.findall("|".join(STAGES), named[1]) if named else []) == below
    apart = [r for r in stages if r["gap"]]
    for each in apart:
        assert f"at {each['stage_name']} staff say {each['staff_score']} and people {each['people_score']}" in words
    assert ("The lower score counts" in words) == bool(apart)
    assert f"Reward for taking part: **{row['reward'] or 'not said'}**" in words


def test_people_are_rounded_and_never_the_count_that_was_sent(council: Council) -> None:
    (told,) = [r for r in project_notes.people(council, datetime.now(), NOW) if r["project_id"] == "ACH-P01"]
    words = said(page(project="ACH-P01", period=NOW))
    assert f"People taking part: **{told['people']}**" in words
    assert f"Of them new to the project: **{told['new_people'] or 'fewer than 5'}**" in words
    assert "felt" not in words and "were asked" not in words.replace("Views were asked for", "")


def test_a_forum_lists_what_it_shaped_and_a_project_links_to_its_forum(council: Council) -> None:
    shaped = [r for r in plain.described(council, datetime.now()) if r["shaped_by"] == "CFE-P09"]
    at = page(project="CFE-P09", period=NOW)
    assert f"{len(shaped)} projects name it as what shaped them" in said(at)
    assert {row["title"] for row in shaped} <= {shown(re.sub(r"^:primary\[|\]$", "", each)) for each in links(at)}
    back = page(project=shaped[0]["project_id"], period=NOW)
    assert any("Youth voice forum" in each for each in links(back)) and "Who shaped it?" in said(back)


def test_its_history_is_the_files_newest_first(council: Council) -> None:
    past = [r for r in plain.history(council, datetime.now()) if r["project_id"] == "ACH-P03"]
    table = next(t.value for t in page(project="ACH-P03").table if "Half-year" in t.value.columns)
    names = [shown(each).replace("\u00a0", " ") for each in table["Half-year"]]
    assert names == [r["period_name"] for r in reversed(past)]
    assert [shown(each) for each in table["Aims for"]] == [str(r["aiming_for"]) for r in reversed(past)]


@pytest.mark.parametrize("wrong", ["ACH-P99", "<b>x</b>", "A" * 900])
def test_a_project_that_is_not_there_is_said_in_a_sentence(wrong: str) -> None:
    words = said(page(project=wrong))
    assert f"There is no project “{wrong[:20].upper()}" in words and "in the register" in words
    assert len(words) < 1500


def test_an_id_is_found_however_it_is_written() -> None:
    assert "Learning disability and autism board" in page(project=" ach-p01 ").title[0].value


def test_a_project_of_another_half_year_says_so_and_leads_there() -> None:
    at = page(project="ACH-P06", period=NOW)
    assert "does not belong to April to September 2026" in shown(at.header[0].value)
    assert any("See April to September 2025" in shown(each) for each in links(at))
    assert "has not started: it is to start on 11 January 2027" in shown(page(project="ACH-P14").header[0].value)


def test_what_changed_is_shown_once_its_sender_ticked_and_not_before(council: Council) -> None:
    every = project_notes.notes(council, datetime.now(), NOW)
    shown_one, waits = (
        next(r for r in every if r["about"] != "evidence" and bool(r["note"]) is ticked) for ticked in (True, False)
    )
    assert shown_one["note"] in said(page(project=shown_one["project_id"], period=NOW))
    words = said(page(project=waits["project_id"], period=NOW))
    assert "not shown, as its sender has not ticked that nobody could be recognised" in words
    sent = [r for u in council.uploads if u.name == "maturity" for r in u.rows if r["project_id"] == waits["project_id"]]
    hidden = [r["what_changed"] for r in sent if r["period"] == NOW and r["what_changed"]]
    assert not any(each in words for each in hidden)


def test_a_hostile_title_is_shown_as_it_is_and_a_hidden_note_not_at_all(tmp_path: Path, example: Path) -> None:
    own = Path(shutil.copy(example_database(), tmp_path / "own.duckdb"))
    database = open_ready(own)
    with database.writing() as writer:
        writer.cursor.execute("update sent.projects set title = ? where project_id = 'CFE-P09'", [NASTY])
        writer.cursor.execute("update sent.maturity set evidence = ? where project_id = 'CFE-P10'", [NASTY])
    database.close()
    for _ in lent(own):
        forum, shaped = page(project="CFE-P09"), page(project="CFE-P10", period="2025-26 H1")
        assert NASTY in shown(forum.title[0].value) and NASTY in said(shaped)
        assert any(NASTY in shown(each) for each in links(shaped))
        marked = " ".join([*(each.value for each in (*forum.markdown, *shaped.markdown)), *links(shaped)])
        assert not re.search(r"(?<!\\)\[link\]|(?<!\\)<b>|(?<!\\)!\[", marked)
        queries.change("hide note", "maturity/CFE-P10/2025-26 H1/evidence", "", "names somebody")
        assert NASTY not in said(page(project="CFE-P10", period="2025-26 H1"))
