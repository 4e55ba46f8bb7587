"""The effect of a sheet: which rows would be new, changed, removed or the same.

Counts of people are left out of the comparison. Told "the same" or "changed" about a count,
anyone could try numbers until the stored one is found.
"""

from dataclasses import dataclass

import duckdb

from data.intake.before import rows_in_force
from data.protection import COUNTS
from data.schema import Schema


@dataclass(frozen=True)
class Effect:
    """How many rows a sheet adds, changes, removes and leaves as they are."""

    new: int = 0
    changed: int = 0
    removed: int = 0
    same: int = 0

    def __add__(self, other: "Effect") -> "Effect":
        """Both together."""
        return Effect(
            self.new + other.new,
            self.changed + other.changed,
            self.removed + other.removed,
            self.same + other.same,
        )


def effect(cursor: duckdb.DuckDBPyConnection, schema: Schema) -> Effect:
    """What the rows in `incoming` would do to those that count now, slice by slice."""
    slice_ = ", ".join(f'"{name}"' for name in schema.slice)
    key = ", ".join(f'"{name}"' for name in schema.key)
    said = [f'"{name}"' for name in schema.field_names if name not in COUNTS.get(schema.name, ())]
    row = cursor.execute(
        f"with arriving_rows as (select {key}, hash({', '.join(said)}) as said from incoming), "
        f"present as (select {key}, hash({', '.join(said)}) as said "
        f"from ({rows_in_force(schema)}) semi join incoming using ({slice_})) "
        "select count(*) filter (present.said is null), "
        "count(*) filter (present.said <> arriving_rows.said), "
        "count(*) filter (arriving_rows.said is null), "
        "count(*) filter (present.said = arriving_rows.said) "
        f"from arriving_rows full join present using ({key})"
    ).fetchone()
    return Effect(*map(int, row)) if row else Effect()
