"""Shapes: what people leave round a table and in it; each takes a grid and gives the polluted one."""

from collections.abc import Callable

from tests.data.reading.clean import Grid

Shape = Callable[[Grid], Grid]
TITLE = "Co-production return for Adult Care and Health, 2026"
SOURCE = "Source: records of the teams, June 2026"


def _wide(grid: Grid, **cells: str) -> list[str]:
    """A row of blanks but for the cells named by their place: c0 is the first."""
    return [cells.get(f"c{place}", "") for place in range(len(grid[0]))]


def _totals(grid: Grid) -> Grid:
    last = f"c{len(grid[0]) - 1}"
    return [*grid, _wide(grid, c0="Total", **{last: "3,750"}), _wide(grid, c0="Grand total", c1="6")]


def _sub_totals(grid: Grid) -> Grid:
    """After each characteristic its own total; after each three projects theirs."""
    if "count" not in grid[0]:
        return [*grid[:4], _wide(grid, c1="Sub-total", c3="3"), *grid[4:], _wide(grid, c1="Subtotal", c3="3")]
    given: Grid = [grid[0]]
    for at, row in enumerate(grid[1:], 1):
        given.append(row)
        if at + 1 == len(grid) or grid[at + 1][3] != row[3]:
            given.append([*row[:4], "Total", "1,250"])
    return given


def _two_lines(grid: Grid) -> Grid:
    halves = [heading.split("_", 1) if "_" in heading else [heading, ""] for heading in grid[0]]
    return [[half[0] for half in halves], [half[1] for half in halves], *grid[1:]]


def _within(grid: Grid, place: int, cells: list[str]) -> Grid:
    return [row[:place] + [cell] + row[place:] for row, cell in zip(grid, cells, strict=True)]


def _blanks(grid: Grid) -> list[str]:
    return [""] * len(grid)


def _trimmed(row: list[str]) -> list[str]:
    return _trimmed(row[:-1]) if row and not row[-1] else row


SHAPES: dict[str, Shape] = {
    "a title above": lambda grid: [[TITLE], *grid],
    "titles and blank rows above": lambda grid: [[TITLE], [], ["Period", "2026-27 H1"], [], *grid],
    "blank lines above": lambda grid: [[], [], *grid],
    "rows of blanks between": lambda grid: [grid[0], *(
        row for each in grid[1:] for row in (_wide(grid), each))],
    "blank lines between": lambda grid: [each for row in grid for each in (row, [])],
    "blank lines below": lambda grid: [*grid, [], [], _wide(grid)],
    "a blank column before": lambda grid: _within(grid, 0, _blanks(grid)),
    "blank columns in and after": lambda grid: [
        [*row, "", "", ""] for row in _within(grid, 3, _blanks(grid))],
    "totals below": _totals,
    "sub-totals between": _sub_totals,
    "notes below": lambda grid: [*grid, [], ["Note: figures are for the whole directorate"], [SOURCE],
                                 ["* counted once in each directorate"]],
    "notes above and totals and notes below": lambda grid: [
        [TITLE], [], *_totals(grid), [], [SOURCE], ["Produced by the performance team"]],
    "the headings again": lambda grid: [*grid[:3], grid[0], *grid[3:], grid[0]],
    "headings over two rows": _two_lines,
    "the example of a template": lambda grid: [
        grid[0], ["Example, not read", *grid[1][1:]], *grid[1:]],
    "blank cells beyond the last": lambda grid: [grid[0], *([*row, "", " "] for row in grid[1:])],
    "blank cells left off": lambda grid: [_trimmed(row) for row in grid],
    "hundreds of blank columns": lambda grid: [[*row, *[""] * 300] for row in grid],
    "spaces that cannot be seen": lambda grid: [
        grid[0], *([f"\u00a0{cell} \u200b" if cell else cell for cell in row] for row in grid[1:])],
}  # fmt: skip
