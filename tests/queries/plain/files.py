"""A council's files: its lists, what was sent and when, and what counts at a moment."""

import csv
import json
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

Row = dict[str, Any]
IN_A_DELIVERY = ("conditions", "projects", "maturity", "participation", "themes")


@dataclass(frozen=True)
class Upload:
    """One file of one delivery, numbered in the order of arrival.

    `told` is what its delivery.json says: agreed_by, minutes and reason.
    """

    number: int
    name: str
    received: datetime
    rows: tuple[Row, ...]
    path: Path = Path()
    told: Row = field(default_factory=dict)


@dataclass(frozen=True)
class Act:
    """What was done to an upload: sent, withdrawn or restored."""

    number: int
    act: str
    moment: datetime


def table(path: Path) -> tuple[Row, ...]:
    """The rows of a CSV file, blank cells as None."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            {name: cell or None for name, cell in row.items()} for row in csv.DictReader(file)
        )


def day(text: str | None) -> date | None:
    """A date as the files write it."""
    return date.fromisoformat(text) if text else None


class Council:
    """Everything a council sent, and the acts on it; `acts` may be added to."""

    def __init__(self, lists: dict[str, tuple[Row, ...]], uploads: list[Upload]) -> None:
        self.lists = lists
        self.uploads = uploads
        self.acts = [Act(upload.number, "sent", upload.received) for upload in uploads]

    def counting(self, name: str, as_at: datetime) -> list[Upload]:
        """The uploads of a return that count at a moment, oldest first."""
        state: dict[int, str] = {}
        for act in self.acts:
            if act.moment <= as_at:
                state[act.number] = act.act
        return [
            upload
            for upload in self.uploads
            if upload.name == name and state.get(upload.number) in ("sent", "restored")
        ]

    def newest(self, name: str, as_at: datetime, *slice_: str) -> dict[tuple[str, ...], list[Row]]:
        """The rows that count, by slice: a newer upload replaces all of an older one's."""
        kept: dict[tuple[str, ...], list[Row]] = {}
        for upload in self.counting(name, as_at):
            mine: dict[tuple[str, ...], list[Row]] = {}
            for row in upload.rows:
                mine.setdefault(tuple(row[each] for each in slice_), []).append(row)
            kept |= mine
        return kept

    def ordered(self, name: str) -> list[Row]:
        """The rows of a list in its order."""
        return sorted(self.lists[name], key=lambda row: int(row["order"]))

    def entry(self, name: str, code: str, key: str = "code") -> Row:
        """One row of a list."""
        (row,) = [row for row in self.lists[name] if row[key] == code]
        return row

    def place(self, name: str, code: str) -> int:
        """The place of a code in its list."""
        return int(self.entry(name, code)["order"])


def read_lists(folder: Path) -> dict[str, tuple[Row, ...]]:
    """The reference lists in a folder."""
    return {path.stem: table(path) for path in folder.glob("*.csv")}


def read_council(folder: Path) -> Council:
    """The council whose deliveries lie in a folder, in the order in which they were sent."""
    uploads: list[Upload] = []
    for delivery in sorted(folder.glob("[0-9]*"), key=lambda each: int(each.name.split("-")[0])):
        said = delivery / "delivery.json"
        told = json.loads(said.read_text(encoding="utf-8")) if said.is_file() else {}
        noon = datetime.combine(date.fromisoformat(delivery.name.split("-", 1)[1]), time(12))
        for name in IN_A_DELIVERY:
            path = delivery / f"{name}.csv"
            if path.is_file():
                uploads.append(Upload(len(uploads) + 1, name, noon, table(path), path, told))
    return Council(read_lists(folder / "reference"), uploads)
