"""Figures behind a picture, as a table that can be read aloud, and as a file."""

from collections.abc import Iterable, Mapping
from datetime import date
from re import sub
from textwrap import wrap
from typing import Literal

import streamlit as st
from queries import Answer, Column, export

from pages.parts.due_words import CALLED, EVERY_RETURN
from pages.parts.page import cite
from pages.parts.sentences import JOINER, day, escaped, number, people_shown, sentence
from pages.parts.who import when_pressed

LINE = 30
MORE = 20
HIGHEST = 640
LETTERS = 28
LETTER = 7
MARGIN = 24
PHONE = 320
MOST = 500
NOTHING = "–"


def figures(
    answer: Answer, columns: Iterable[str] | None = None, called: str = "Show the figures"
) -> None:
    """The figures of an answer folded away under `called`: table, meanings, source, download."""
    with st.expander(escaped(called)):
        in_full(answer, columns)


def in_full(answer: Answer, columns: Iterable[str] | None = None) -> None:
    """The figures of an answer: table, what its columns mean, source, download."""
    table(answer, columns)
    st.markdown(f":small[{meanings(answer, columns)}]")
    lines = answer.note.lines()[1 if answer.note.notice else 0 :]  # the banner gives the notice
    st.markdown(f":small[{escaped(' '.join(map(sentence, lines)))}]")
    download(answer)


def table(answer: Answer, columns: Iterable[str] | None = None) -> None:
    """Draw an answer as a table, every cell escaped; a long one scrolls under its headings.

    Of thousands of rows only the first are drawn, which the page says; the file has them all.
    """
    chosen = picked(answer, columns)
    rows = answer.rows[:MOST]
    cells = {heading(column): [cell(row[column.name], column) for row in rows] for column in chosen}
    st.table(
        cells, border="horizontal", hide_index=True, hide_header=False,
        height=height(cells), alt=answer.text,
    )  # fmt: skip
    if len(rows) < len(answer.rows):
        st.markdown(f":small[The first {number(MOST)} of {number(len(answer.rows))} rows; the file has them all.]")
    cite(answer)


def height(cells: Mapping[str, list[str]]) -> int | Literal["content"]:
    """How high to draw a table. A wide or long one gets a height in pixels.

    Only then does Streamlit let the keyboard reach what scrolls, so a table that may be wider
    than a phone needs one even where it is short.
    """
    lines = {heading: [words.split(" ") for words in column] for heading, column in cells.items()}
    deep = [max(len(words) for words in row) for row in zip(*lines.values(), strict=True)]
    wanted = LINE + sum(LINE + MORE * (each - 1) for each in deep) + MORE // 2
    across = sum(
        MARGIN + LETTER * max(len(word) for words in [[heading], *column] for word in words)
        for heading, column in lines.items()
    )
    return "content" if across <= PHONE and wanted <= HIGHEST else min(wanted, HIGHEST)


def bound(words: str, letters: int = LETTERS) -> str:
    """Words tied into lines that do not break, so that the height of a cell can be foretold."""
    if len(words) <= letters and words.isprintable():  # one line: what `wrap` makes of it, in a tenth of its time
        return words.rstrip(" ").replace(" ", "\u00a0")
    lines = wrap(words, letters, break_long_words=False, break_on_hyphens=False)
    return " ".join(line.replace(" ", "\u00a0") for line in lines)


def picked(answer: Answer, columns: Iterable[str] | None) -> list[Column]:
    """The columns asked for, in the order asked; all of them if none is named."""
    by_name = {column.name: column for column in answer.columns}
    return [by_name[name] for name in (columns or by_name)]


def heading(column: Column) -> str:
    """A column's name as words with its unit: Directorate, Share (%)."""
    return escaped(bound(named(column).replace("-", f"{JOINER}-{JOINER}")))


def named(column: Column) -> str:
    """The same as plain text, for files."""
    words = CALLED.get(column.name) or sentence(column.name.replace("_", " ")).rstrip(".")
    same = column.unit.lower() in {"", words.lower()}
    return words if same else f"{words} ({column.unit})"


def meanings(answer: Answer, columns: Iterable[str] | None = None) -> str:
    """What each column means, as one line of Markdown."""
    said = [f"**{heading(one)}**: {escaped(one.meaning)}" for one in picked(answer, columns)]
    return " · ".join(said)


def cell(value: object, column: Column) -> str:
    """One figure or word as Markdown that shows what `shown` says and nothing else."""
    return escaped(bound(shown(value, column)))


def shown(value: object, column: Column) -> str:
    """One figure or word as the screen shows it; nothing is a dash, 0 people “fewer than 5”."""
    if value is None or value != value:
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if column.kind == "people" and isinstance(value, int):
        return people_shown(value)
    if isinstance(value, int | float):
        return number(value)
    if column.name == "return_name":
        return EVERY_RETURN.get(str(value), str(value))
    return day(value) if isinstance(value, date) else str(value)


def download(answer: Answer, called: str = "Download the figures (CSV)") -> None:
    """A button under the words `called` that gives the figures as CSV, made when it is pressed.

    The content's hash is part of the file name: Streamlit tells large files apart by their
    length and samples only, so two different ones could be confused.
    """
    name = marked(answer.text, answer.mark, "csv")
    st.session_state["downloads"] = place = st.session_state.get("downloads", 0) + 1
    st.download_button(
        called, when_pressed(lambda: export(answer)), file_name=name, mime="text/csv",
        key=f"download {place} {name}", on_click="ignore",
    )  # fmt: skip


def marked(name: str, mark: str, ending: str) -> str:
    """A file name that carries the first eight characters of its content's SHA-256, the `mark`."""
    words = sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60].rstrip("-")
    return f"{words}-{mark[:8]}.{ending}"
