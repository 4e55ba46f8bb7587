"""What was found in a file: what to put right, what to look at again, and what to settle."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st
from queries import Finding, Received, Unsure, file_given_back, findings, listed_rows

from pages.parts import sending
from pages.parts.decided import Asked
from pages.parts.sentences import count, escaped, listed
from pages.parts.who import when_pressed

LEAVE_OUT = "leave it out"
SHOWN = 25
HEADINGS = {"must_fix": "Must fix", "please_check": "Please check"}
ASIDE = {
    "must_fix": "The file cannot be sent until these are put right. Then take this one out with its ✕, and choose the new one.",
    "please_check": "These stop nothing. Send the file if they are as you mean them.",
}


def problems(files: Sequence[Received], severity: str) -> None:
    """Everything found of one severity, a line a kind of problem, each return under its name."""
    told(HEADINGS[severity], ASIDE[severity], [(each, findings(each, severity)) for each in files])


def left_out(files: Sequence[Received]) -> None:
    """The rows left out because the officer said so, and what is wrong with them."""
    found = [(each, findings(replace(each, problems=each.dropped), "must_fix")) for each in files]
    told("Left out", "These rows are not sent; the others are.", found)


def told(heading: str, aside: str, found: Sequence[tuple[Received, Sequence[Finding]]]) -> None:
    """Findings under a heading; nothing where there are none."""
    if not any(kinds for _, kinds in found):
        return
    st.subheader(heading, anchor=False)
    st.markdown(f":small[{aside}]")
    for received, kinds in found:
        if len(found) > 1 and kinds:
            file = f" :small[{escaped(received.file)}]" if received.return_name else ""
            st.markdown(f"**{escaped(received.title)}**{file}")
        lines = [f"- {line(kind, said)}" for kind in kinds for said in kind.sentences()]
        st.markdown("\n".join(lines[:SHOWN]))
        if lines[SHOWN:]:
            st.markdown(f":small[{count(len(lines) - SHOWN, 'other')} in your file given back.]")


def line(kind: Finding, said: str) -> str:
    """One finding: its column and what is said of it, or what is said of the whole file."""
    if kind.place:
        return f"**{escaped(kind.place)}**, {escaped(said)}"
    return escaped(said if kind.cells else f"This file {said}")


def give_back(files: Sequence[Received]) -> None:
    """A button for each file that has something to look at: the file, marked beside each row.

    It is made when it is pressed: marking a long file takes seconds.
    """
    for name in dict.fromkeys(each.file for each in files if each.problems and each.sheet):
        inside = [each for each in files if each.file == name]
        st.download_button(
            f"Download {escaped(name)} with what to put right beside each row",
            when_pressed(partial(file_given_back, inside)),
            file_name=f"to-put-right-{inside[0].fingerprint[:8]}.xlsx",
            on_click="ignore",
            key=f"back {name}",
        )


def leave_rows_out(files: Sequence[Received]) -> None:
    """Offer to send the good rows alone, with the list of those left out in front of the officer."""
    wrong = [each for each in files if each.must_fix]
    if not wrong or not all(each.can_leave_rows_out for each in wrong):
        return
    said = [
        f"{listed_rows([one.excel_row for one in each.must_fix if one.excel_row])}"
        f"{f' of {each.file}' if len(files) > 1 else ''}"
        for each in wrong
    ]
    label = f"Leave {listed(said)} out and send the others"
    st.button(escaped(label), on_click=sending.leave_bad_rows_out)


def as_last_time(files: Sequence[Received]) -> None:
    """What headings were read as because they were answered before, and a way to be asked again."""
    lines = [
        f"- “{escaped(heading)}” was {f'read as **{escaped(each.titles[means])}**' if means else 'left out'}"
        for each in files
        for heading, means in each.as_last_time
    ]
    if lines:
        st.markdown("As you answered last time:\n" + "\n".join(lines))
        st.button("Ask me about these columns again", on_click=sending.ask_again)


def settle(files: Sequence[Received]) -> list[tuple[Asked, str | None]]:
    """Ask which field each unsure heading means; each question and what was chosen, if anything."""
    asked = {
        (each.file, each.return_name or "", unsure.heading): (each, unsure)
        for each in files
        for unsure in each.unsure
    }
    if asked:
        st.subheader("Which column is which?", anchor=False)
    return [(about, ask(about, *which)) for about, which in asked.items()]


def ask(about: Asked, received: Received, unsure: Unsure) -> str | None:
    """One question about one heading; nothing is chosen beforehand."""
    titles = received.titles
    below = f" It holds {listed(f'“{each}”' for each in unsure.examples)}." if unsure.examples else ""
    options = [unsure.suggested, *(each for each in unsure.options if each != unsure.suggested), LEAVE_OUT]
    return st.selectbox(
        escaped(f"{received.title}: what is column {unsure.letter}, “{unsure.heading}”?{below}"),
        options,
        index=None,
        format_func=lambda name: titles.get(name, name.capitalize()),
        placeholder="Choose the column it is, or leave it out",
        key=f"settle {about}",
    )


def meant(chosen: str) -> str | None:
    """The field that was chosen, or None for a column to be left out."""
    return None if chosen == LEAVE_OUT else chosen
