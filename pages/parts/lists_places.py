"""Directorates and services: rename one, end it or merge it into another, add one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st
from queries import choices

from pages.parts.changing import differing, offer_row
from pages.parts.headline import READABLE, lead
from pages.parts.rows_table import rows_table
from pages.parts.sentences import day

Row = Mapping[str, Any]
ACTS = ("Rename", "End or merge", "Add")
NOBODY = ""
WHAT = (
    "What ends keeps its earlier half-years as they are. Merged into another, its projects are shown and due "
    "there from the half-year that begins after its last day."
)


def directorates() -> None:
    """The directorates as they stand, and the way to change them."""
    look_after("directorates", choices("directorates"))


def services() -> None:
    """The services as they stand, and the way to change them."""
    look_after("services", choices("services"))


def look_after(name: str, rows: tuple[Row, ...]) -> None:
    """A list as a table, and one of three acts on it."""
    lead(WHAT)
    labels = {str(row["code"]): str(row["label"]) for row in rows}
    rows_table([in_words(row, labels) for row in rows])
    act = st.segmented_control("What to do", ACTS, default=ACTS[0], required=True, key=f"act {name}")
    with st.container(width=READABLE):
        if act == ACTS[2]:
            add(name, rows)
            return
        code = str(st.selectbox("Which", list(labels), format_func=lambda each: f"{each} {labels[each]}", key=f"which {name}"))
        row = next(each for each in rows if each["code"] == code)
        (rename if act == ACTS[0] else end)(name, row, rows)


def in_words(row: Row, labels: Mapping[str, str]) -> dict[str, str]:
    """A directorate or service as a row of the table."""
    said = {"Code": str(row["code"]), "Name": str(row["label"])}
    if "mailbox" in row:
        said |= {"Team mailbox": str(row["mailbox"])}
    else:
        said |= {"Directorate": str(row["directorate"])}
    last = day(row["valid_to"]) if row["valid_to"] else "still in use"
    successor = labels.get(str(row["successor"]), "") if row["successor"] else ""
    return said | {"Last day": last, "Merged into": successor}


def texts(name: str, row: Row | None) -> dict[str, str]:
    """Boxes for what a directorate or service is called, and whom to write to."""
    wanted = {"label": "Name"} | ({"short": "Short name, for charts", "mailbox": "Team mailbox"} if name == "directorates" else {})
    most = {"short": 32}
    key = f"{name} {row['code'] if row else 'new'}"
    return {
        field: st.text_input(
            title, str(row[field] or "") if row else "", max_chars=most.get(field, 100),
            key=f"{key} {field} {row[field] if row else ''}",
        ).strip()
        for field, title in wanted.items()
    }  # fmt: skip


def rename(name: str, row: Row, _rows: tuple[Row, ...]) -> None:
    """Another name, on every page and for every half-year."""
    said = differing(row, texts(name, row))
    offer_row(name, str(row["code"]), said, f"{said.get('label', row['label'])} is what it is called now")


def end(name: str, row: Row, rows: tuple[Row, ...]) -> None:
    """A last day, and what takes over after it."""
    code = str(row["code"])
    last = st.date_input("Its last day", row["valid_to"], key=f"last {code}", format="DD/MM/YYYY")
    alike = [each for each in rows if each["code"] != code and each.get("directorate") == row.get("directorate")]
    labels = {NOBODY: "Nothing: its projects are sent anew", **{str(each["code"]): str(each["label"]) for each in alike}}
    held = str(row["successor"] or NOBODY)
    codes = list(labels)
    successor = st.selectbox(
        "What takes over", codes, index=codes.index(held) if held in codes else 0,
        format_func=lambda each: labels[each], key=f"successor {code}",
    )  # fmt: skip
    said = {"valid_to": last.isoformat() if isinstance(last, date) else "", "successor": str(successor)}
    offer_row(name, code, differing(row, said), f"{row['label']} has {f'its last day on {day(last)}' if isinstance(last, date) else 'no last day'}")


def add(name: str, rows: tuple[Row, ...]) -> None:
    """One more, at the end of the list."""
    code = st.text_input("Code, as it stands in files", max_chars=20, key=f"code {name}").strip()
    said = texts(name, None)
    if name == "services":
        places = {str(row["code"]): str(row["label"]) for row in choices("directorates")}
        said["directorate"] = str(st.selectbox("Directorate", list(places), format_func=lambda each: places[each]))
    else:
        known = {str(row["code"]): str(row["label"]) for row in reversed(choices("periods"))}
        said["expected_from"] = str(st.selectbox("Its first return is due for", list(known), format_func=lambda each: known[each]))
    since = st.date_input("In use from", key=f"since {name}", format="DD/MM/YYYY")
    said |= {"valid_from": since.isoformat() if isinstance(since, date) else "", "order": str(max(row["order"] for row in rows) + 1)}
    if not code or not said["label"]:
        st.markdown(":small[Write its code and its name.]")
    elif any(row["code"] == code for row in rows):
        st.warning("This code is in use already. Write another.")
    else:
        offer_row(name, code, said, f"{said['label']} was added")
