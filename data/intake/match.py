"""Matching: which column of a sheet is which field."""

from collections.abc import Mapping

from data.intake.headings import Matched, Unsure, is_for_information, is_personal
from data.intake.headings import is_project_or_service, likely, sure
from data.mistakes import Problem
from data.reading import Sheet
from data.reading.words import plain
from data.schema import Field, Schema

Answers = Mapping[str, str | None]
PERSONAL = "looks like personal data, which is never taken. Take this column out of the file."
BY_PROJECT = (
    "participation is counted for a whole directorate, never by project or service, so that "
    "nobody can be picked out. Add the rows up by directorate and take it out."
)


class _Matching:
    """One sheet's headings being matched, from the left; what was answered goes first."""

    def __init__(self, sheet: Sheet, schema: Schema, answers: Answers) -> None:
        self.sheet, self.schema, self.found = sheet, schema, Matched()
        known = (None, *schema.field_names)
        self.answers = {plain(each): name for each, name in answers.items() if name in known}
        self.known = schema.spellings
        self.line, self.row = sheet.header_at

    def meant(self, heading: str) -> str | None:
        """The field a heading means: as answered, else where there is no doubt."""
        name = plain(heading)
        return self.answers[name] if name in self.answers else sure(heading, self.known)

    def say(self, place: int, message: str, kind: str, severity: str = "must_fix") -> None:
        """Add a problem with the heading at this place."""
        heading, letter = self.sheet.header[place], self.sheet.letters[place]
        self.found.problems.append(
            Problem(self.sheet.name, self.line, heading or "(no name)", None, message, self.row,
                    severity, kind, letter)
        )  # fmt: skip

    def place_all(self) -> None:
        """Give every field its place; a column called by a field's own name wins."""
        meant = {place: self.meant(each) for place, each in enumerate(self.sheet.header)}
        exact = [place for place, name in meant.items() if name == plain(self.sheet.header[place])]
        for place in [*exact, *(each for each in meant if each not in exact)]:
            name = meant[place]
            if name is None or (place not in exact and self.refused(place)):
                continue
            if name not in self.found.places:
                self.found.places[name] = place
            elif place in exact or self.found.places[name] not in exact:
                first = self.sheet.header[self.found.places[name]]
                message = f"stands twice in the header, beside “{first}”. Keep one of the two."
                self.say(place, message, "twice")

    def refused(self, place: int) -> bool:
        """Whether the column at this place is one that is never taken."""
        heading = self.sheet.header[place]
        people = self.schema.name == "participation"
        return is_personal(heading) or (people and is_project_or_service(heading))

    def account_for(self, place: int) -> None:
        """Say what becomes of a column that is no field so far."""
        heading = self.sheet.header[place]
        if is_for_information(heading):
            self.found.passed.append(place)
        elif is_personal(heading):
            self.say(place, PERSONAL, "personal")
        elif self.refused(place):
            self.say(place, BY_PROJECT, "by_project")
        elif not self.ask(place):
            self.found.left_out.append(place)
            if heading or any(record[2][place].strip() for record in self.sheet.records):
                message = "is not a column of this return and is left out."
                self.say(place, message, "left_out", "please_check")

    def ask(self, place: int) -> bool:
        """Ask about a heading that may mean a field; whether there was anything to ask."""
        heading = self.sheet.header[place]
        absent = self.absent()
        suggested = None if plain(heading) in self.answers else likely(heading, absent)
        if suggested is None:
            return False
        options = tuple(each.name for each in absent)
        cells = dict.fromkeys(record[2][place].strip() for record in self.sheet.records)
        examples = tuple(cell for cell in cells if cell)[:3]
        letter = self.sheet.letters[place]
        self.found.unsure.append(Unsure(heading, letter, suggested, options, examples))
        message = (
            f"may be {suggested}. Say which column it is (on the page, or with "
            f"--match “{heading}={suggested}”), or rename it."
        )
        self.say(place, message, "unsure")
        return True

    def absent(self) -> list[Field]:
        """The fields that no column is, and that no column was asked about as."""
        taken = {*self.found.places, *(each.suggested for each in self.found.unsure)}
        return [each for each in self.schema.fields if each.name not in taken]


def match(sheet: Sheet, schema: Schema, answers: Answers | None = None) -> Matched:
    """Where each field stands in the sheet, and what is wrong with its headings.

    `answers` says which field a heading means (None: leave the column out), for those that
    were asked about before.
    """
    matching = _Matching(sheet, schema, answers or {})
    matching.place_all()
    taken = set(matching.found.places.values())
    twice = {problem.letter for problem in matching.found.problems}
    for place, letter in enumerate(sheet.letters):
        if place not in taken and letter not in twice:
            matching.account_for(place)
    _name_missing(matching)
    return matching.found


def _name_missing(matching: _Matching) -> None:
    asked = {each.suggested for each in matching.found.unsure}
    for each in matching.schema.fields:
        if each.required and each.name not in matching.found.places and each.name not in asked:
            message = f"is missing: {each.description}. Add the column and fill it in."
            matching.found.problems.append(
                Problem(matching.sheet.name, matching.line, each.name, None, message,
                        matching.row, kind="missing")
            )  # fmt: skip
