"""What is due in words: how much of it came in, what one cell of the grid says, what to chase."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from pages.parts.sentences import count, day, listed, number, of

Row = Mapping[str, Any]
# One name for each return, everywhere; a test holds these to the titles of the returns.
RETURNS = {"maturity": "Ratings", "themes": "Themes", "participation": "Who takes part", "conditions": "Conditions"}
EVERY_RETURN = {"projects": "Projects", **RETURNS}
# Columns of the questions whose names are not the words of the pages.
CALLED = {
    "period": "Half-year", "period_name": "Half-year", "period_label": "Half-year", "period_labels": "Half-years",
    "silent": "Never rated",
    "newly_evidenced": "Newly with evidence", "newly_silent": "No rating now",
}  # fmt: skip
ASKED = {code: f"{name[0].lower()}{name[1:]}" for code, name in EVERY_RETURN.items()}


def answer(rows: Iterable[Row], label: str, place: str) -> str:
    """The headline: how many of the returns of a half-year are missing, or have come in.

    `rows` are those of `returns/received_by_directorate`; `place` is a directorate, or "".
    """
    states = [row["state"] for row in rows]
    whole, missing, part = (states.count(each) for each in ("received", "missing", "part received"))
    said = f"the {count(len(states), 'return')} for {label}"
    who = f"{place}: " if place else ""
    if whole == len(states):
        return f"{who}{'the return' if whole == 1 else f'all {number(whole)} returns'} for {label} came in"
    if missing == len(states) == 1:
        return f"{who}the one return for {label} is missing"
    if missing == len(states):
        return f"{who}none of {said} has come in"
    if "not due yet" in states:
        return f"{who}{number(whole)} of {said} came in; the rest can still come in time"
    beside = f"{number(part)} came in only in part" if part else ""
    if not missing:
        return f"{who}none of {said} is missing, but {beside}"
    verb = "is" if missing == 1 else "are"
    return f"{who}{number(missing)} of {said} {verb} missing" + (f", and {beside}" if beside else "")


def coming(rows: Iterable[Row], label: str) -> str:
    """When the returns shown were due and the next ones are, from `returns/due_by_period`."""
    found = list(rows)
    (here,) = (row for row in found if row["label"] == label)
    later = [row for row in found if not row["passed"]]
    if later and later[0]["label"] == label:
        return f"They are due on {day(here['due_date'])}."
    said = f"They were due on {day(here['due_date'])}"
    if not later:
        return f"{said}; the list of half-years has none after it yet." if found[-1] == here else f"{said}."
    return f"{said}; the next, for {later[0]['label']}, are due on {day(later[0]['due_date'])}."


def elsewhere(rows: Iterable[Row], label: str) -> list[Row]:
    """The other half-years of which something is missing, newest first."""
    return [row for row in reversed(list(rows)) if row["returns_missing"] and row["label"] != label]


def cell(row: Row | None, today: date) -> tuple[str, str, str]:
    """What one cell says: its state, a fact under it, and the role that agreed it or ""."""
    if row is None:
        return "nothing due", "", ""
    agreed = row["agreed_by"] or ""
    if row["state"] == "received":
        return "received late" if row["late"] else "received", day(row["received_on"]), agreed
    if row["state"] == "part received":
        return "part received", of(row["received"] + row["late"], row["items"]), agreed
    if row["state"] == "missing":
        return "missing", f"{count((today - row['due_date']).days, 'day')} overdue", ""
    return "not due yet", f"due {day(row['due_date'])}", ""


def nothing_due(return_name: str) -> str:
    """Why a directorate owes nothing of a return."""
    return "once a year" if return_name == "conditions" else "no project"


def chase(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """What each directorate has still to send, from the missing rows of `returns/due_items`.

    Each directorate's name, and what it owes with how long and which mailbox to write to.
    """
    owing: dict[str, list[Row]] = {}
    for row in rows:
        owing.setdefault(row["directorate_name"], []).append(row)
    return [(name, owed(missing)) for name, missing in owing.items()]


def owed(rows: list[Row]) -> str:
    """What one directorate has still to send, for how long, and whom to write to."""
    late = f"{count(rows[0]['days_overdue'], 'day')} overdue"
    return f"{in_a_row(rows)}, {late}. Write to {rows[0]['mailbox']}"


def to_send(rows: Iterable[Row], label: str) -> str:
    """What one directorate has still to send for a half-year and by when, from its rows of `returns/due_items`."""
    left = [row for row in rows if row["state"] in ("missing", "not due yet")]
    if not left:
        return f"nothing is due for {label} that has not come in"
    late = left[0]["state"] == "missing"
    when = f"{'It was' if late else 'It is'} due on {day(left[0]['due_date'])}"
    return f"still to send for {label}: {in_a_row(left)}. {when}"


def in_a_row(rows: Sequence[Row]) -> str:
    """Returns in a row: ratings of 3 projects and who takes part."""
    sizes = {name: sum(row["return_name"] == name for row in rows) for name in RETURNS}
    per_project = {row["return_name"] for row in rows if row["project_id"]}
    return listed(
        f"{ASKED[name]} of {count(size, 'project')}" if name in per_project else ASKED[name]
        for name, size in sizes.items()
        if size
    )


def by_project(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """What one directorate has still to send, project by project: a title, and which returns.

    What is due once for the whole directorate comes first.
    """
    owing: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda each: each["project_id"] is not None):
        title = f"{row['title']} ({row['project_id']})" if row["project_id"] else "The whole directorate"
        owing.setdefault(title, []).append(ASKED[row["return_name"]])
    return [(title, listed(names)) for title, names in owing.items()]


def without_projects(rows: Iterable[Row]) -> str:
    """Which directorates owe no ratings and themes because no project of theirs is known, or ""."""
    owing: dict[str, set[str]] = {}
    for row in rows:
        owing.setdefault(row["directorate_name"], set()).add(row["return_name"])
    names = listed(name for name, returns in owing.items() if "maturity" not in returns)
    if not names:
        return ""
    return f"No project of {names} is known for this half-year: if there is one, its details are sent first"
