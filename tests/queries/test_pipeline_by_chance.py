"""Whatever a council sends: the counts from proposed to an end, and its gaps, equal a slow count.

So do the sentences that the page makes of them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

import pytest

from data.database import Database
from pages.parts import governance_words
from pages.parts.themes_words import Scope, empty
from queries import Answer
from tests.queries.chance import council_by_chance, look
from tests.queries.plain import pipeline as plain
from tests.queries.plain.dues import due
from tests.queries.plain.files import Council
from tests.queries.plain.projects import belonging
from tests.queries.plain.themes import contributions
from tests.queries.poured import asked, empty as empty_database, pour

EVERY = {"level": "all", "kind": "all"}
Gaps = set[tuple[str, str]]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database for one council after the other."""
    made = empty_database(tmp_path_factory.mktemp("pipeline-by-chance"))
    yield made
    made.close()


def themes_without(council: Council, as_at: datetime, period: str) -> Gaps:
    """Each directorate with a project, and the themes that none of its projects has as main one."""
    sent = contributions(council, as_at, period)
    mains: dict[str, set[str]] = {}
    for project in belonging(council, as_at, period):
        said = {row["theme"] for row in sent.get(project["project_id"], []) if row["main_or_also"] == "main"}
        for place in ("all", project["directorate"]):
            mains[place] = mains.get(place, set()) | said
    themes = {row["code"] for row in council.lists["themes"]}
    return {(place, theme) for place, held in (mains or {"all": set()}).items() for theme in themes - held}


def gaps(database: Database, as_at: datetime, period: str) -> Gaps:
    """The same from the question behind the grid of themes."""
    told = asked(database, "themes/projects_by_main_theme", as_at, period=period, **EVERY)
    return {(row["directorate"], row["theme"]) for row in empty(told.rows)}


def unmet(database: Database, as_at: datetime, period: str) -> Counter[tuple[str, str, str | None]]:
    """What is past its due date with nothing in force, from the question behind the chase list."""
    told = asked(database, "returns/due_items", as_at, period=period)
    return Counter((row["directorate"], row["return_name"], row["project_id"]) for row in told.where(state="missing"))


def unmet_slowly(council: Council, as_at: datetime, period: str) -> Counter[tuple[str, str, str | None]]:
    """The same from the files."""
    rows = [row for row in due(council, as_at, period) if row["state"] == "missing"]
    return Counter(
        (row["directorate"], row["return_name"], row["item"] if row["item"] != row["directorate"] else None)
        for row in rows
    )


def said_of(told: Answer) -> list[int]:
    """The figures in the headline's sentence, the dates taken away."""
    rows = told.where(directorate="all")
    words = governance_words.where_they_stand(rows, Scope())
    if "was known yet" in words:
        return [0] * 5
    words = re.sub(r"\b(?:no|none)\b", "0", words.split(", ", 1)[1])
    return [int(found) for found in re.findall(r"\d+", words)]


def look_at(database: Database, seed: int) -> Counter[str]:
    """Assert that one council is counted alike in both ways; returns how much there was to count."""
    council, (as_at, period) = council_by_chance(seed), look(seed)
    pour(database, council)
    told = asked(database, "governance/pipeline_by_directorate", as_at, period=period, **EVERY)
    worked = plain.pipeline_by_directorate(council, as_at, period, **EVERY)
    assert [dict(row) for row in told.rows] == worked, f"seed {seed}"
    lacking, missing = gaps(database, as_at, period), unmet(database, as_at, period)
    assert lacking == themes_without(council, as_at, period), f"seed {seed}"
    assert missing == unmet_slowly(council, as_at, period), f"seed {seed}"
    whole = {row["status"]: row for row in worked if row["directorate"] == "all"}
    counted = [whole[each]["projects"] for each in ("proposed", "agreed", "active")] if whole else []
    ends = [whole[each]["came"] for each in ("complete", "stopped")] if whole else []
    assert not whole or said_of(told) == counted + ends, f"seed {seed}"
    seen = Counter({f"{status} {name}": row[name] for status, row in whole.items() for name in row if name in SEEN})
    return seen + Counter(gaps=len(lacking), missing=len(missing))


SEEN = ("projects", "came", "not_known", "moved_on", "moves_not_known", "start_passed", "resource_full")


def test_counts_and_gaps_equal_a_slow_count_in_20_random_councils(database: Database) -> None:
    seen = sum((look_at(database, seed) for seed in range(5000, 5020)), Counter[str]())
    assert all(seen[f"{status} projects"] for status in plain.STATUSES) and seen["gaps"] and seen["missing"], seen


@pytest.mark.trial
def test_counts_and_gaps_equal_a_slow_count_in_500_random_councils(database: Database) -> None:
    seen = sum((look_at(database, seed) for seed in range(6000, 6500)), Counter[str]())
    assert all(seen[f"{status} {name}"] for status in plain.STATUSES for name in SEEN[:5]), seen
