"""The kinds of change there are: what each asks of its subject and value, and what follows from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import duckdb

from data.changes.comments import check_comment
from data.changes.laying import lay_lists
from data.changes.merging import check_merge
from data.changes.notes import check_note
from data.changes.population import check_population
from data.changes.rows import check_row
from data.changes.waiting import check_tick

Cursor = duckdb.DuckDBPyConnection


def _nothing(cursor: Cursor) -> None:
    """Views read the change itself, so nothing else is to be done."""


@dataclass(frozen=True)
class Kind:
    """A kind of change. Both raise WrongUse, with a sentence, for one that cannot be made.

    `check` is asked before a change is kept, `settle` after one was kept or taken back.
    """

    check: Callable[[Cursor, str, str], None]
    settle: Callable[[Cursor], None] = _nothing


KINDS: Mapping[str, Kind] = MappingProxyType({
    "hide note": Kind(check_note),
    "tick notes": Kind(check_tick),
    "comment": Kind(check_comment),
    "merge project": Kind(check_merge),
    "list row": Kind(check_row, lay_lists),
    "population": Kind(check_population, lay_lists),
})  # fmt: skip
