"""The example council as tests of its life see it: everything that was sent, read back as rows."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from data.example.council import write_council
from data.example.story import lines, periods

Row = dict[str, str]
STAGES = ("design", "decisions", "delivery", "evaluation")
DUE = {period.code: period.due for period in periods()}
PERIODS = list(DUE)


@dataclass(frozen=True)
class Council:
    """A written council, read: each row with its delivery's date (`received`) and `reason`."""

    folder: Path

    def sent(self, name: str) -> Iterator[Row]:
        """The rows of one return in the order they were sent."""
        for path in sorted(self.folder.glob(f"[0-9]*/{name}.csv")):
            said = json.loads((path.parent / "delivery.json").read_text(encoding="utf-8"))
            more = {"received": path.parent.name[3:], "reason": said.get("reason", "")}
            yield from (row | more for row in lines(path))

    @cached_property
    def projects(self) -> dict[str, Row]:
        """Each project as it was last sent."""
        return {row["project_id"]: row for row in self.sent("projects")}

    @cached_property
    def ratings(self) -> dict[tuple[str, str], Row]:
        """The newest rating of each project and half-year."""
        return {(row["project_id"], row["period"]): row for row in self.sent("maturity")}

    @cached_property
    def themes(self) -> dict[tuple[str, str], list[Row]]:
        """The themes of each project and half-year."""
        found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in self.sent("themes"):
            found[row["project_id"], row["period"]].append(row)
        return found

    @cached_property
    def counts(self) -> dict[tuple[str, str, str], dict[str, dict[str, int]]]:
        """Newest counts: directorate, period and unit, then characteristic, then category."""
        found: dict[tuple[str, str, str], dict[str, dict[str, int]]] = defaultdict(dict)
        for row in self.sent("participation"):
            piece = found[row["directorate"], row["period"], row["unit"]]
            piece.setdefault(row["characteristic"], {})[row["category"]] = int(row["count"])
        return found

    @cached_property
    def expected(self) -> set[tuple[str, str]]:
        """Projects and half-years that belong together, and that a directorate was asked for."""
        asked = {row["code"]: row["expected_from"] for row in self.list("directorates")}
        return {
            (project["project_id"], period.code)
            for project in self.projects.values()
            for period in periods()
            if project["status"] not in ("proposed", "agreed")
            and period.code >= asked[project["directorate"]]
            and project["start_date"] <= period.end
            and (project["end_date"] or "9999") >= period.start
        }

    def list(self, name: str) -> Iterator[Row]:
        """The rows of a reference list."""
        return lines(self.folder / "reference" / f"{name}.csv")

    def council_total(self, period: str, characteristic: str) -> Counter[str]:
        """People of the whole council in each category, where it was collected."""
        total: Counter[str] = Counter()
        for (_, when, unit), counted in self.counts.items():
            if when == period and unit == "people":
                total.update(counted.get(characteristic, {}))
        return total


@pytest.fixture(scope="module", params=[1, 2])
def council(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Council:
    """The example council of the shipped seed and of another: the story is in both."""
    folder = tmp_path_factory.mktemp("council")
    write_council(folder, seed=request.param)
    return Council(folder)


def steps(row: Row, voice: str = "") -> list[int]:
    """The stages that were scored, as numbers."""
    return [int(row[voice + stage]) for stage in STAGES if row[voice + stage].isdigit()]
