"""Staff and people: every figure counted again from the files, and no gap listed without its evidence."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import options
from tests.example import example_database, example_files
from tests.pages import drawing
from tests.pages.drawing import lent, said
from tests.pages.test_sentences import shown
from tests.queries.plain import aims, themes
from tests.queries.plain import voices as plain
from tests.queries.plain.files import Council, Row, read_council

NOW = "2026-27 H1"
FILTERS = (options.period, options.directorate, options.level, options.kind)


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


@pytest.fixture(scope="module")
def council() -> Council:
    """The same council's files, read the slow way."""
    return read_council(example_files())


def body() -> None:
    """The page, on a dashboard where projects have pages of their own."""
    from pages.council.voices import voices

    voices()


def drawn(**filters: str) -> AppTest:
    """The page at these filters."""
    return drawing.drawn(body, **filters)


def worked(council: Council, period: str, directorate: str, level: str) -> tuple[Row, list[Row], list[Row]]:
    """Who rated, the stages and the gaps of one place, from the files."""
    asked = (council, datetime.now(), period)
    rated = plain.raters_by_directorate(*asked, level, "all")
    stages = plain.voices_by_stage(*asked, level, "all")
    gaps = [
        row
        for row in aims.two_voices(*asked)
        if directorate in ("all", row["directorate"]) and level in ("all", row["level"])
    ]
    (first,) = [row for row in rated if row["directorate"] == directorate]
    return first, [row for row in stages if row["directorate"] == directorate], gaps


def listed_gaps(at: AppTest) -> list[tuple[str, int, int]]:
    """Every gap on the page as stage, staff and people, in the order they are listed."""
    found = []
    for each in at.markdown:
        text = shown(each.value)
        if first := re.search(r"At (\w+) staff say (\d)[^,]*, people (\d)", text):
            rest = re.findall(r"(Design|Decisions|Delivery|Evaluation) (\d) and (\d)", text)
            found += [(stage, int(staff), int(people)) for stage, staff, people in (first.groups(), *rest)]
            assert "Evidence:" in text
    return found


@pytest.mark.parametrize(
    ("period", "directorate", "level"),
    [(NOW, "all", "all"), ("2024-25 H2", "all", "operational"), ("2023-24 H2", "ACH", "all")],
)
def test_the_answer_and_the_gaps_equal_the_files(
    council: Council, period: str, directorate: str, level: str
) -> None:
    rated, stages, gaps = worked(council, period, directorate, level)
    at = drawn(period=period, directorate=directorate, level=level)
    first = shown(at.header[0].value)
    assert f"rated {rated['separately']} of {rated['rated']} " in first
    assert f"Rated by staff alone: {rated['staff_alone']} of {rated['rated']} " in first
    left_out = f"The ratings above leave out {rated['not_rated']} "
    assert (left_out in said(at)) == bool(rated["not_rated"])
    sizes = {name: sum(row[name] for row in stages) for name in ("people_lower", "people_higher", "both")}
    said_of_it = re.search(r"(\d+) of the (\d+) stages? both scored, and (?:higher|lower) at (\w+)", first)
    assert said_of_it
    assert int(said_of_it[2]) == sizes["both"]
    ways = sorted((sizes["people_lower"], sizes["people_higher"]), reverse=True)
    assert [int(said_of_it[1]), int(said_of_it[3].replace("none", "0"))] == ways
    shown_gaps = [(row["stage_name"], row["staff_score"], row["people_score"]) for row in gaps if row["evidence"]]
    assert sorted(listed_gaps(at)) == sorted(shown_gaps), "all that have evidence, and none that has not"
    bare = len(gaps) - len(shown_gaps)
    assert (f"{bare} gap" in said(at)) == bool(bare)


def test_the_widest_gaps_come_first() -> None:
    widths = [abs(staff - people) for _, staff, people in listed_gaps(drawn())]
    at = [shown(each.value) for each in drawn().markdown]
    firsts = [re.search(r"staff say (\d)[^,]*, people (\d)", text) for text in at]
    opening = [abs(int(one[1]) - int(one[2])) for one in firsts if one]
    assert opening == sorted(opening, reverse=True) and opening[0] == max(widths)


def test_the_dots_are_the_middle_scores_of_the_projects_that_both_rated(council: Council) -> None:
    _, stages, _ = worked(council, "2023-24 H2", "all", "all")
    spec = json.loads(drawn(period="2023-24 H2").get("vega_lite_chart")[0].proto.spec)
    pieces = spec["layer"][1]["data"]["values"]
    dots = {each["name"]: (each["staff"], each["people"]) for each in pieces}
    scored = [row for row in stages if row["both"] >= 3]
    assert dots == {row["stage_name"]: (row["staff_middle"], row["people_middle"]) for row in scored}
    assert len(scored) == 3, "one stage that fewer than three projects have from both"


def test_the_difference_made_is_in_the_words_of_the_return(council: Council) -> None:
    (row, *_) = themes.difference_by_directorate(council, datetime.now(), NOW, "all", "all")
    base = f"{row['service']} of {row['projects']} projects"
    assert f"{base} changed a service or policy; {row['result']} measured a result" in said(drawn())


def test_nothing_to_show_says_what_to_do(council: Council) -> None:
    assert "Choose another half-year" in said(drawn(directorate="LAW"))
    finance = drawn(directorate="FIN")
    assert "No project in Finance was rated by staff and people separately" in shown(finance.header[0].value)
    assert "Rated by staff alone: 2 of 2 projects." in shown(finance.header[0].value)
    few = drawn(directorate="ACH", kind="project")
    assert "Design: people lower in 1 of 1" in said(few).replace("**", ""), "one project: a line, no dots"
    none = drawn(directorate="NEI", period="2023-24 H2")
    assert "No project in Neighbourhoods has a rating yet" in shown(none.header[0].value)


@pytest.mark.trial
def test_every_choice_draws() -> None:
    offered = {one.name: [code for code, _ in one.options] for one in (made() for made in FILTERS)}
    for filters in drawing.dealt(offered):
        assert drawn(**filters).title[0].value == "Staff and people"
