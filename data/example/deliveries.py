"""What one directorate sends on one date: which rows, of which returns, in which parts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from data.example.conditions import condition_rows
from data.example.participation import participation_rows
from data.example.projects import Project, Row, project_row
from data.example.ratings import rating_row, theme_rows
from data.example.story import STORY, Line, Outline, Period, lines, outlines, periods

# A part holds at most this many copies of a directorate's projects (14 of them, three themes
# each), which keeps a file under 20 MB and 150,000 rows.
COPIES_IN_A_PART = 3000
OF_PROJECTS = ("projects", "maturity", "themes")


@dataclass(frozen=True)
class Delivery:
    """One folder: a directorate's returns for a half-year, or a part of them.

    `sends` is "first" (everything), "all but" or "only" (the projects named), or "correction".
    `nobody_recognised` is yes or no, or empty where there is no note to be asked about.
    `copies` are the copies of the council whose projects it holds.
    """

    received: str
    directorate: str
    period: Period
    returns: tuple[str, ...]
    unit: str
    sends: str
    named: tuple[str, ...]
    agreed_by: str
    minutes: int | None
    reason: str
    nobody_recognised: str
    seed: int
    copies: range

    @property
    def revision(self) -> int:
        """0 for figures sent for the first time, 1 for corrected ones."""
        return int(self.sends == "correction")

    def rows(self, name: str) -> Iterator[Row]:
        """The rows of one return, made as they are asked for; possibly none."""
        if name == "participation":
            return participation_rows(
                self.seed, self.directorate, self.period, self.unit, self.revision
            )
        if name == "conditions":
            return condition_rows(self.seed, self.directorate, self.period)
        return self._of_projects(name)

    def _of_projects(self, name: str) -> Iterator[Row]:
        make = {"projects": self._changed, "maturity": self._rated, "themes": self._themed}[name]
        for copy in self.copies:
            for outline in outlines():
                if outline.directorate == self.directorate:
                    yield from make(Project(outline, copy, self.seed))

    def _sends(self, outline: Outline, kind: str) -> bool:
        if f"{kind} {self.period.code}" in outline.gaps:
            return False
        if self.sends == "first":
            return True
        return (outline.number in self.named) != (self.sends == "all but")

    def _changed(self, project: Project) -> Iterator[Row]:
        now, before = project_row(project, self.period), self.before
        if now and (before is None or now != project_row(project, before)):
            yield now

    @cached_property
    def before(self) -> Period | None:
        """The half-year of the directorate's projects return before this one, if any."""
        return max(
            (
                period
                for directorate, period in _project_files()
                if directorate == self.directorate and period.order < self.period.order
            ),
            key=lambda period: period.order,
            default=None,
        )

    def _rated(self, project: Project) -> Iterator[Row]:
        if project.belongs(self.period) and self._sends(project.outline, "rating"):
            yield rating_row(project, self.period, self.revision)

    def _themed(self, project: Project) -> Iterator[Row]:
        if project.belongs(self.period) and self._sends(project.outline, "themes"):
            yield from theme_rows(project, self.period)


def deliveries(
    seed: int, scale: int, copies_in_a_part: int = COPIES_IN_A_PART
) -> Iterator[Delivery]:
    """Every delivery by date, a large one in parts that follow one another."""
    for line in sorted(_story(), key=lambda line: line["received"]):
        whole = _delivery(line, seed, range(1, scale + 1))
        yield from _parts(whole, copies_in_a_part)


def _parts(whole: Delivery, copies_in_a_part: int) -> Iterator[Delivery]:
    of_projects = tuple(name for name in whole.returns if name in OF_PROJECTS)
    if not of_projects:
        yield replace(whole, copies=whole.copies[:1])
        return
    for first in range(0, len(whole.copies), copies_in_a_part):
        copies = whole.copies[first : first + copies_in_a_part]
        # What a directorate sends once goes with the first part, and so do its minutes.
        once = {} if first == 0 else {"returns": of_projects, "minutes": None}
        yield replace(whole, copies=copies, **once)


@cache
def _story() -> tuple[Line, ...]:
    return tuple(lines(STORY / "deliveries.csv"))


@cache
def _project_files() -> tuple[tuple[str, Period], ...]:
    found = {period.code: period for period in periods()}
    return tuple(
        (line["directorate"], found[line["period"]])
        for line in _story()
        if "projects" in line["returns"].split()
    )


def _delivery(line: Line, seed: int, copies: range) -> Delivery:
    return Delivery(
        received=line["received"],
        directorate=line["directorate"],
        period=next(period for period in periods() if period.code == line["period"]),
        returns=tuple(line["returns"].split()),
        unit=line["unit"],
        sends=line["sends"],
        named=tuple(line["only"].split()),
        agreed_by=line["agreed_by"],
        minutes=int(line["minutes"]) if line["minutes"] else None,
        reason=line["reason"],
        nobody_recognised=line["nobody_recognised"],
        seed=seed,
        copies=copies,
    )
