"""Conditions: what each directorate says of the twelve things that make co-production possible."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import streamlit as st
from queries import Answer, ask, choices

from pages.parts import charts
from pages.parts.conditions_words import (
    JIGSAW, NO_RETURN, Row, of_council, of_directorate, of_question, since, together, unanswered, unsent, when,
)  # fmt: skip
from pages.parts.filters import ALL, Filter, choose, directorate, period
from pages.parts.headline import empty_state, headline, lead
from pages.parts.key import coloured
from pages.parts.narrowed import narrowed
from pages.parts.page import page
from pages.parts.palette import ANSWERS
from pages.parts.sentences import escaped, sentence
from pages.parts.standing import standing
from pages.parts.tables import figures

SIGNS = {one.code: f"{coloured(one)} **{one.label}**" for one in ANSWERS}
PIECES = {
    "Culture": "what people value", "Structure": "routes, money and rules",
    "Practice": "how the work is done", "Review": "looking back and sharing",
}  # fmt: skip
COLUMNS = ("directorate_name", "piece", "question", "answer", "answer_before", "note")
ANSWERED = "Show the answers as a table"
WIDE = 300


@page("Conditions for co-production", section="Council", address="conditions", order=6,
      answers="Twelve questions on what makes working with people possible")
def conditions() -> None:
    """Twelve tiles for a directorate or the council, or one question in every directorate."""
    chosen = choose(period(), directorate(), question())
    found = ask("conditions/answers_by_directorate", period=chosen["period"])
    if chosen["question"] != ALL:
        one_question(found, chosen["question"])
    elif chosen["directorate"] != ALL:
        one_directorate(found, chosen["directorate"])
    else:
        whole_council(found)
    st.markdown(f":small[{escaped(JIGSAW)}]")
    standing(found.rows[0]["sent_with"] if found.rows else chosen["period"])


def question() -> Filter:
    """The twelve questions by their labels, led by all of them."""
    named = tuple((str(row["code"]), str(row["label"] or row["question"])) for row in choices("conditions"))
    return Filter("question", "Question", ((ALL, "All twelve questions"), *named), ALL)


def one_directorate(found: Answer, place: str) -> None:
    """A directorate's twelve answers: what is new and what is no, then a tile each."""
    rows = found.where(directorate=place)
    if not rows:
        empty_state("This directorate was not there in this year", "Choose another half-year or directorate")
        return
    mailbox = {row["code"]: row["mailbox"] for row in choices("directorates")}[place]
    due = {row["code"]: row["due"] for row in choices("periods")}[rows[0]["sent_with"]]
    if nothing := unsent(rows[0], str(mailbox), due):
        empty_state(*nothing)
    else:
        headline(*of_directorate(rows))
        told(rows)
    pieces([(row, own_tile(row, f"**{escaped(row['question'])}**")) for row in rows])
    figures(narrowed(found, str(rows[0]["directorate_name"]), directorate={place}), COLUMNS, ANSWERED)


def whole_council(found: Answer) -> None:
    """Every directorate's answers, a tile a question, the directorates in the council's order."""
    if all(row["answer"] in ("no return", "not asked") for row in found.rows):
        empty_state("No directorate has sent its answers for this year", "Choose another half-year")
        return
    headline(*of_council(found.rows))
    told(found.rows)
    if said := unanswered(found.rows):
        st.markdown(escaped(said))
    rows = sorted(found.rows, key=lambda row: int(row["item_order"]))
    together = [list(group) for _, group in groupby(rows, key=lambda row: row["item_order"])]
    pieces([(group[0], council_tile(group)) for group in together])
    figures(found, COLUMNS, ANSWERED)


def one_question(found: Answer, item: str) -> None:
    """One question in every directorate, in the council's order."""
    rows = found.where(item=item)
    if not rows:
        empty_state("There was no directorate in this year", "Choose another half-year")
        return
    headline(*of_question(rows))
    told(rows)
    with charts.side_by_side():
        for row in rows:
            with st.container(border=True, width=WIDE, height="stretch"):
                st.markdown(own_tile(row, f"**{escaped(row['directorate_name'])}**"))
    figures(narrowed(found, f"“{rows[0]['item_name']}”", item={item}), COLUMNS, ANSWERED)


def told(rows: Sequence[Row]) -> None:
    """Which year's answers these are."""
    lead(when(rows[0], {str(row["code"]): str(row["label"]) for row in choices("periods")}))


def pieces(drawn: Sequence[tuple[Row, str]]) -> None:
    """The tiles in four columns, one a piece of the jigsaw; one under another on a phone."""
    names = list(dict.fromkeys(str(row["piece"]) for row, _ in drawn))
    for column, name in zip(st.columns(len(names), gap="small"), names, strict=True):
        with column:
            with st.container(gap="xxsmall"):
                st.subheader(escaped(name), anchor=False)
                st.markdown(f":small[{escaped(sentence(PIECES[name]))}]")
            for row, words in drawn:
                if row["piece"] == name:
                    st.container(border=True).markdown(words)


def own_tile(row: Row, over: str) -> str:
    """One answer as Markdown: what stands over it, the answer, the year before, the note."""
    changed = f" :small[· {escaped(since(row))}]" if since(row) else ""
    note = f"\n\n:small[{escaped(row['note'])}]" if row["note"] else ""
    return f"{over}\n\n{SIGNS[row['answer']]}{changed}{note}"


def council_tile(rows: Iterable[Row]) -> str:
    """One question as Markdown, with the directorates that give each answer; who sent none is said above."""
    group = list(rows)
    lines = [f"**{escaped(group[0]['question'])}**"]
    for one in ANSWERS:
        names = [
            row["directorate_name"] + (" (new)" if row["change"] == "new yes" else "")
            for row in group
            if row["answer"] == one.code != NO_RETURN
        ]
        if names:
            lines.append(f"{SIGNS[one.code]}: {escaped(together(names))}")
    return "\n\n".join(lines)
