"""Everything that can be asked of a database: each shared definition, list and question."""

import itertools
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from data.database import Database
from data.schema import list_schemas
from data.settings import VIEWS
from queries.ask import answer, complete
from queries.combinations import combinations
from queries.question import Question, questions

DEFINED = re.compile(r"create or replace macro (\w+)\(([^)]*)\) as table")
MOMENT = datetime(2026, 11, 30, 12)
# Rows of columns and cells; what they came from stands before them.
Table = tuple[str, tuple[str, ...], list[tuple[Any, ...]]]


def definitions() -> dict[str, list[str]]:
    """The shared definitions that give a table, with the names of their parameters."""
    texts = [view.read_text(encoding="utf-8") for view in sorted(VIEWS.glob("*.sql"))]
    found = [each for text in texts for each in DEFINED.findall(text)]
    return {name: [part.strip() for part in given.split(",") if part.strip()] for name, given in found}


def defined(database: Database, period: str, area: str = "Wirral") -> Iterator[Table]:
    """The rows of every shared definition and every list."""
    values = {"as_at": MOMENT, "for_period": period, "for_area": area, "for_unit": "people",
              "for_ages": "all"}  # fmt: skip
    for name, parameters in definitions().items():
        asked = {each: values[each] for each in parameters}
        table = database.read(
            f"from {name}({', '.join(f'${each}' for each in parameters)})", asked
        )
        yield name, table.names, table.rows
    for name in list_schemas():
        table = database.read(f"from reference.{name}")
        yield f"reference.{name}", table.names, table.rows


def _some(database: Database, question: Question, period: str, many: int) -> Iterator[dict[str, str]]:
    """A few ways to ask a question about a period, spread over all of them."""
    ways = [way for way in combinations(database, question) if way.get("period", period) == period]
    yield from itertools.islice(ways, 0, None, max(1, -(-len(ways) // many)))


def answered(database: Database, period: str, many: int = 2) -> Iterator[tuple[str, str]]:
    """Every question asked a few ways, and its answer as the CSV that can be downloaded."""
    for address, question in questions().items():
        for way in _some(database, question, period, many):
            asked = complete(database, question, {**way, "as_at": MOMENT})
            yield f"{address} {way}", answer(database, question, asked).csv().decode("utf-8-sig")
