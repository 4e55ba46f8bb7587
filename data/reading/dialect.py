"""Dialect: what stands between cells and around them, chosen by what makes known headings.

The cells themselves say: the mark between them is the one by which some row holds most of the
headings a return may have. Marks round a cell other than " count only where the headings
themselves stand in them.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from data.reading.header import Headings

DELIMITERS = (",", ";", "\t", "|")
QUOTES = ('"', "'", "“", "‘")
CLOSING = {"“": "”", "‘": "’"}
SAMPLE_LINES = 300
SAMPLE_LETTERS = 200_000
SEP = re.compile(r"\"?sep=(.)\"?[,;\t| ]*\n", re.IGNORECASE)


@dataclass(frozen=True)
class Dialect:
    """What stands between cells and around them; `skipped` lines only say so."""

    delimiter: str = ","
    quote: str = '"'
    skipped: int = 0


def straightened(text: str, dialect: Dialect) -> str:
    """The text with curly marks round whole cells as straight ones; every line stays where it is."""
    if dialect.quote not in CLOSING:
        return text
    mark = re.escape(dialect.delimiter)
    doubled = text.replace('"', '""')
    opened = re.sub(rf"(^|[{mark}\n]) *{dialect.quote}", r'\1"', doubled)
    return re.sub(rf"{CLOSING[dialect.quote]} *(?=[{mark}\n]|$)", '"', opened)


def cells_of(text: str, dialect: Dialect) -> Iterator[tuple[int, list[str]]]:
    """The records of a text, each with the line where it ends. Raises csv.Error."""
    reader = csv.reader(
        io.StringIO(straightened(text, dialect)),
        delimiter=dialect.delimiter,
        quotechar=dialect.quote if dialect.quote not in CLOSING else '"',
        skipinitialspace=True,
        strict=True,
    )
    for cells in reader:
        yield reader.line_num, cells


def _sampled(text: str, dialect: Dialect) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for _, cells in cells_of(text, dialect):
            rows.append(cells)
    except csv.Error:
        pass  # where the sample was cut, or a mark that does not fit: what came before counts
    return rows


def _begins_quoted(cell: str) -> bool:
    return cell.lstrip()[:1] in QUOTES[1:]


def _fit(text: str, dialect: Dialect, headings: Headings) -> tuple[int, bool, int, int]:
    rows = _sampled(text, dialect)
    bare = [["" if _begins_quoted(cell) else cell for cell in row] for row in rows]
    widths = Counter(len(row) for row in rows if len(row) > 1 and any(row))
    width, agreeing = widths.most_common(1)[0] if widths else (0, 0)
    return headings.most(bare), dialect.quote == '"', agreeing, width


def choose_dialect(text: str, headings: Headings) -> Dialect:
    """The dialect of a text: as its `sep=` line says, else the one that fits the headings best."""
    said = SEP.match(text)
    if said:
        return Dialect(said[1], skipped=1)
    sample = "".join(text[:SAMPLE_LETTERS].splitlines(keepends=True)[:SAMPLE_LINES])
    candidates = [
        Dialect(delimiter, quote)
        for quote in QUOTES
        for delimiter in DELIMITERS
        if quote in sample or quote == '"'
    ]
    return max(candidates, key=lambda one: _fit(sample, one, headings))
