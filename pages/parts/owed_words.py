"""What is still owed in words: by whom, of which projects, since when, and whom to write to."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pages.parts.due_words import ASKED, RETURNS
from pages.parts.sentences import count, day, listed, number

Row = Mapping[str, Any]
NAMED = 3
LEFT = ("missing", "not due yet")


def chase(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """What each directorate has still to send, from the rows of `returns/due_items`.

    The name of each that owes something, and what it owes with how long and which mailbox to write to.
    """
    due: dict[str, list[Row]] = {}
    for row in rows:
        due.setdefault(row["directorate_name"], []).append(row)
    return [(name, owed(every)) for name, every in due.items() if missing(every)]


def missing(rows: Iterable[Row]) -> list[Row]:
    """What is past its due date and has not come in."""
    return [row for row in rows if row["state"] == "missing"]


def owed(rows: Sequence[Row]) -> str:
    """What one directorate has still to send, for how long, and whom to write to."""
    gone = missing(rows)
    late = f"{count(gone[0]['days_overdue'], 'day')} overdue"
    return f"{in_a_row(gone, rows)}, {late}. Write to {gone[0]['mailbox']}"


def to_send(rows: Sequence[Row], label: str) -> str:
    """What one directorate has still to send for a half-year and by when, from its rows of `returns/due_items`."""
    said = left(rows)
    return f"still to send for {label}: {said}" if any(row["state"] in LEFT for row in rows) else f"{said} for {label}"


def left(rows: Sequence[Row]) -> str:
    """What one directorate has still to send and by when, or that there is nothing."""
    open_yet = [row for row in rows if row["state"] in LEFT]
    if not open_yet:
        return "nothing more is due" if rows else "nothing is due"
    late = open_yet[0]["state"] == "missing"
    when = f"{'This was' if late else 'This is'} due on {day(open_yet[0]['due_date'])}"
    return f"{in_a_row(open_yet, rows)}. {when}"


def in_a_row(rows: Sequence[Row], every: Sequence[Row]) -> str:
    """Returns in a row, their projects by name: ratings of 3 of 9 projects (A, B and C) and who takes part.

    `every` are all that are due, with those that came in; returns of the same projects are said together.
    """
    together: dict[tuple[tuple[str, ...], int], list[str]] = {}
    titles = {row["project_id"]: row["title"] or row["project_id"] for row in rows}
    for name in RETURNS:
        of_projects = tuple(row["project_id"] for row in rows if row["return_name"] == name and row["project_id"])
        if of_projects:
            together.setdefault((of_projects, sum(row["return_name"] == name for row in every)), []).append(ASKED[name])
    alone = [ASKED[name] for name in RETURNS if (name, None) in {(row["return_name"], row["project_id"]) for row in rows}]
    return listed([*(f"{listed(what)} of {projects([titles[one] for one in ids], size)}" for (ids, size), what in together.items()), *alone])


def long(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """The directorates, by name and code, that owe of more projects than are named in a row."""
    titles: dict[tuple[str, str], set[str]] = {}
    for row in missing(rows):
        titles.setdefault((row["directorate_name"], row["directorate"]), set()).add(row["project_id"] or "")
    return [place for place, found in titles.items() if len(found - {""}) > NAMED]


def projects(names: Sequence[str], due: int) -> str:
    """How many projects of those due, and the first of them by name: 3 of 9 projects (A, B and C)."""
    size = count(due, "project")
    every = {1: size, 2: "both projects"}.get(due, f"all {size}")
    return f"{every if len(names) == due else f'{number(len(names))} of {size}'} ({listed(names, NAMED)})"


def by_project(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """What one directorate has still to send, project by project: a title, and which returns.

    What is due once for the whole directorate comes first.
    """
    owing: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda each: each["project_id"] is not None):
        title = f"{row['title']} ({row['project_id']})" if row["project_id"] else "The whole directorate"
        owing.setdefault(title, []).append(ASKED[row["return_name"]])
    return [(title, listed(names)) for title, names in owing.items()]
