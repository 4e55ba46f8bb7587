"""Two clean returns with known answers: the rows as text, and as they are held once loaded."""

from collections.abc import Callable, Sequence

Grid = list[list[str]]

TITLES = (
    "Day chances, and what comes after",
    "Total Place",
    "Gwyneth’s café – naïve & proud",
    "Say “yes”; then \"go\"",
    "Two\nlines",
    "=1+1 | a pipe",
)
STARTS = ("2024-05-01", "2025-03-04", "2024-12-25", "2023-11-30", "2025-01-02", "2024-02-29")
ENDS = ("", "2027-03-31", "", "2026-10-05", "", "")
CHECKED = ("yes", "", "no", "partly", "not yet", "yes")
PROJECTS: Grid = [
    ["project_id", "title", "directorate", "kind", "level", "status", "start_date", "end_date",
     "partner", "access_checked"],
    *(
        [f"NEW-{place}", title, "ACH", "project", "operational", "active", start, end,
         "health", checked]
        for place, (title, start, end, checked) in enumerate(
            zip(TITLES, STARTS, ENDS, CHECKED, strict=True), 1)
    ),
]  # fmt: skip
COUNTS = {
    "sex": {"female": 700, "male": 548, "not_known": 2},
    "disability": {"disabled": 250, "not_disabled": 1000},
    "carer": {"provides_care": 5, "provides_no_care": 1245, "prefer_not_to_say": 0},
}
PEOPLE: Grid = [
    ["directorate", "period", "unit", "characteristic", "category", "count"],
    *(
        ["ACH", "2026-27 H1", "people", characteristic, category, str(count)]
        for characteristic, counts in COUNTS.items()
        for category, count in counts.items()
    ),
]
CLEAN = {"projects": PROJECTS, "participation": PEOPLE}


def held(name: str) -> list[dict[str, str | None]]:
    """The clean return's rows as they are held, each value as text; what is blank is None."""
    header, *rows = CLEAN[name]
    return [dict(zip(header, (cell or None for cell in row), strict=True)) for row in rows]


def changed(name: str, row: int, column: str, cell: str) -> Grid:
    """The clean return with another text in one cell; rows count from 1 below the header."""
    grid = [list(cells) for cells in CLEAN[name]]
    grid[row][grid[0].index(column)] = cell
    return grid


def mapped(grid: Grid, names: Sequence[str], each: Callable[[str], str]) -> Grid:
    """The grid with each filled cell of some columns as a function says."""
    places = {grid[0].index(name) for name in names if name in grid[0]}
    return [grid[0]] + [
        [each(cell) if cell and at in places else cell for at, cell in enumerate(row)]
        for row in grid[1:]
    ]
