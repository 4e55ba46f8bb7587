"""An arrival: one return on its way in, from the file as it came to the rows that would count."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from data.intake.answered import Answered
from data.intake.cells import spelt
from data.intake.headings import Matched
from data.intake.offer import Delivery, Offer
from data.mistakes import Problem
from data.reading import Sheet
from data.schema import Schema


@dataclass
class Arrival:
    """A sheet, the return it is, how its headings were matched and which rows were answered.

    `sheet` is as it was read; `answered.sheet` holds the rows that are checked and stored.
    `dropped` are the problems of rows that were left out; `as_last_time` what the headings that
    were remembered mean.
    """

    offer: Offer
    delivery: Delivery
    sheet: Sheet
    schema: Schema
    matched: Matched
    answered: Answered
    problems: list[Problem] = field(default_factory=list)
    rows_left_out: int = 0
    dropped: list[Problem] = field(default_factory=list)
    as_last_time: dict[str, str | None] = field(default_factory=dict)

    @property
    def named(self) -> str:
        """What the sheet is called: its file, and its worksheet where there are several."""
        return f"{self.sheet.name}, {self.sheet.worksheet}" if self.sheet.worksheet else self.sheet.name

    @cached_property
    def fingerprint(self) -> str:
        """The SHA-256 of the file as it came."""
        return hashlib.sha256(self.sheet.content).hexdigest()

    @property
    def must_fix(self) -> list[Problem]:
        """What has to be put right before it can be stored."""
        return [each for each in self.problems if each.severity == "must_fix"]

    @property
    def untouched(self) -> bool:
        """Whether it is a template without an answer, and nothing else is wrong with it."""
        return {each.kind for each in self.must_fix} == {"untouched"}

    def lettered(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """These problems, each with the spreadsheet letter of its column."""
        letters = {
            name: self.sheet.letters[place]
            for name, place in self.answered.places.items()
            if place < len(self.sheet.letters)
        }
        return tuple(
            replace(each, letter=each.letter or letters.get((each.column or "").split(", ")[0]))
            for each in problems
        )

    def bad_rows(self) -> set[int] | None:
        """The lines of the rows that must be put right; None where leaving them out is no way.

        It is none for counts of people, whose categories must add up, and for a problem of the
        headings, of a whole column or of the whole file.
        """
        sheet = self.answered.sheet
        lines = {row[0] for row in (*sheet.records, *sheet.ragged)}
        bad = {each.line for each in self.must_fix}
        # One date with its month first spoils its whole column, not its own row.
        spoilt = any(each.kind == "us_dates" for each in self.must_fix)
        if self.schema.name == "participation" or spoilt or not bad or not bad <= lines:
            return None
        return {line for line in bad if line is not None}

    @property
    def can_leave_rows_out(self) -> bool:
        """Whether the rows without a problem may be sent alone."""
        bad = self.bad_rows()
        return bad is not None and any(row[0] not in bad for row in self.answered.sheet.records)

    def without(self, lines: set[int]) -> "Arrival":
        """The arrival without the rows on these lines; what else is wrong is to be found anew.

        Rows that only make sense together (a project's themes) are left out together.
        """
        sheet, found = self.answered.sheet, self.answered
        lines = lines | self._with(lines)
        fewer = replace(
            sheet,
            records=tuple(row for row in sheet.records if row[0] not in lines),
            ragged=tuple(row for row in sheet.ragged if row[0] not in lines),
            problems=tuple(each for each in sheet.problems if each.line not in lines),
        )
        said = [each for each in found.problems if each.line not in lines]
        left = replace(found, sheet=fewer, problems=said)
        dropped = [*self.dropped, *(each for each in self.must_fix if each.line in lines)]
        many = self.rows_left_out + len(lines)
        return replace(self, answered=left, rows_left_out=many, dropped=dropped)

    def _with(self, lines: set[int]) -> set[int]:
        """The lines of rows alike in what the return's rows are left out together by."""
        places = [self.answered.places.get(name, 0) for name in self.schema.left_out_together]
        if not places:
            return set()
        said = [
            (row[0], tuple(spelt(row[2][place]) for place in places))
            for row in self.answered.sheet.records
        ]
        bad = {whose for line, whose in said if line in lines}
        return {line for line, whose in said if whose in bad}
