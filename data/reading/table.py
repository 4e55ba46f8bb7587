"""Table: rows of cells as a sheet, from its headings to its last record."""

from collections.abc import Sequence

from data.reading import limits
from data.reading.header import Headings, together
from data.reading.sheet import NotHere, Row, Sheet
from data.reading.sifting import Sifting
from data.reading.uneven import levelled, ragged_rows
from data.reading.words import letter, rows_said

NO_ROWS = "has a header and no rows. Fill in at least one row and send it again."
EMPTY = "is empty. Send a file with a header row and at least one row below it."


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
    name: str, rows: list[Row], headings: Headings, worksheet: str | None = None,
    delimiter: str | None = None,
) -> tuple[Sheet, int]:  # fmt: skip
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
    records, problems = levelled(name, sifting.kept, len(names), delimiter)
    kept = _kept_columns(names, records)
    if len(kept) < len(names):
        records = [(line, row, tuple(cells[at] for at in kept)) for line, row, cells in records]
    notes = (*_above(rows, place), *sifting.notes())
    sheet = Sheet(name, b"", tuple(names[at] for at in kept), tuple(records), tuple(problems),
                  tuple(map(letter, kept)), worksheet, notes, rows[place][:2],
                  ragged_rows(sifting.kept, problems, kept, len(names)), delimiter)  # fmt: skip
    return sheet, known


def too_many_rows(count: int | None) -> str:
    """The sentence for more rows than are taken, where they were counted and where not."""
    many = f"{count:,} rows" if count else "too many rows"
    return f"has {many}; the most taken is {limits.MOST_ROWS:,}. Send it in parts."


def too_many_columns(count: int) -> str:
    """The sentence for more columns than any return has."""
    return f"has {count:,} columns; no return has more than {limits.MOST_COLUMNS}."
