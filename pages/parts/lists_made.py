"""The changes that were made, newest first, and the way to undo one."""

import json
from collections.abc import Mapping
from typing import Any

import streamlit as st
from queries import ask, undo_change

from pages.parts.changing import because
from pages.parts.headline import READABLE, empty_state
from pages.parts.rows_table import rows_table
from pages.parts.sentences import day

Row = Mapping[str, Any]
KINDS = {
    "hide note": "Note hidden", "comment": "Comment", "list row": "List", "merge project": "Project id merged",
    "population": "Population replaced", "tick notes": "Notes let go, of upload",
}  # fmt: skip
LONG = 120


def made() -> None:
    """Every change as a table, and a box to undo one that counts."""
    rows = ask("running/changes").rows
    if not rows:
        empty_state("Nothing has been changed yet", "What is changed here, or hidden on a page, is listed then")
        return
    rows_table([in_words(row) for row in rows])
    standing = {int(row["change"]): row for row in rows if row["undone_on"] is None}
    if not standing:
        return
    with st.container(width=READABLE):
        number = int(st.selectbox("Undo a change", list(standing), format_func=lambda each: named(standing[each])))
    because("Undo this change", f"undo {number}", lambda why: undo_change(number, why), f"Change {number} was undone")


def named(row: Row) -> str:
    """A change in a line."""
    return f"{row['change']}: {KINDS.get(row['kind'], row['kind'])}, {row['subject']}"


def in_words(row: Row) -> dict[str, str]:
    """A change as a row of the table."""
    undone = f"{day(row['undone_on'])}, {row['undone_by']}: {row['undone_reason']}" if row["undone_on"] else ""
    return {
        "No.": str(row["change"]),
        "What": f"{KINDS.get(row['kind'], row['kind'])}: {row['subject']}",
        "To": said(row),
        "When": f"{day(row['done_on'])}, {row['done_at']}",
        "Who": str(row["done_by"]),
        "Why": str(row["reason"]),
        "Undone": undone,
    }


def said(row: Row) -> str:
    """What it was changed to, cut short."""
    words = str(row["value"])
    if row["kind"] == "list row":
        words = ", ".join(f"{name.replace('_', ' ')} {text or 'blank'}" for name, text in json.loads(words).items())
    return words if len(words) <= LONG else words[:LONG].rstrip() + "…"
