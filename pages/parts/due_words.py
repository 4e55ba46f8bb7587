"""What is due in words: how much of it came in, and what one cell of the grid says."""

from collections.abc import Iterable, Mapping
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
    "silent": "Never rated", "active": "Work under way", "possible": "Could contribute",
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
    if not missing:
        return who + in_part_alone(whole, part, label)
    beside = f", and {number(part)} came in only in part" if part else ""
    return f"{who}{number(missing)} of {said} {'is' if missing == 1 else 'are'} missing{beside}"


def in_part_alone(whole: int, part: int, label: str) -> str:
    """How many returns are complete, where the others came in only in part."""
    if whole + part == 1:
        return f"the one return for {label} came in only in part"
    if not whole:
        return f"none of {count(part, 'return')} for {label} is complete; {number(part)} came in only in part"
    verb = "is" if whole == 1 else "are"
    return (
        f"{number(whole)} of {count(whole + part, 'return')} for {label} {verb} complete; "
        f"{number(part)} came in only in part"
    )


def coming(rows: Iterable[Row], label: str) -> str:
    """When the returns shown were due and the next ones are, from `returns/due_by_period`."""
    found = list(rows)
    (here,) = (row for row in found if row["label"] == label)
    later = [row for row in found if not row["passed"]]
    if later and later[0]["label"] == label:
        return f"They are due on {day(here['due_date'])}."
    said = f"They were due on {day(here['due_date'])}"
    if not later:
        return f"{said}."
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
        return "part received", f"{of(row['received'] + row['late'], row['items'])} projects", agreed
    if row["state"] == "missing":
        return "missing", f"{count((today - row['due_date']).days, 'day')} overdue", ""
    return "not due yet", f"due {day(row['due_date'])}", ""


def nothing_due(return_name: str) -> str:
    """Why a directorate owes nothing of a return."""
    return "once a year" if return_name == "conditions" else "no project"


def without_projects(rows: Iterable[Row]) -> str:
    """Which directorates owe no ratings and themes because no project of theirs is known, or ""."""
    owing: dict[str, set[str]] = {}
    for row in rows:
        owing.setdefault(row["directorate_name"], set()).add(row["return_name"])
    names = listed(name for name, returns in owing.items() if "maturity" not in returns)
    if not names:
        return ""
    return f"No project of {names} is known for this half-year: if there is one, its details are sent first"


def in_part(rows: Iterable[Row], place: str) -> str:
    """What “in part” means, from the rows of `returns/received_by_directorate`; "" where nothing is."""
    found = [row for row in rows if row["state"] == "part received"]
    if not found:
        return ""
    below = "those it did not come in for are named below"
    if not place:
        return f"“In part” means that a return came in for some projects and not for others: {below}"
    came = listed(f"{ASKED[row['return_name']]} for {of(row['received'] + row['late'], row['items'])} projects" for row in found)
    return f"“In part” means that {came} came in: the others are named below"
