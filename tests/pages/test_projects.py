"""The register: every choice draws, its sentences equal the files, and each row leads to a project."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from pages.council.projects_register import half_year, status
from pages.parts import options
from tests.example import example_database, example_files
from tests.pages.drawing import dealt, lent, said
from tests.pages.projects_page import NOW, links, page
from tests.pages.test_sentences import shown
from tests.queries.plain import register as plain
from tests.queries.plain.files import Council, Row, read_council

FILTERS = (half_year, options.directorate, options.level, options.kind, status)


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


@pytest.fixture(scope="module")
def council() -> Council:
    """The same council's files, read the slow way."""
    return read_council(example_files())


def rows(council: Council, period: str, **narrow: str) -> list[Row]:
    """The projects of a choice, from the files."""
    every = plain.register(council, datetime.now(), period)
    return [row for row in every if all(row[name] == code for name, code in narrow.items())]


@pytest.mark.trial
def test_every_choice_draws() -> None:
    offered = {one.name: [code for code, _ in one.options] for one in (made() for made in FILTERS)}
    for filters in dealt(offered):
        assert page(**filters).title[0].value == "Projects"


@pytest.mark.parametrize(
    ("period", "narrow"), [(NOW, {}), ("2025-26 H1", {"directorate": "CFE"}), ("all", {"kind": "forum"})]
)
def test_the_sentence_and_the_list_equal_the_files(council: Council, period: str, narrow: dict[str, str]) -> None:
    wanted, at = rows(council, period, **narrow), page(period=period, **narrow)
    first = shown(at.header[0].value)
    assert first.startswith(f"{len(wanted)} ")
    for name, how_many in Counter(row["status"] for row in wanted).items():
        assert f"{how_many} {name}" in first or f"all are {name}" in first
    titles = [shown(re.sub(r"^:primary\[(.*)\]$", r"\1", each)) for each in links(at)]
    assert titles[-len(wanted):] == [row["title"] for row in wanted]
    found = re.search(r"(\d+) of (\d+) rated ones reach", first)
    if period != "all":
        aims = [row["aim"] for row in wanted if row["aim"]]
        assert found and [*map(int, found.groups())] == [len(aims) - aims.count("not reached"), len(aims)]
        high = sum(row["aiming_for"] >= 6 for row in wanted if row["aim"])
        assert f"{high} of {len(aims)} aim" in first


def test_who_has_not_started_is_told_beside_the_half_year(council: Council) -> None:
    waiting = [row for row in rows(council, "all") if row["status"] in ("proposed", "agreed")]
    assert f"{len(waiting)} more are proposed or agreed and not started yet" in said(page(period=NOW))


def test_a_search_finds_by_title_id_and_service(council: Council) -> None:
    every = {row["project_id"]: row for row in rows(council, NOW)}
    for words, wanted in (("FORUM young", "CFE-P01"), ("ach-p03", "ACH-P03"), ("reablement strength", "ACH-P05")):
        at = page(find=words)
        assert any(shown(every[wanted]["title"]) in shown(each) for each in links(at)), words
        assert len(links(at)) < 4


def test_nothing_found_says_why_and_what_to_do() -> None:
    assert "“zzz <b>” in title, id or service is in the register" in said(page(find="zzz <b>"))
    gone = page(find="CFE-P10")
    assert "Look at every half-year" in said(gone) and "See 1 project in other half-years" in shown(links(gone)[0])


def test_a_row_leads_to_its_project() -> None:
    at = page(find="ACH-P01")
    at.button[-1].click().run()
    assert at.query_params["project"] == "ACH-P01"
    assert "A board at strategic level" in shown(at.header[0].value)
