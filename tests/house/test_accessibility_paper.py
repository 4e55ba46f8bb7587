"""The paper on accessibility: every criterion once, its tests there, and the statement on About agrees with it."""

import re
from functools import cache

from pages.about.accessible_words import NOT_MET
from tests.browser.looking import STREAMLITS_OWN
from tests.house.code import PROJECT, hold

TEST = re.compile(r"`([\w/]+\.py)::(test_\w+)`")
ROW = re.compile(
    r"^\| (\d\.\d\.\d+) \| ([^|]+) \| (A|AA) \| (met|not applicable|\*\*not met\*\*, [\w’]+) \| ([^|]+) \|$", re.M
)
# Levels A and AA of WCAG 2.2; 4.1.1 was taken out of the standard.
A = """1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3
2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2""".split()
AA = """1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8
3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3""".split()


@cache
def paper() -> str:
    """What the paper says."""
    return (PROJECT / "docs" / "accessibility.md").read_text(encoding="utf-8")


def rows() -> list[tuple[str, ...]]:
    """The rows of its table: number, name, level, verdict, why."""
    return ROW.findall(paper())


def parts(number: str) -> list[int]:
    """A number by which criteria can be put in order."""
    return [int(part) for part in number.split(".")]


def test_every_criterion_is_there_once_in_order_at_its_level() -> None:
    assert len(A) + len(AA) == 55
    levels = {**dict.fromkeys(A, "A"), **dict.fromkeys(AA, "AA")}
    assert [(row[0], row[2]) for row in rows()] == [(each, levels[each]) for each in sorted(levels, key=parts)]


def test_what_is_met_names_a_test_that_exists() -> None:
    assert [row[0] for row in rows() if row[3] == "met" and not TEST.search(row[4])] == []
    missing = [
        f"{place}::{name}"
        for place, name in sorted(set(TEST.findall(paper())))
        if not (file := PROJECT / "tests" / place).is_file()
        or f"def {name}(" not in file.read_text(encoding="utf-8")
    ]
    hold(missing)


def test_the_statement_and_the_paper_say_the_same_is_not_met() -> None:
    stated = {one.criterion: (f"**not met**, {one.whose}", one.said) for one in NOT_MET}
    assert {row[0]: (row[3], row[4]) for row in rows() if "not met" in row[3]} == stated


def test_the_table_counts_itself_rightly() -> None:
    counted = [sum(row[3].startswith(each) for row in rows()) for each in ("met", "not applicable", "**not met**")]
    assert "| " + " | ".join(map(str, counted)) + " |" in paper()


def test_what_the_browser_tests_leave_to_streamlit_is_in_the_paper() -> None:
    assert [rule for rule, piece in STREAMLITS_OWN if f"| {rule} | `{piece}` |" not in paper()] == []
