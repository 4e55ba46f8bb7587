"""The papers: the security table is whole and honest, and every link leads somewhere."""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.house.code import PROJECT, hold

DOCS = PROJECT / "docs"
TEST = re.compile(r"`([\w/]+\.py)::(test_\w+)`")
LINK = re.compile(r"\]\(([^)#\s]*)(#[^)\s]*)?\)")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([^|]+) \| (met|not applicable|\*\*not met\*\*) \| ([^|]+) \|$", re.M)
# How many requirements of levels 1 and 2 each section of the standard has: they are its first ones.
SECTIONS = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1,
    "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4,
    "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5,
    "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2,
    "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11,
    "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1,
    "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5,
    "14.1": 2, "14.2": 4, "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5,
    "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4, "17.3": 2,
}  # fmt: skip


@cache
def table() -> list[tuple[str, ...]]:
    """The rows of the security table: number, words, verdict, why."""
    return ROW.findall((DOCS / "asvs.md").read_text(encoding="utf-8"))


def anchor(heading: str) -> str:
    """The place a heading is linked by."""
    return "#" + re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_the_security_table_has_every_requirement_once() -> None:
    wanted = [f"{section}.{place}" for section, many in SECTIONS.items() for place in range(1, many + 1)]
    assert len(wanted) == 253
    assert [row[0] for row in table()] == wanted


def test_what_is_met_names_its_test_or_paper_and_all_say_why() -> None:
    for number, words, verdict, why in table():
        assert words.strip() and why.strip(), number
        assert verdict != "met" or TEST.search(why) or LINK.search(why), number


def test_every_test_that_is_named_exists() -> None:
    named = {each for row in table() for each in TEST.findall(row[3])}
    missing = [
        f"{place}::{name}"
        for place, name in sorted(named)
        if not (file := PROJECT / "tests" / place).is_file()
        or f"def {name}(" not in file.read_text(encoding="utf-8")
    ]
    hold(missing)


def test_the_table_counts_itself_rightly() -> None:
    counted = [sum(row[2] == each for row in table()) for each in ("met", "not applicable", "**not met**")]
    assert "| " + " | ".join(map(str, counted)) + " |" in (DOCS / "asvs.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("paper", sorted(DOCS.glob("*.md")), ids=lambda path: path.name)
def test_every_link_leads_somewhere(paper: Path) -> None:
    for place, part in LINK.findall(paper.read_text(encoding="utf-8")):
        if place.startswith(("http:", "https:")):
            continue
        target = (paper.parent / place).resolve() if place else paper
        assert target.exists(), place
        if part:
            text = target.read_text(encoding="utf-8")
            assert part in map(anchor, re.findall(r"^#+ (.+)$", text, re.M)), f"{place}{part}"


def test_the_assessment_leaves_to_the_council_what_only_it_can_say() -> None:
    text = (DOCS / "privacy.md").read_text(encoding="utf-8")
    assert [f"## {number}." in text or f"and {number}." in text for number in range(1, 8)] == [True] * 7
    assert text.count("**[council") > 20
