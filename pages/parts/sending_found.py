"""What was found in a file: what to put right, what to look at again, and what to settle."""

from collections.abc import Sequence

import streamlit as st
from queries import Received, Unsure, file_given_back, findings, listed_rows

from pages.parts import sending
from pages.parts.sentences import count, escaped, listed
from pages.parts.tables import with_hash

LEAVE_OUT = "leave it out"
SHOWN = 25
HEADINGS = {"must_fix": "Must fix", "please_check": "Please check"}
ASIDE = {
    "must_fix": "The file cannot be sent until these are put right.",
    "please_check": "These stop nothing. Send the file if they are as you mean them.",
}


def problems(files: Sequence[Received], severity: str) -> None:
    """Everything found of one severity, a line a kind of problem, each return under its name."""
    found = [(each, findings(each, severity)) for each in files]
    if not any(each for _, each in found):
        return
    st.subheader(HEADINGS[severity], anchor=False)
    st.markdown(f":small[{ASIDE[severity]}]")
    for received, kinds in found:
        if len(files) > 1 and kinds:
            st.markdown(f"**{escaped(received.title)}** :small[{escaped(received.file)}]")
        lines = [
            f"- {f'**{escaped(kind.place)}**, ' if kind.place else ''}{escaped(said)}"
            for kind in kinds
            for said in kind.sentences()
        ]
        st.markdown("\n".join(lines[:SHOWN]))
        if lines[SHOWN:]:
            st.markdown(f":small[{count(len(lines) - SHOWN, 'other')} in your file given back.]")


def give_back(files: Sequence[Received]) -> None:
    """A button for each file that has something to look at: the file, marked beside each row."""
    for name in dict.fromkeys(each.file for each in files if each.problems and each.sheet):
        content = file_given_back([each for each in files if each.file == name])
        st.download_button(
            f"Download {escaped(name)} with what to put right beside each row",
            content,
            file_name=with_hash(f"{name.rsplit('.', 1)[0]} to put right", content, "xlsx"),
            on_click="ignore",
            key=f"back {name}",
        )


def leave_rows_out(files: Sequence[Received]) -> None:
    """Offer to send the good rows alone, with the list of those left out in front of the officer."""
    rows = sorted({one.excel_row for each in files for one in each.must_fix if one.excel_row})
    if all(each.can_leave_rows_out for each in files if each.must_fix) and rows:
        said = f"Leave {listed_rows(rows)} out and send the others"
        st.button(said, on_click=sending.leave_bad_rows_out)


def settle(files: Sequence[Received]) -> dict[str, str | None]:
    """Ask which field each unsure heading means; what was answered, None to leave one out."""
    asked = [(each, unsure) for each in files for unsure in each.unsure]
    if not asked:
        return {}
    st.subheader("Which column is which?", anchor=False)
    answers: dict[str, str | None] = {}
    for received, unsure in asked:
        chosen = ask(received, unsure)
        if chosen:
            answers[unsure.heading] = None if chosen == LEAVE_OUT else chosen
    return answers


def ask(received: Received, unsure: Unsure) -> str | None:
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
        key=f"settle {received.file} {received.return_name} {unsure.heading}",
    )
