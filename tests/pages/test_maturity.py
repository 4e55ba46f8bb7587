"""How far people are involved: every choice draws, every sentence can be counted again."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.start import open_ready
from pages.parts import options
from pages.parts.maturity_boxes import show
from queries import ask
from tests.example import example_database
from tests.pages import drawing
from tests.pages.drawing import lent, said
from tests.pages.made_up import NASTY
from tests.pages.test_sentences import shown

NOW, SCORES = "2026-27 H1", set("01234567")
STAGES = ("design", "decisions", "delivery", "evaluation")
FILTERS = {"period": options.period, "directorate": options.directorate, "level": options.level, "kind": options.kind}


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


def body() -> None:
    """The page."""
    from pages.council.maturity import maturity

    maturity()


def drawn(**filters: str) -> AppTest:
    """The page at these filters."""
    return drawing.drawn(body, **filters)


def answers() -> Iterator[dict[str, str]]:
    """Every value of every filter on its own, and both looks of few projects and of many."""
    for name, made in FILTERS.items():
        yield from ({name: code} for code, _ in made().options)
    yield from ({"show": code, "kind": kind} for code, _ in show().options for kind in ("all", "board"))


def test_every_choice_draws() -> None:
    for filters in drawing.dealt({name: [code for code, _ in made().options] for name, made in FILTERS.items()}):
        assert drawn(**filters).title[0].value == "How far people are involved"


@pytest.mark.trial
def test_every_choice_draws_alone() -> None:
    for filters in answers():
        assert drawn(**filters).title[0].value == "How far people are involved"


def counted(period: str, directorate: str) -> dict[str, int]:
    """The figures of the headline, counted again project by project."""
    rows = ask("maturity/projects", period=period).rows
    here = [row for row in rows if directorate in ("all", row["directorate"])]
    scored = {row["project_id"]: [int(row[s]) for s in STAGES if row[s] in SCORES] for row in here}
    rated = [row for row in here if scored[row["project_id"]]]
    return {
        "rated": len(rated),
        "reach": sum(min(scored[row["project_id"]]) >= row["aiming_for"] for row in rated),
        "together": sum(row["aiming_for"] >= 6 for row in rated),
        **{way: sum(row["moved"] == way for row in here) for way in ("moved up", "same", "moved down")},
        "alone": sum(row["rated_by"] == "staff" and not row["two_views"] for row in rated),
        "lowered": sum((row["aiming_for"] or 9) < (row["aiming_before"] or 0) for row in here),
    }


def numbers(text: str) -> list[int]:
    """The numbers of a text in order, none being 0."""
    return [int(word) for word in re.findall(r"\d+", text.replace("none", "0"))]


@pytest.mark.parametrize(
    ("period", "directorate"),
    [(NOW, "all"), ("2025-26 H2", "all"), ("2024-25 H1", "all"), (NOW, "CFE"), ("2025-26 H2", "ACH"), ("2023-24 H2", "NEI")],
)
def test_the_answer_equals_its_projects_counted_again(period: str, directorate: str) -> None:
    found, at = counted(period, directorate), drawn(period=period, directorate=directorate)
    if not found["rated"]:
        assert "no project has a rating yet" in said(at)
        return
    wanted = [found["reach"], found["rated"], found["together"], found["rated"]]
    ways = [found[way] for way in ("moved up", "same", "moved down")]
    assert numbers(shown(at.header[0].value)) == wanted + (ways if any(ways) else [])
    assert said(at).count(": from ") == found["lowered"]
    alone = re.search(r"Staff alone rated (\w+) of the|All (\d+) rated projects were", said(at))
    assert alone and numbers(alone[0]) == [found["alone"]]


def alike(scores: list[int], middle: int) -> str:
    """Similar when fewer than a third lie outside the best three steps that hold the middle score."""
    inside = max(sum(low <= score <= low + 2 for score in scores) for low in range(middle - 2, middle + 1))
    return "most near it" if 3 * (len(scores) - inside) < len(scores) else "very mixed"


@pytest.mark.parametrize("directorate", ["CFE", "NEI"])
def test_each_bar_says_the_middle_the_top_and_the_spread_of_its_scores(directorate: str) -> None:
    rows = [row for row in ask("maturity/projects", period=NOW).rows if row["directorate"] == directorate]
    spec = json.loads(drawn(directorate=directorate).get("vega_lite_chart")[0].proto.spec)
    heads = {each["name"]: each["words"] for each in spec["layer"][-1]["data"]["values"]}
    for stage in STAGES:
        scores = sorted(int(row[stage]) for row in rows if row[stage] in SCORES)
        middle, high = scores[(len(scores) - 1) // 2], sum(score >= 6 for score in scores)
        assert heads[stage.capitalize()] == f"{high} of {len(scores)} scored 6 or 7 · middle {middle}, {alike(scores, middle)}"
    blocks = spec["layer"][0]["data"]["values"]
    assert sum(each["end"] - each["start"] for each in blocks) == len(rows) * len(STAGES), "nothing left out"


def test_fewer_than_three_projects_are_a_list_without_a_middle_score() -> None:
    at = drawn(directorate="FIN")
    assert "Budget conversations :small[Design 2, Decisions 2, Delivery not applicable" in said(at)
    assert len(at.get("vega_lite_chart")) == 1, "the whole council alone is drawn"
    assert not drawn(kind="workshop").button_group, "two workshops: no bands or steps to choose from"


def test_nothing_to_show_says_what_to_do() -> None:
    assert "law-and-corporate-returns@example.org" in said(drawn(directorate="LAW"))
    assert "due for April to September 2024" in said(drawn(period="2023-24 H2", directorate="NEI"))
    assert "Choose every level and kind" in said(drawn(directorate="LAW", kind="board"))


def test_a_hostile_title_is_shown_as_it_is(tmp_path: Path, example: Path) -> None:
    own = Path(shutil.copy(example_database(), tmp_path / "own.duckdb"))
    database = open_ready(own)
    with database.writing() as writer:
        for project in ("ACH-P03", "CFE-P11", "FIN-P02"):
            writer.cursor.execute("update sent.projects set title = ? where project_id = ?", [NASTY, project])
    database.close()
    for _ in lent(own):
        whole = drawn()
        assert said(whole).count(NASTY) == 3, "a list of two, a lowered aim, the widest gap"
        assert not re.search(r"(?<!\\)\[link\]|(?<!\\)<b>|(?<!\\)!\[", " ".join(e.value for e in whole.markdown))
