"""The report: everything found in a file, one finding a kind of problem, in spreadsheet terms."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.intake.headings import bare
from data.intake.outcome import Received
from data.mistakes import Problem, shortened

MOST_ROWS = 12


@dataclass(frozen=True)
class Finding:
    """One kind of problem in one column: where it is, what was found there, what to do.

    `said` holds each different message with the spreadsheet rows it is about and the values
    found there. `column` is the heading to show, `letter` its place in a spreadsheet, `own` what the
    file calls the column where that is another name.
    """

    severity: str
    column: str | None
    letter: str | None
    said: tuple[tuple[str, tuple[int, ...], tuple[str, ...]], ...]
    own: str = ""

    @property
    def cells(self) -> int:
        """How many rows it is about."""
        return sum(len(rows) for _, rows, _ in self.said)

    @property
    def place(self) -> str:
        """The column in words: "Column G, Design"; empty for the whole file."""
        if self.column is None:
            return ""
        if self.own:
            return f"Column {self.letter} (“{self.own}”, our “{self.column}”)"
        return f"Column {self.letter}, {self.column}" if self.letter else self.column

    def sentences(self) -> list[str]:
        """What to tell the sender, one sentence for each different message, rows first."""
        return [
            " ".join(filter(None, (f"{_where(rows, values)}:" if rows else "", message)))
            for message, rows, values in self.said
        ]


def listed(rows: Sequence[int]) -> str:
    """Rows in words: "row 4", "rows 4, 9 and 12", "rows 4, 5, … and 388 others"."""
    ordered = sorted(set(rows))
    if len(ordered) == 1:
        return f"row {ordered[0]}"
    if len(ordered) > MOST_ROWS:
        shown = ", ".join(map(str, ordered[: MOST_ROWS - 2]))
        return f"rows {shown} and {len(ordered) - MOST_ROWS + 2:,} others"
    return f"rows {', '.join(map(str, ordered[:-1]))} and {ordered[-1]}"


def _where(rows: Sequence[int], values: Sequence[str]) -> str:
    shown = ", ".join(f"“{shortened(value, 40)}”" for value in values[:4])
    more = f" and {len(values) - 4:,} more" if len(values) > 4 else ""
    return f"{listed(rows)}, {shown}{more}" if values else listed(rows)


def findings(received: Received, severity: str) -> list[Finding]:
    """What was found in one return of this severity, in the order of the rows.

    A heading to be asked about is none: it is a question, and has its own place.
    """
    groups: dict[tuple[str | None, str], list[Problem]] = {}
    for each in received.problems:
        if each.severity == severity and each.kind != "unsure":
            groups.setdefault((each.column, each.kind), []).append(each)
    return [_finding(received, severity, found) for found in groups.values()]


def _finding(received: Received, severity: str, found: list[Problem]) -> Finding:
    column = found[0].column
    heading = called(received.titles, column) if column is not None else None
    return Finding(severity, heading, found[0].letter, tuple(_said(found)), own(received, found[0]))


def _said(found: list[Problem]) -> Iterable[tuple[str, tuple[int, ...], tuple[str, ...]]]:
    by_message: dict[str, list[Problem]] = {}
    for each in found:
        by_message.setdefault(_on_its_line(each), []).append(each)
    for message, alike in by_message.items():
        rows = tuple(each.excel_row for each in alike if each.excel_row is not None)
        yield message, rows, tuple(dict.fromkeys(each.value for each in alike if each.value))


def _on_its_line(problem: Problem) -> str:
    """What is said, led by the line of a text file where no spreadsheet row is known."""
    if problem.excel_row is None and problem.line is not None:
        return f"line {problem.line}: {problem.message}"
    return problem.message


def own(received: Received, problem: Problem) -> str:
    """What the file calls the column of a problem, where that is not what we call it; else ""."""
    sheet, title = received.sheet, received.titles.get(problem.column or "")
    if sheet is None or title is None or problem.letter not in sheet.letters:
        return ""
    place = sheet.letters.index(problem.letter)
    heading = sheet.header[place] if place < len(sheet.header) else ""
    return "" if bare(heading) in ("", bare(title), problem.column) else shortened(heading)


def called(titles: Mapping[str, str], column: str) -> str:
    """What the officer calls a column: its title, or the file's own heading."""
    if column in titles:
        return titles[column]
    return " and ".join(titles.get(name, name) for name in column.split(", "))
