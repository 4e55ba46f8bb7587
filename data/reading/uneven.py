"""Uneven: rows with another number of cells than the header, which are levelled or told."""

from collections import Counter
from collections.abc import Sequence

from data.mistakes import Problem
from data.reading.sheet import Row

LEVEL = "Give the row as many cells as the header"
LOOK = "Look that each of its cells stands in the right column."
MARKS = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "a bar"}


def level(delimiter: str | None) -> str:
    """What to do about a row with another number of cells, by what stands between the cells."""
    if delimiter is None:
        return f"{LEVEL}."
    mark = MARKS.get(delimiter, f"“{delimiter}”")
    return f"{LEVEL}, with quotation marks around a cell that holds {mark}."


def _cells(cells: Sequence[str]) -> str:
    return "1 cell" if len(cells) == 1 else f"{len(cells)} cells"


def _uneven(name: str, row: Row, wanted: int, kind: str, delimiter: str | None) -> Problem:
    """A row with another number of cells: one that cannot be read, or one to look at again."""
    line, excel_row, cells = row
    said, severity = (level(delimiter), "must_fix") if kind == "ragged" else (LOOK, "please_check")
    message = f"has {_cells(cells)} where the header has {wanted}. {said}"
    return Problem(name, line, None, None, message, excel_row, severity, kind)


def levelled(
    name: str, rows: list[Row], width: int, delimiter: str | None
) -> tuple[list[Row], list[Problem]]:
    """The rows with as many cells as the header; those that cannot be are problems.

    Blank cells beyond the header and blank ones left off at the end are nothing, where most rows
    are so; a single such row may have lost a cell, or have one too many, and is asked about.
    """
    if all(len(row[2]) == width for row in rows):
        return rows, []
    usual = Counter(len(row[2]) for row in rows).most_common(1)[0][0]
    whole: list[Row] = []
    problems = []
    for row in rows:
        line, excel_row, cells = row
        if any(cell.strip() for cell in cells[width:]):
            problems.append(_uneven(name, row, width, "ragged", delimiter))
            continue
        if len(cells) not in (width, usual):
            problems.append(_uneven(name, row, width, "uneven", delimiter))
        whole.append((line, excel_row, (*cells, *[""] * (width - len(cells)))[:width]))
    return whole, problems


def ragged_rows(
    rows: Sequence[Row], problems: Sequence[Problem], kept: Sequence[int], width: int
) -> tuple[Row, ...]:
    """The rows with another number of cells: those in the columns kept, then what is too many."""
    lost = {problem.line for problem in problems if problem.kind == "ragged"}
    return tuple(
        (line, row, (*(cells[at] for at in kept if at < len(cells)), *cells[width:]))
        for line, row, cells in rows
        if line in lost
    )
