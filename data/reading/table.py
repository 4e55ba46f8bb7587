"""Table: rows of cells as a sheet, from its headings to its last record."""

from collections import Counter
from collections.abc import Sequence

from data.mistakes import Problem
from data.reading import limits
from data.reading.header import Headings, together
from data.reading.sheet import NotHere, Row, Sheet
from data.reading.sifting import Sifting
from data.reading.words import letter, rows_said

NO_ROWS = "has a header and no rows. Fill in at least one row and send it again."
LOOK = "Look that each of its cells stands in the right column."
MARKS = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "a bar"}
EMPTY = "is empty. Send a file with a header row and at least one row below it."


def level(delimiter: str | None) -> str:
    """What to do about a row with another number of cells, by what stands between the cells."""
    if delimiter is None:
        return "Give the row as many cells as the header."
    mark = MARKS.get(delimiter, f"“{delimiter}”")
    return (
        "Give the row as many cells as the header, with quotation marks around a cell that holds "
        f"{mark}."
    )


def _cells(cells: Sequence[str]) -> str:
    return "1 cell" if len(cells) == 1 else f"{len(cells)} cells"


def _uneven(name: str, row: Row, wanted: int, kind: str, delimiter: str | None) -> Problem:
    """A row with another number of cells: one that cannot be read, or one to look at again."""
    line, excel_row, cells = row
    said, severity = (level(delimiter), "must_fix") if kind == "ragged" else (LOOK, "please_check")
    message = f"has {_cells(cells)} where the header has {wanted}. {said}"
    return Problem(name, line, None, None, message, excel_row, severity, kind)


def _levelled(
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


def _ragged_rows(
    rows: Sequence[Row], problems: Sequence[Problem], kept: Sequence[int], width: int
) -> tuple[Row, ...]:
    """The rows with another number of cells: those in the columns kept, then what is too many."""
    lost = {problem.line for problem in problems if problem.kind == "ragged"}
    return tuple(
        (line, row, (*(cells[at] for at in kept if at < len(cells)), *cells[width:]))
        for line, row, cells in rows
        if line in lost
    )


def _tidy(heading: str) -> str:
    return " ".join(heading.split()).strip("\u200b\ufeff")


def _kept_columns(header: Sequence[str], rows: Sequence[Row]) -> list[int]:
    """The columns that have a heading, or any cell filled in."""
    return [
        place
        for place, heading in enumerate(header)
        if heading or any(row[2][place].strip() for row in rows)
    ]


def _above(rows: Sequence[Row], place: int) -> list[str]:
    passed = [row[1] for row in rows[:place]]
    if not passed:
        return []
    stand = "stands" if len(passed) == 1 else "stand"
    were = "was" if len(passed) == 1 else "were"
    return [f"{rows_said(passed)} {stand} above the headings and {were} not read."]


def _sifted(
    header: Sequence[Sequence[str]], rows: Sequence[Row], headings: Headings
) -> Sifting:
    sifting = Sifting(header, headings)
    sifting.sift(rows)
    if not sifting.kept:
        raise NotHere(NO_ROWS)
    if len(sifting.kept) > limits.MOST_ROWS:
        raise NotHere(too_many_rows(len(sifting.kept)))
    return sifting


def find_table(
    name: str,
    rows: list[Row],
    headings: Headings,
    worksheet: str | None = None,
    delimiter: str | None = None,
) -> tuple[Sheet, int]:
    """The table in these rows (none of them blank), and how many known headings it has.

    `worksheet` is where they stand in a workbook, `delimiter` what stands between them in a text.

    Raises NotHere where there is none, or more than may be read.
    """
    if not rows:
        raise NotHere(EMPTY)
    place, deep, known = headings.find([row[2] for row in rows])
    header = [row[2] for row in rows[place : place + deep]]
    sifting = _sifted(header, rows[place + deep :], headings)
    names = [_tidy(cell) for cell in (header[0] if deep == 1 else together(*header))]
    records, problems = _levelled(name, sifting.kept, len(names), delimiter)
    kept = _kept_columns(names, records)
    if len(kept) < len(names):
        records = [(line, row, tuple(cells[at] for at in kept)) for line, row, cells in records]
    notes = (*_above(rows, place), *sifting.notes())
    sheet = Sheet(name, b"", tuple(names[at] for at in kept), tuple(records), tuple(problems),
                  tuple(map(letter, kept)), worksheet, notes, rows[place][:2],
                  _ragged_rows(sifting.kept, problems, kept, len(names)), delimiter)  # fmt: skip
    return sheet, known


def too_many_rows(count: int | None) -> str:
    """The sentence for more rows than are taken, where they were counted and where not."""
    many = f"{count:,} rows" if count else "too many rows"
    return f"has {many}; the most taken is {limits.MOST_ROWS:,}. Send it in parts."


def too_many_columns(count: int) -> str:
    """The sentence for more columns than any return has."""
    return f"has {count:,} columns; no return has more than {limits.MOST_COLUMNS}."
