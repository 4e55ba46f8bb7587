"""Files by chance, made of what counts now: changed, shortened, the same, or partly wrong."""

from dataclasses import dataclass, replace
from random import Random
from typing import Any

from data.database import Database
from data.intake.unchanged import KEPT
from data.protection import COUNTS
from data.schema import Schema, return_schemas

Row = dict[str, Any]
Held = dict[str, list[Row]]
Slices = set[tuple[Any, ...]]
WRONG = {"projects": ("project_id", "status"), "maturity": ("project_id", "design"),
         "themes": ("project_id", "theme"), "conditions": ("item", "answer")}  # fmt: skip


def held_now(database: Database) -> Held:
    """The rows of every return that count now, by nothing but plain Python over the tables."""
    acts = database.read("select upload_id, act from sent.event order by event_id").rows
    counting = {upload for upload, act in dict(acts).items() if act in ("sent", "restored")}
    found: Held = {}
    for name, schema in return_schemas().items():
        table = database.read(f"from sent.{name} order by upload_id, line")
        rows = [dict(zip(table.names, row, strict=True)) for row in table.rows]
        rows = [row for row in rows if row["upload_id"] in counting]
        newest = {_of(row, schema.slice): row["upload_id"] for row in rows}
        found[name] = [row for row in rows if row["upload_id"] == newest[_of(row, schema.slice)]]
    return found


def _of(row: Row, columns: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(row[column] for column in columns)


def effect_of(schema: Schema, before: Held, after: Held, slices: Slices) -> tuple[int, ...]:
    """Rows new, changed, removed and the same in these slices; counts of people are not compared."""
    said = [name for name in schema.field_names if name not in COUNTS.get(schema.name, ())]

    def picked(held: Held) -> dict[tuple[Any, ...], tuple[Any, ...]]:
        return {_of(row, schema.key): _of(row, tuple(said)) for row in held[schema.name]
                if _of(row, schema.slice) in slices}  # fmt: skip

    old, new = picked(before), picked(after)
    both = old.keys() & new.keys()
    changed = sum(old[key] != new[key] for key in both)
    return len(new.keys() - old), changed, len(old.keys() - new), len(both) - changed


def brought(held: Held, schema: Schema, upload: int | None) -> Slices:
    """The slices that count now as this upload says."""
    return {_of(row, schema.slice) for row in held[schema.name] if row["upload_id"] == upload}


@dataclass(frozen=True)
class Made:
    """The rows of a return for one file, whether bad rows may be left out, the slices it is about."""

    schema: Schema
    rows: list[Row]
    good_rows: bool
    slices: Slices


class Offered:
    """One file after the other, from a seed."""

    def __init__(self, seed: int) -> None:
        self.chance, self.said = Random(seed), 0

    def file(self, held: Held) -> Made:
        """What one file says."""
        self.said += 1
        schema = self.chance.choice(list(return_schemas().values()))
        slices = sorted({_of(row, schema.slice) for row in held[schema.name]})
        many = 1 if schema.name in ("participation", "conditions") else self.chance.randint(1, 4)
        near = self.chance.choice(slices)[1:2]  # of one half-year, where there are half-years
        alike = [each for each in slices if each[1:2] == near]
        chosen = set(self.chance.sample(alike, k=min(many, len(alike))))
        rows = [{name: row[name] for name in schema.field_names} for row in held[schema.name]
                if _of(row, schema.slice) in chosen]  # fmt: skip
        for row in rows:
            row.update({"nothing_changed": None} if schema.name == "maturity" else {})
        if self.chance.random() < 0.8:
            rows = getattr(self, f"_{schema.name}")(rows)
        wrong = schema.name in WRONG and self.chance.random() < 0.25
        if wrong:
            key, field = WRONG[schema.name]
            rows.append({**rows[0], key: "C12" if key == "item" else "NOBODY", field: "wrong"})
        good_rows = wrong and self.chance.random() < 0.7
        return Made(schema, rows, good_rows, {_of(row, schema.slice) for row in rows})

    def again(self, made: Made) -> Made:
        """Another file of the same return about the same slices, which may say the same."""
        rows = [dict(row) for row in made.rows]
        if self.chance.random() < 0.6:
            self.said += 1
            rows = getattr(self, f"_{made.schema.name}")(rows)
        return replace(made, rows=rows)

    def _projects(self, rows: list[Row]) -> list[Row]:
        new = {**rows[0], "project_id": f"NEW-{self.said}", "title": f"New {self.said}", "shaped_by": None}
        changed = [{**row, "title": f"Said {self.said}"} if self.chance.random() < 0.5 else row
                   for row in rows]  # fmt: skip
        return [*changed, new] if self.chance.random() < 0.5 else changed

    def _maturity(self, rows: list[Row]) -> list[Row]:
        for row in rows:
            if self.chance.random() < 0.3:
                row.update(dict.fromkeys(KEPT), nothing_changed="yes")
            elif self.chance.random() < 0.7:
                row.update(design=str(self.chance.randint(0, 4)), evidence=f"Said {self.said}")
        return rows

    def _themes(self, rows: list[Row]) -> list[Row]:
        kept = [row for row in rows if row["main_or_also"] == "main" or self.chance.random() < 0.5] or rows
        return [{**row, "strength": "active"} if self.chance.random() < 0.5 else row for row in kept]

    def _conditions(self, rows: list[Row]) -> list[Row]:
        kept = [row for row in rows if self.chance.random() < 0.7] or rows
        said = {"answer": "partly", "note": f"Said {self.said}"}
        return [{**row, **said} if self.chance.random() < 0.5 else row for row in kept]

    def _participation(self, rows: list[Row]) -> list[Row]:
        about = list(dict.fromkeys(row["characteristic"] for row in rows))
        gone = self.chance.choice(about) if len(about) > 1 and self.chance.random() < 0.5 else None
        kept = [row for row in rows if row["characteristic"] != gone]
        mine = [row for row in kept if row["characteristic"] == kept[0]["characteristic"] and row["count"]]
        if len(mine) > 1:
            mine[0]["count"], mine[1]["count"] = mine[0]["count"] - 1, mine[1]["count"] + 1
        return kept
