"""The corpus: each clean return in many polluted forms that all mean the same rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.data.reading.clean import CLEAN, Grid
from tests.data.reading.shapes import SHAPES, TITLE
from tests.data.reading.spoken import DATES, NUMBERS, WORDS, headed, titles
from tests.data.reading.written import Style, as_text, as_workbook, sheet_of

DELIMITERS = {"commas": ",", "semicolons": ";", "tabs": "\t", "bars": "|"}
CODINGS = {
    "UTF-8": Style(),
    "UTF-8 with a mark": Style(mark=b"\xef\xbb\xbf"),
    "UTF-16": Style(encoding="utf-16"),
    "UTF-16, big end first": Style(encoding="utf-16-be", mark=b"\xfe\xff"),
    "UTF-16 without a mark": Style(encoding="utf-16-le"),
    "UTF-16 without a mark, big end first": Style(encoding="utf-16-be"),
    "Windows-1252": Style(encoding="cp1252"),
}
QUOTES = {"quotes round all": '"', "single quotes round all": "'", "curly quotes round all": "“"}
ENDS = {"\\r\\n": "\r\n", "\\r": "\r", "mixed": "mixed"}
NOTES: Grid = [["Guidance"], ["Fill in every row of the sheet"], ["Ask the performance team"]]


@dataclass(frozen=True)
class Polluted:
    """A file that holds a clean return's rows: its pollution, its name, its bytes."""

    name: str
    pollution: str
    file: str
    content: bytes

    def __str__(self) -> str:
        return f"{self.name}: {self.pollution}"


def _dialects(grid: Grid) -> Iterator[tuple[str, bytes]]:
    for at, (coding, style) in enumerate(CODINGS.items()):
        for mark in ("commas", list(DELIMITERS)[1 + at % 3]):
            fields = {**vars(style), "delimiter": DELIMITERS[mark]}
            yield f"{coding}, {mark}", as_text(grid, Style(**fields))
    for mark, delimiter in DELIMITERS.items():
        yield f"sep= and {mark}", as_text(grid, Style(delimiter=delimiter, said=True))
    for quoting, quote in QUOTES.items():
        yield quoting, as_text(grid, Style(quote=quote, every=True))
    for ending, end in ENDS.items():
        yield f"line ends {ending}", as_text(grid, Style(end=end))
        yield f"line ends {ending} and bars", as_text(grid, Style(end=end, delimiter="|"))


def _headings(name: str) -> Iterator[tuple[str, bytes]]:
    for pollution, grid in {
        "titles": titles(name, 1),
        "other names in use": titles(name, 2),
        "capitals": headed(name, str.upper),
        "spaces": headed(name, lambda heading: f" {heading.replace('_', ' ').title()} "),
        "line breaks in headings": headed(name, lambda heading: heading.replace("_", "\n")),
        "hyphens": headed(name, lambda heading: heading.replace("_", "-")),
        "asides": headed(name, lambda heading: f"{heading} (see guidance) *"),
    }.items():
        yield f"headings as {pollution}", as_text(grid)


def _workbooks(grid: Grid) -> Iterator[tuple[str, bytes]]:
    offset = [[], ["", TITLE], [], *(["", *row] for row in grid)]
    twice = sheet_of("Copy of last year", grid, hidden=True)
    yield "a workbook of text", as_workbook(grid)
    yield "a workbook of numbers and days", as_workbook(grid, typed=True)
    yield "a workbook with a title and a blank column", as_workbook(offset, typed=True)
    yield "a workbook with guidance", as_workbook(grid, more=sheet_of("Guidance", NOTES))
    yield "a workbook with lists", as_workbook(grid, more=sheet_of("_lists", grid, hidden=True))
    yield "a workbook with a hidden copy", as_workbook(grid, more=twice)
    yield "a workbook with blank worksheets", as_workbook(grid, more=sheet_of("Sheet2", []))
    for shape in ("totals below", "sub-totals between", "notes below", "headings over two rows"):
        yield f"a workbook with {shape}", as_workbook(SHAPES[shape](grid), typed=True)


def corpus(name: str) -> list[Polluted]:
    """Every polluted form of one clean return that must load its very rows."""
    grid = CLEAN[name]
    dates = DATES if name == "projects" else {}
    found = [
        *_dialects(grid),
        *_headings(name),
        *((shape, as_text(give(grid))) for shape, give in SHAPES.items()),
        *((f"{shape}, bars", as_text(give(grid), Style("|"))) for shape, give in [*SHAPES.items()][::3]),
        *((f"days as {said}", as_text(say(grid))) for said, say in dates.items()),
        *((f"numbers with {said}", as_text(say(grid))) for said, say in NUMBERS.items()
          if name == "participation"),
        *((f"words: {said}", as_text(say(grid))) for said, say in WORDS[name].items()),
    ]  # fmt: skip
    files = [Polluted(name, pollution, f"{name}.csv", content) for pollution, content in found]
    books = [Polluted(name, how, f"{name}.xlsx", content) for how, content in _workbooks(grid)]
    misnamed = Polluted(name, "a workbook called .csv", f"{name}.csv", as_workbook(grid))
    named = Polluted(name, "tabs in a .txt", f"{name}.txt", as_text(grid, Style("\t")))
    return [*files, *books, misnamed, named]
