"""The projects behind the grid of the Themes page: strength, principles, difference, what changed."""

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st
from queries import Answer, ask, choices

from pages.parts import charts
from pages.parts.filters import ALL
from pages.parts.links import go
from pages.parts.palette import STRENGTHS
from pages.parts.sentences import count, escaped, number, sentence
from pages.parts.tables import figures
from pages.parts.themes_words import NONE, Row, also

AT_MOST = 60
SIGNS = {one.code: f"{charts.coloured(one)} {one.label}" for one in STRENGTHS}
COLUMNS = (
    "title", "directorate_name", "level", "kind", "theme_name", "main_or_also", "strength", "note",
    "principles", "difference", "what_changed",
)  # fmt: skip


def the_projects(rows: Iterable[Row], chosen: dict[str, str]) -> None:
    """The projects of the choice under their themes; all of them if one theme is chosen."""
    every = narrowed(ask("themes/projects", period=chosen["period"]), chosen)
    charts.heading("Which projects are they, and what came of them?")
    charts.written_key(STRENGTHS)
    for row in rows:
        if chosen["theme"] == ALL and (row["main"] or row["also"]):
            with st.expander(heading(row)):
                one_theme(every, row, chosen)
        elif chosen["theme"] == row["theme"]:
            one_theme(every, row, chosen)
    figures(every, COLUMNS)


def narrowed(every: Answer, chosen: dict[str, str]) -> Answer:
    """The same answer with the rows of the choice only."""
    wanted = {name: chosen[name] for name in ("directorate", "theme", "level", "kind") if chosen[name] != ALL}
    return replace(every, rows=every.where(**wanted))


def heading(row: Row) -> str:
    """A theme with how many projects, for the line that opens them."""
    beside = f", {also(row['also'])}" if row["also"] else ""
    return escaped(f"{row['theme_name']}: {count(row['main'], 'project')}{beside}")


def one_theme(every: Answer, row: Row, chosen: dict[str, str]) -> None:
    """The projects of one theme: those with it as main, then those that also contribute."""
    entries(every.where(theme=row["theme"], main_or_also="main"))
    beside = every.where(theme=row["theme"], main_or_also="also")
    if beside and chosen["theme"] == ALL:
        here = {name: chosen[name] for name in ("level", "kind")}
        go(f"See {count(len(beside), 'project')} that also {'contributes' if len(beside) == 1 else 'contribute'}", "themes", theme=row["theme"], **here)
    elif beside:
        st.markdown("**Also contribute, beside a main theme of their own**")
        entries(beside)


def entries(rows: tuple[Row, ...]) -> None:
    """Projects one under another, in two columns where there is room."""
    shown = rows[:AT_MOST]
    half = (len(shown) + 1) // 2
    for column, part in zip(st.columns(2, gap="large"), (shown[:half], shown[half:]), strict=True):
        column.markdown("\n\n".join(map(entry, part)))
    if len(rows) > len(shown):
        st.markdown(f"{number(len(rows) - len(shown))} more are in the figures below; choose a directorate, level or kind to see fewer.")


def entry(row: Row) -> str:
    """One project as Markdown: title, where, how it contributes, and what came of it."""
    levels = {str(each["code"]): str(each["label"]) for each in choices("levels")}
    where = f"{row['directorate_name']} · {levels[row['level']].lower()} level · {row['kind']}"
    lines = [f"**{escaped(row['title'])}**", f":small[{escaped(where)}]"]
    if row["theme"] != NONE:
        lines.append(SIGNS[row["strength"]] + said(row["note"]))
    if row["difference"]:
        lines.append(escaped(str(row["difference"]).capitalize()) + said(row["what_changed"]))
    else:
        lines.append("What difference it made was not said.")
    if row["principles"]:
        lines.append(f":small[Principles: {escaped(row['principles'])}]")
    return "  \n".join(lines)


def said(words: str | None) -> str:
    """A project's own words after a colon, if it gave any."""
    return f": {escaped(sentence(words))}" if words else "."
