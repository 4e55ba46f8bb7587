"""A sheet: one table of text with where each row and column stood; or why there is none."""

from dataclasses import dataclass

from data.mistakes import Problem

# (physical line where it starts, spreadsheet row, cells)
Row = tuple[int, int, tuple[str, ...]]


@dataclass(frozen=True)
class Sheet:
    """A table of text: its headings, and a record a row with where it stood.

    Each record is (physical line where it starts, or the row in a workbook; spreadsheet row;
    cells), with as many cells as there are headings. `problems` are those of the rows as such
    (too many cells, too few), `letters` where a spreadsheet shows each column, `notes` what was
    passed over, a sentence each, `header_at` the line and spreadsheet row of the headings, and
    `ragged` the rows that have another number of cells and are no records. `delimiter` is what
    stands between the cells of a text file.
    """

    name: str
    content: bytes
    header: tuple[str, ...]
    records: tuple[Row, ...]
    problems: tuple[Problem, ...]
    letters: tuple[str, ...] = ()
    worksheet: str | None = None
    notes: tuple[str, ...] = ()
    header_at: tuple[int, int] = (1, 1)
    ragged: tuple[Row, ...] = ()
    delimiter: str | None = None


class Unreadable(Exception):
    """A file that cannot be read at all; carries the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class NotHere(Exception):
    """A part of a file that holds no table that may be read; `at` is its line, where there is one."""

    def __init__(self, message: str, at: int | None = None) -> None:
        super().__init__(message)
        self.message, self.at = message, at


def refused(name: str, message: str, line: int | None = None) -> Unreadable:
    """The refusal of a file, in one or two sentences that go on from its name."""
    return Unreadable(Problem(name, line, None, None, message, kind="unreadable"))
