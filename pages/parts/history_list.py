"""The list of what was sent: its filters, and one entry an upload, newest first."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st
from queries import Answer

from pages.parts import history_words
from pages.parts.due_words import EVERY_RETURN
from pages.parts.filters import ALL, Filter, choose, directorate, from_list
from pages.parts.headline import empty_state, headline
from pages.parts.history_words import STANDS, Row
from pages.parts.key import coloured, written_key
from pages.parts.links import go
from pages.parts.narrowed import narrowed
from pages.parts.sentences import count, escaped, listed
from pages.parts.tables import figures

AT_MOST = 20
NOW = "now"
SIGNS = {one.code: f"{coloured(one)} **{one.label}**" for one in STANDS}
COLUMNS = (
    "upload", "status", "received_on", "return_name", "directorate_names", "period_labels", "file_name",
    "row_count", "agreed_by", "minutes", "reason",
)  # fmt: skip


def filters() -> tuple[Filter, ...]:
    """What the list may be narrowed by."""
    oldest_first = from_list("periods", "Half-year", "Every half-year")
    (every, *rest) = oldest_first.options
    counts = ((ALL, "Everything"), (NOW, "Only what counts now"))
    return (
        replace(oldest_first, options=(every, *reversed(rest))),
        directorate("Every directorate"),
        Filter("return", "Return", ((ALL, "Every return"), *EVERY_RETURN.items()), ALL),
        Filter("counts", "Show", counts, ALL),
    )


def the_list(uploads: Answer) -> None:
    """The uploads that the filters leave, newest first, and all of them as a table and a file."""
    offered = filters()
    chosen = choose(*offered)
    words = [one.words(chosen[one.name]) for one in offered if chosen[one.name] != ALL]
    kept = narrowed(uploads, listed(words), **matching(uploads.rows, chosen))
    if not kept.rows:
        empty_state("Nothing that was sent matches these filters", "Choose every half-year, directorate and return")
        return
    headline(history_words.found(kept.rows, len(uploads.rows)))
    written_key(STANDS)
    for row in kept.rows[:AT_MOST]:
        entry(row)
    if len(kept.rows) > AT_MOST:
        rest = count(len(kept.rows) - AT_MOST, "older upload")
        st.markdown(f"{rest} in the table below. To open one, choose a half-year, directorate or return above.")
    figures(kept, COLUMNS, called=f"Show {count(len(kept.rows), 'upload')} as a table")


def matching(rows: tuple[Row, ...], chosen: Mapping[str, str]) -> dict[str, set[object]]:
    """The values to keep in each column, as `narrowed` wants them.

    Details of projects belong to no half-year in particular, so every half-year shows them.
    """
    kept: dict[str, set[object]] = {}
    if chosen["period"] != ALL:
        kept["periods"] = {None, *among(rows, "periods", chosen["period"])}
    if chosen["directorate"] != ALL:
        kept["directorates"] = among(rows, "directorates", chosen["directorate"])
    if chosen["return"] != ALL:
        kept["return_name"] = {chosen["return"]}
    if chosen["counts"] == NOW:
        kept["status"] = {"counts now", "replaced in part"}
    return kept


def among(rows: tuple[Row, ...], column: str, code: str) -> set[object]:
    """The values of a column that name a code among others."""
    return {row[column] for row in rows if code in (row[column] or "").split("; ")}


def entry(row: Row) -> None:
    """One upload: its name, which leads to it, beside how it stands and how it came."""
    name, rest = st.columns([3, 8], gap="small", vertical_alignment="center")
    with name:
        go(history_words.title(row), "sent", upload=str(row["upload"]))
    with rest:
        whose, how = (escaped(" · ".join(said)) for said in history_words.in_two_lines(row))
        st.markdown(f":small[{SIGNS[row['status']]} · {whose}]  \n:small[{how}]")
