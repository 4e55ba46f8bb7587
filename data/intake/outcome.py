"""What became of a batch and of each return in it."""

from dataclasses import dataclass, field
from datetime import datetime

from data.intake.arrival import Arrival
from data.intake.effect import Effect
from data.intake.headings import Unsure
from data.mistakes import Problem
from data.reading import Sheet
from data.schema import return_schemas


@dataclass(frozen=True)
class Received:
    """What became of one return: a text file, or one worksheet of a workbook.

    Its status is loaded, already (what it says counts now), repeated (it was sent before, as
    upload `before`, and something newer counts in its place), untouched (a template without an
    answer), rejected, or held back (nothing is wrong with it, and another file of the batch was
    rejected). `upload` is its number in the history, `rows` what is stored, `left_out` the rows
    left out because of the problems `dropped`, `unanswered` those nobody answered. `unsure` are the headings
    to be asked about, `as_last_time` those that were read as they were answered
    before. `needs_reason` says that it would change final figures,
    `can_leave_rows_out` that the rows without a problem may be sent alone, `holds_notes` that
    somebody wrote a note in it, and `read` are its first rows, a few columns of each.
    """

    file: str
    status: str
    return_name: str | None = None
    upload: int | None = None
    rows: int = 0
    problems: tuple[Problem, ...] = ()
    dropped: tuple[Problem, ...] = ()
    before: int | None = None
    sheet: Sheet | None = field(default=None, repr=False)
    effect: Effect = Effect()
    unsure: tuple[Unsure, ...] = ()
    notes: tuple[str, ...] = ()
    as_last_time: tuple[tuple[str, str | None], ...] = ()
    left_out: int = 0
    unanswered: int = 0
    nothing_changed: int = 0
    needs_reason: bool = False
    can_leave_rows_out: bool = False
    sent_on: datetime | None = None
    fingerprint: str = ""
    counts: tuple[tuple[str, str, str, int], ...] = ()
    periods: tuple[str, ...] = ()
    holds_notes: bool = False
    read: tuple[dict[str, str], ...] = ()

    @property
    def title(self) -> str:
        """What the return is called, or the file's name where it is none."""
        schema = return_schemas().get(self.return_name or "")
        return schema.title if schema else self.file

    @property
    def titles(self) -> dict[str, str]:
        """What each of the return's fields is called."""
        schema = return_schemas().get(self.return_name or "")
        return {field.name: field.title for field in schema.fields} if schema else {}

    @property
    def must_fix(self) -> tuple[Problem, ...]:
        """The problems for which it cannot be sent as it is."""
        return tuple(each for each in self.problems if each.severity == "must_fix")


@dataclass(frozen=True)
class Outcome:
    """What became of a batch: loaded, already or rejected; and of each return in it, in order."""

    files: tuple[Received, ...] = ()

    @property
    def status(self) -> str:
        """rejected when any return was; already when none had anything new; else loaded."""
        states = {each.status for each in self.files}
        if "rejected" in states:
            return "rejected"
        return "loaded" if "loaded" in states else "already"

    @property
    def problems(self) -> list[Problem]:
        """Every problem that must be put right, in the order of the files."""
        return [problem for each in self.files for problem in each.must_fix]


def received(arrival: Arrival, status: str) -> Received:
    """What is told of an arrival, with what became of it."""
    return Received(
        arrival.sheet.name,
        status,
        arrival.schema.name,
        rows=len(arrival.answered.sheet.records),
        problems=arrival.lettered(arrival.problems),
        dropped=arrival.lettered(arrival.dropped),
        sheet=arrival.sheet,
        unsure=tuple(arrival.matched.unsure),
        notes=arrival.sheet.notes,
        as_last_time=tuple(arrival.as_last_time.items()),
        left_out=arrival.rows_left_out,
        unanswered=arrival.answered.unanswered,
        nothing_changed=arrival.answered.nothing_changed,
        fingerprint=arrival.fingerprint,
        can_leave_rows_out=arrival.can_leave_rows_out,
    )
