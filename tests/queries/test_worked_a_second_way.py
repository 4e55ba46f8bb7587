"""Every answer about work equals one worked out slowly from the CSV files."""

from collections.abc import Callable
from datetime import date, datetime, time
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from queries import ask, choices
from tests.house.code import addresses
from tests.queries.plain import aims, changed, conditions, corrected, governance, heard, learning, maturity
from tests.queries.plain import minutes, pipeline, project_notes, register, returns, sent, themes, uploads
from tests.queries.plain import voices
from tests.queries.plain.files import Council, Row

Plain = Callable[..., list[Row]]
PLAIN: dict[str, Plain] = {
    "changed/after_final": corrected.after_final,
    "changed/details_after_final": corrected.details_after_final,
    "changed/projects": changed.projects,
    "changed/projects_by_directorate": changed.projects_by_directorate,
    "changed/themes_by_directorate": changed.themes_by_directorate,
    "conditions/answers_by_directorate": conditions.answers_by_directorate,
    "governance/choices_by_directorate": governance.choices_by_directorate,
    "governance/coverage_by_period": governance.coverage_by_period,
    "governance/minutes_by_period": minutes.minutes_by_period,
    "governance/movement_since_baseline": governance.movement_since_baseline,
    "governance/pipeline_by_directorate": pipeline.pipeline_by_directorate,
    "governance/pipeline_projects": pipeline.pipeline_projects,
    "governance/practice_by_directorate": governance.practice_by_directorate,
    "learning/notes": learning.notes,
    "learning/waiting": learning.waiting,
    "maturity/aims_by_directorate": aims.aims_by_directorate,
    "maturity/felt_heard_by_directorate": heard.felt_heard_by_directorate,
    "maturity/projects": aims.projects,
    "maturity/projects_by_step": maturity.projects_by_step,
    "maturity/raters_by_directorate": voices.raters_by_directorate,
    "maturity/stages_by_directorate": maturity.stages_by_directorate,
    "maturity/two_voices": aims.two_voices,
    "maturity/voices_by_stage": voices.voices_by_stage,
    "overview/headline": returns.headline,
    "projects/described": register.described,
    "projects/history": register.history,
    "projects/notes": project_notes.notes,
    "projects/people": project_notes.people,
    "projects/register": register.register,
    "projects/stages": register.stages,
    "returns/due_by_period": sent.due_by_period,
    "returns/due_items": sent.due_items,
    "returns/period_status": returns.period_status,
    "returns/received_by_directorate": returns.received_by_directorate,
    "returns/upload_acts": uploads.upload_acts,
    "returns/upload_items": uploads.upload_items,
    "returns/uploads": uploads.uploads,
    "themes/difference_by_directorate": themes.difference_by_directorate,
    "themes/projects": themes.projects,
    "themes/projects_by_main_theme": themes.projects_by_main_theme,
}
MOMENTS = (date(2024, 11, 8), date(2025, 11, 20), date(2026, 11, 30))
PERIODS = ("2023-24 H2", "2024-25 H1", "2024-25 H2", "2025-26 H1", "2025-26 H2", "2026-27 H1")
KINDS = ("project", "forum", "board", "commissioning", "strategy", "workshop")
BESIDE = {"returns/upload_items": ("none",), "projects/register": ("all",)}
COUNTING = [each for each, plain in PLAIN.items() if "level" in signature(plain).parameters]


def compare(council: Council, address: str, as_at: date, **parameters: Any) -> int:
    """Assert that both ways agree on every row, and return how many rows there were."""
    told = ask(address, as_at=as_at, **parameters)
    worked = PLAIN[address](council, datetime.combine(as_at, time.max), **parameters)
    rows = [dict(row) for row in told.rows]
    assert rows == worked
    assert [list(row) for row in rows] == [list(row) for row in worked]
    return len(rows)


def test_every_question_about_work_is_worked_out() -> None:
    topics = {
        "changed", "conditions", "governance", "learning", "maturity", "overview", "projects", "returns", "themes",
    }  # fmt: skip
    assert set(PLAIN) == {each for each in addresses() if each.split("/")[0] in topics}


def test_every_file_of_the_example_is_one_upload(example: Path, council: Council) -> None:
    from queries.ask import _database

    kept = _database().read(
        "select upload_id, return_name, received_at from sent.upload order by 1"
    )
    assert kept.rows == [(each.number, each.name, each.received) for each in council.uploads]


@pytest.mark.parametrize("as_at", MOMENTS, ids=str)
@pytest.mark.parametrize("address", sorted(PLAIN))
def test_both_ways_agree_in_every_half_year(
    example: Path, council: Council, address: str, as_at: date
) -> None:
    everything = {"level": "all", "kind": "all"} if address in COUNTING else {}
    if "period" not in signature(PLAIN[address]).parameters:
        compare(council, address, as_at)
        return
    for period in (*PERIODS, *BESIDE.get(address, ())):
        compare(council, address, as_at, period=period, **everything)


@pytest.mark.parametrize("address", COUNTING)
def test_both_ways_agree_at_every_level_and_for_every_kind(
    example: Path, council: Council, address: str
) -> None:
    levels = [str(level["code"]) for level in choices("levels")]
    seen = 0
    for level, kind in [(each, "all") for each in levels] + [("all", each) for each in KINDS]:
        seen += compare(council, address, MOMENTS[1], period="2025-26 H1", level=level, kind=kind)
    seen += compare(
        council, address, MOMENTS[2], period="2026-27 H1", level="operational", kind="project"
    )
    assert seen


def test_the_example_has_life_in_what_is_compared(example: Path) -> None:
    """An empty or even example would prove nothing."""
    rows = [
        row
        for period in PERIODS
        for row in ask("maturity/projects", as_at=MOMENTS[2], period=period).rows
    ]
    assert {row["moved"] for row in rows} == {
        "moved up", "same", "moved down", "rater changed", "not rated in both",
    }  # fmt: skip
    assert {row["aim"] for row in rows} == {None, "reached", "so far", "not reached"}
    assert {row["rated_by"] for row in rows} == {None, "staff", "people", "jointly"}
    assert {"NS", "NA", "no return", "0", "7"} & {row["design"] for row in rows}
    assert any(row["aim_lowered"] for row in rows)
