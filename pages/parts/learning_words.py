"""What the learning page says and picks, by rule from rows of queries/learning."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from queries import Answer

from pages.parts.options import ALL
from pages.parts.sentences import count, listed, number

Row = Mapping[str, Any]
ABOUT = {
    "what changed": "What changed",
    "helped": "What helped",
    "got in the way": "What got in the way",
    "what was learnt": "What was learnt",
}
STRENGTH = ("nothing yet", "a decision changed", "a service or policy changed", "a result was measured")
RULE = (
    "How these three are picked: one that says what changed, one what helped and one what got in the way. "
    "Each is from the newest half-year that has one, and from another directorate where there is one. "
    "Among those, what changed most comes first (a result measured, a service or policy changed, a "
    "decision changed), then what has evidence beside it, then the project’s title, A to Z."
)


def best(rows: Iterable[Row]) -> list[Row]:
    """Up to three notes for a meeting, by RULE. `rows` come newest first."""
    found = list(rows)
    newest = {period: place for place, period in enumerate(dict.fromkeys(row["period"] for row in found))}
    picked: list[Row] = []
    for about in list(ABOUT)[:3]:
        there = {row["directorate"] for row in picked}
        alike = [row for row in found if row["about"] == about]
        picked += sorted(alike, key=lambda row: (
            newest[row["period"]], row["directorate"] in there, -strength(row), not row["with_evidence"],
            row["title"], row["place"],
        ))[:1]  # fmt: skip
    return picked


def strength(row: Row) -> int:
    """How much changed, from 0: not said and nothing yet are the least."""
    return STRENGTH.index(row["difference"]) if row["difference"] in STRENGTH else 0


def told(rows: Sequence[Row]) -> str:
    """How many notes tell of what, and of how many projects they are."""
    many = {about: sum(row["about"] == about for row in rows) for about in ABOUT}
    parts = [
        count(many["what changed"], "change"),
        count(many["helped"], "thing that helped", "things that helped"),
        f"{number(many['got in the way'])} that got in the way",
    ]
    if many["what was learnt"]:
        parts.append(count(many["what was learnt"], "other lesson"))
    projects = len({row["project_id"] for row in rows})
    verb = "tells" if projects == 1 else "tell"
    return f"{count(projects, 'project')} {verb} of {listed(parts)}"


def waiting(rows: Iterable[Row], directorate: str) -> str:
    """How many notes wait for the tick, and whose; nothing where none does."""
    here = [row for row in rows if row["waiting"] and directorate in (ALL, row["directorate"])]
    if not here:
        return ""
    many = sum(row["waiting"] for row in here)
    whose = listed(f"{row['directorate_name']} ({number(row['waiting'])})" for row in here)
    wait = "waits" if many == 1 else "wait"
    return (
        f"{count(many, 'more note')} {wait} until whoever sent them ticks that nobody could be recognised, "
        f"when sending or later under What was sent: {whose}."
    )


def found_in(notes: Answer, words: str) -> Answer:
    """The notes that hold every word searched for, in their text or their project's title."""
    wanted = words.casefold().split()
    if not wanted:
        return notes
    rows = tuple(row for row in notes.rows if all(each in said(row) for each in wanted))
    return replace(notes, rows=rows, note=replace(notes.note, source=f"{notes.note.source}, with “{words}”"))


def said(row: Row) -> str:
    """What is searched of a note, in small letters."""
    return f"{row['note']} {row['title']}".casefold()
