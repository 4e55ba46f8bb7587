"""Spoken: cells and headings as people write them, which mean the same as the clean ones."""

from collections.abc import Callable
from datetime import date

from data.schema import return_schemas
from tests.data.reading.clean import CLEAN, Grid, mapped

Say = Callable[[Grid], Grid]
DAYS = ("start_date", "end_date")
MONTHS = ("January February March April May June July August September October November "
          "December").split()  # fmt: skip


def _days(form: Callable[[date], str]) -> Say:
    return lambda grid: mapped(grid, DAYS, lambda cell: form(date.fromisoformat(cell)))


def _cells(column: str, form: Callable[[str], str]) -> Say:
    return lambda grid: mapped(grid, (column,), form)


def _instead(**columns: dict[str, str]) -> Say:
    """Other words for whole cells, a dictionary a column."""

    def say(grid: Grid) -> Grid:
        for column, words in columns.items():
            grid = mapped(grid, (column,), lambda cell, words=words: words.get(cell, cell))
        return grid

    return say


def headed(name: str, form: Callable[[str], str]) -> Grid:
    """The clean return with other headings."""
    header, *rows = CLEAN[name]
    return [[form(heading) for heading in header], *rows]


def titles(name: str, which: int) -> Grid:
    """The clean return under its columns' titles (1) or the first other name in use (2)."""
    fields = {field.name: field.headings for field in return_schemas()[name].fields}
    return headed(name, lambda heading: fields[heading][min(which, len(fields[heading]) - 1)])


DATES: dict[str, Say] = {
    "day/month/year": _days(lambda day: f"{day:%d/%m/%Y}"),
    "d/m/year": _days(lambda day: f"{day.day}/{day.month}/{day.year}"),
    "day-month-year": _days(lambda day: f"{day:%d-%m-%Y}"),
    "day.month.year": _days(lambda day: f"{day:%d.%m.%Y}"),
    "day month year": _days(lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}"),
    "day mon year": _days(lambda day: f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"),
    "day-mon-yy": _days(lambda day: f"{day.day}-{MONTHS[day.month - 1][:3]}-{day.year % 100}"),
    "dth month year": _days(lambda day: f"{day.day}th {MONTHS[day.month - 1]} {day.year}"),
    "with midnight": _days(lambda day: f"{day.isoformat()} 00:00:00"),
    "with midnight here": _days(lambda day: f"{day:%d/%m/%Y} 00:00"),
    "with a long dash": _days(lambda day: f"{day:%d–%m–%Y}"),
    "serial numbers": _days(lambda day: str((day - date(1899, 12, 30)).days)),
    "short years": _days(lambda day: f"{day:%d/%m/%y}"),
}
NUMBERS: dict[str, Say] = {
    "commas": _cells("count", lambda cell: f"{int(cell):,}"),
    "spaces": _cells("count", lambda cell: f"{int(cell):,}".replace(",", " ")),
    "no-break spaces": _cells("count", lambda cell: f"{int(cell):,}".replace(",", "\u00a0")),
    "thin spaces": _cells("count", lambda cell: f"{int(cell):,}".replace(",", "\u2009")),
    "nought behind the point": _cells("count", lambda cell: f"{cell}.0"),
    "two noughts": _cells("count", lambda cell: f"{int(cell):,}.00"),
    "pounds": _cells("count", lambda cell: f"£{int(cell):,}"),
    "plus signs": _cells("count", lambda cell: f"+{cell}"),
    "spaces round": _cells("count", lambda cell: f" {cell}\u00a0"),
}
LABELS = {"ACH": "Adult Care & Health"}
WORDS: dict[str, dict[str, Say]] = {
    "projects": {
        "labels": _instead(directorate=LABELS, level={"operational": " OPERATIONAL "}),
        "y and n": _instead(access_checked={"yes": "Y", "no": "N", "not yet": "Not  yet"}),
        "long dashes in references": _cells("project_id", lambda cell: cell.replace("-", "–")),
        "n/a for blank": lambda grid: [
            grid[0], *([*row[:7], row[7] or "n/a", *row[8:]] for row in grid[1:])],
    },
    "participation": {
        "labels": _instead(directorate=LABELS, characteristic={"sex": "Sex", "carer": "Unpaid carer"},
                           category={"female": "Female", "not_known": "Not known"}),
        "a slash in the period": _cells("period", lambda cell: cell.replace("-", "/")),
        "a long dash in the period": _cells("period", lambda cell: cell.replace("-", "–")),
        "the half first": _cells("period", lambda cell: "H1 2026-27"),
        "no space in the period": _cells("period", lambda cell: "2026-27H1"),
        "the period in words": _cells("period", lambda cell: "April to September 2026"),
    },
}  # fmt: skip
