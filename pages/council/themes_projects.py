"""The projects behind the grid of the Themes page: strength, principles, difference, what changed."""

from collections.abc import Iterable

import streamlit as st
from queries import Answer, ask, choices

from pages.parts import charts
from pages.parts.filters import ALL, Filter
from pages.parts.key import coloured, written_key
from pages.parts.links import go
from pages.parts.narrowed import narrowed
from pages.parts.palette import STRENGTHS
from pages.parts.project_links import go_to
from pages.parts.sentences import count, escaped, listed
from pages.parts.tables import figures
from pages.parts.themes_words import NONE, Row, also

AT_MOST = 60
SIGNS = {one.code: f"{coloured(one)} {one.label}" for one in STRENGTHS}
COLUMNS = (
    "title", "directorate_name", "level", "kind", "theme_name", "main_or_also", "strength", "note",
    "principles", "difference", "what_changed",
)  # fmt: skip


def the_projects(rows: Iterable[Row], chosen: dict[str, str], words: dict[str, str]) -> None:
    """The projects of the choice under their themes; all of them if one theme is chosen.

    `words` holds what the screen shows for each filter that leaves some out.
    """
    kept = {name: {chosen[name]} for name in words}
    said = listed(f"{name} {word}" for name, word in words.items())
    every = narrowed(ask("themes/projects", period=chosen["period"]), said, **kept)
    charts.heading("Which projects are they, and what came of them?")
    written_key(STRENGTHS if chosen["theme"] != NONE else ())
    for row in rows:
        if chosen["theme"] == ALL and (row["main"] or row["also"]):
            with st.expander(heading(row)):
                one_theme(every, row, chosen)
        elif chosen["theme"] == row["theme"]:
            one_theme(every, row, chosen)
    figures(every, COLUMNS)


def theme() -> Filter:
    """The themes of the plan by their short names, and those that state none."""
    named = tuple((str(row["code"]), str(row["short"])) for row in choices("themes"))
    every, none = (ALL, "Every theme"), (NONE, "Themes not sent")
    return Filter("theme", "Theme", (every, *named, none), ALL)


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
        go(f"See who else contributes: {also(len(beside))}", "themes", theme=row["theme"], **here)
    elif beside:
        st.markdown("**Also contribute, beside a main theme of their own**")
        entries(beside)


def entries(rows: tuple[Row, ...]) -> None:
    """Projects one under another, in two columns where there is room."""
    shown = rows[:AT_MOST]
    half = (len(shown) + 1) // 2
    halves = [part for part in (shown[:half], shown[half:]) if part]
    for column, part in zip(st.columns(2, gap="large") if halves else (), halves):
        with column:
            for row in part:
                entry(row)
    if len(rows) > len(shown):
        rest = count(len(rows) - len(shown), "more project")
        st.markdown(f"{rest} in the figures below: choose a directorate, level or kind to see fewer.")


def entry(row: Row) -> None:
    """One project: its title, which leads to its page, and what is said of it."""
    with st.container(gap=None):
        go_to(row)
        st.markdown(told(row))


def told(row: Row) -> str:
    """A project in Markdown, without its title: where, how it contributes, and what came of it."""
    where = f"{row['directorate_name']} · {row['level']} level · {row['kind']}"
    lines = [f":small[{escaped(where)}]"]
    if row["theme"] != NONE:
        note = f": {escaped(row['note'])}" if row["note"] else "."
        lines.append(SIGNS[row["strength"]] + note)
    what = f". {escaped(row['what_changed'])}" if row["what_changed"] else "."
    lines.append(f"Difference made: {escaped(row['difference'] or 'not said')}{what}")
    if row["principles"]:
        lines.append(f":small[Principles: {escaped(row['principles'])}]")
    return "  \n".join(lines)
