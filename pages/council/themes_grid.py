"""The grid of the Themes page: directorates and themes, that they add up, and what is empty."""

import streamlit as st
from queries import Answer, choices

from pages.parts import charts
from pages.parts.filters import ALL, Filter, choose
from pages.parts.grid import contributions, theme_key
from pages.parts.key import written_key
from pages.parts.links import link
from pages.parts.palette import STRENGTHS
from pages.parts.sentences import escaped, listed, sentence
from pages.parts.tables import figures
from pages.parts.themes_words import NONE, Row, Scope, adds_up, gaps, without

STRONG = "strong"
UNSTATED = "None"
COLUMNS = ("directorate_name", "theme_name", "main", "also", "possible", "active", "change_shown")


def the_grid(counts: Answer, chosen: dict[str, str], told: Scope) -> None:
    """The grid of the directorates chosen, its figures, and its empty cells in words."""
    whole, everywhere = counts.where(directorate=ALL), Scope(told.one, told.many)
    rows = [row for row in counts.rows if row["directorate"] != ALL and chosen["directorate"] in (ALL, row["directorate"])]
    question, buttons = st.columns([5, 1], vertical_alignment="bottom")
    with question:
        charts.heading(counts.text)
    with buttons:
        strong = choose(shown())["show"] == STRONG
    written_key(STRENGTHS if strong else ())
    cells = [cell(row, chosen) for row in (*rows, *whole)]
    picture = contributions(cells, strong=strong, total=whole[0]["directorate_name"])
    charts.draw(picture, " ".join(map(sentence, gaps(whole, everywhere))))
    codes = theme_key(each for each in cells if each["theme_code"] != UNSTATED)
    st.markdown(f":small[{escaped(' · '.join([plan(), *codes]))}]")
    st.markdown(escaped(adds_up(whole, everywhere)))
    in_words(rows, chosen, told)
    figures(counts, COLUMNS)


def shown() -> Filter:
    """What the cells of the grid show."""
    options = (("projects", "Projects"), (STRONG, "How strong"))
    return Filter("show", "Show in each cell", options, "projects", look="buttons")


def cell(row: Row, chosen: dict[str, str]) -> dict[str, object]:
    """One cell for the picture; a click on it leads to its projects."""
    here = {name: chosen[name] for name in ("period", "level", "kind")}
    way = link("themes", directorate=row["directorate"], theme=row["theme"], **here)
    code = UNSTATED if row["theme"] == NONE else row["theme"]
    return {**row, "directorate": row["directorate_name"], "theme": row["theme_name"], "theme_code": code, "link": way}


def plan() -> str:
    """Whose themes these are."""
    return f"Themes of {listed(str(row['label']) for row in choices('plan'))}"


def in_words(rows: list[Row], chosen: dict[str, str], told: Scope) -> None:
    """The empty cells of each directorate as a sentence, and the directorates without a project."""
    with st.expander("Themes that no project has as its main one, by directorate", expanded=bool(told.where)):
        for place in dict.fromkeys(str(row["directorate_name"]) for row in rows):
            here = [row for row in rows if row["directorate_name"] == place]
            st.markdown(f"- **{escaped(place)}**: {escaped(sentence(without(here, told)))}")
        known = {row["directorate"] for row in rows}
        nobody = [str(row["label"]) for row in choices("directorates") if row["code"] not in known]
        if nobody and chosen["directorate"] == ALL:
            st.markdown(f"- {escaped(sentence(f'No {told.one} was sent by {listed(nobody)}'))}")
