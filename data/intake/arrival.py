"""An arrival: one return on its way in, from the file as it came to the rows that would count."""

import hashlib
from dataclasses import dataclass, field, replace

from data.intake.answered import Answered
from data.intake.headings import Matched
from data.intake.offer import Delivery, Offer
from data.mistakes import Problem
from data.reading import Sheet
from data.schema import Schema


@dataclass
class Arrival:
    """A sheet, the return it is, how its headings were matched and which rows were answered.

    `sheet` is as it was read; `answered.sheet` holds the rows that are checked and stored.
    """

    offer: Offer
    delivery: Delivery
    sheet: Sheet
    schema: Schema
    matched: Matched
    answered: Answered
    problems: list[Problem] = field(default_factory=list)
    rows_left_out: int = 0

    @property
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

    def lettered(self) -> list[Problem]:
        """Its problems, each with the spreadsheet letter of its column and the file's name."""
        letters = {
            name: self.sheet.letters[place]
            for name, place in self.answered.places.items()
            if place < len(self.sheet.letters)
        }
        return [
            replace(each, letter=each.letter or letters.get((each.column or "").split(", ")[0]))
            for each in self.problems
        ]

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
        """The arrival without the rows on these lines; what else is wrong is to be found anew."""
        sheet, found = self.answered.sheet, self.answered
        fewer = replace(
            sheet,
            records=tuple(row for row in sheet.records if row[0] not in lines),
            ragged=tuple(row for row in sheet.ragged if row[0] not in lines),
            problems=tuple(each for each in sheet.problems if each.line not in lines),
        )
        said = [each for each in found.problems if each.line not in lines]
        left = replace(found, sheet=fewer, problems=said)
        return replace(self, answered=left, rows_left_out=self.rows_left_out + len(lines))
