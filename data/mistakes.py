"""The ways things go wrong, each said in one sentence a person can act on."""

from dataclasses import asdict, dataclass


class AuthorMistake(Exception):
    """A question, list or rule of ours is wrong: for whoever writes this project."""


class NotReady(Exception):
    """The dashboard cannot start as things are: what is wrong and the way out."""


class ChangedMeanwhile(Exception):
    """Something else was sent since a sender looked at what theirs would change."""


class NotAllowed(Exception):
    """This person may not see or do this: what was wanted and whom to ask, in one sentence."""


class WrongUse(Exception):
    """A command was called in a way it does not offer."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing a sender must put right: where it is, what is wrong, what to do.

    `line` is the physical line of the file where the record starts (the header is 1)
    and `excel_row` the row a spreadsheet shows; both are None when the whole file is meant.
    `column` is the field's name, `letter` where a spreadsheet shows it. `severity` is must_fix or
    please_check; problems of one `kind` in one column are told as one.
    """

    file: str
    line: int | None
    column: str | None
    value: str | None
    message: str
    excel_row: int | None = None
    severity: str = "must_fix"
    kind: str = ""
    letter: str | None = None

    def __str__(self) -> str:
        """The problem as one sentence: file, line, column, value, then what to do."""
        places = [self.file]
        if self.line is not None:
            places.append(f"line {self.line}")
        if self.column:
            places.append(f"column {self.column}")
        if self.value is not None:
            places.append(f"value “{shortened(self.value)}”")
        return f"{', '.join(places)}: {self.message}"

    def as_record(self) -> dict[str, str | int | None]:
        """The problem for machines, one key a part; its letter and kind are for people's reports."""
        return {name: value for name, value in asdict(self).items() if name not in ("kind", "letter")}


def shortened(text: str, longest: int = 60) -> str:
    """The text on one line, cut to `longest` characters so that a message stays readable."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= longest else one_line[: longest - 1] + "…"
