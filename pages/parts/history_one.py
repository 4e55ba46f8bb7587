"""One upload in full: whether it counts, what is known of it, its acts, its file and its parts."""

import streamlit as st
from queries import COUNTS_PEOPLE, Answer, acting, ask, choices, original

from pages.parts import history_words
from pages.parts.due_words import EVERY_RETURN
from pages.parts.headline import headline, lead
from pages.parts.history_acts import take_back_or_restore
from pages.parts.history_tick import tick_later
from pages.parts.history_words import Row
from pages.parts.links import go
from pages.parts.narrowed import narrowed
from pages.parts.page import cite
from pages.parts.sentences import count, day, escaped, sentence
from pages.parts.tables import figures
from pages.parts.who import when_pressed

FIRST = 12
KEPT_BACK = (
    "This file cannot be downloaded here: it holds counts of people, which are only ever shown rounded. "
    "Whoever sent it has it. Its fingerprint is kept but not shown, since it would confirm a guess."
)
PARTS = ("title", "project_id", "directorate_name", "unit", "counting", "before")


def one(uploads: Answer, row: Row) -> None:
    """Everything that may be said of one upload, and what can be done with it."""
    headline(history_words.stands(row))
    where = ", ".join(filter(None, (row["directorate_names"], row["period_labels"])))
    name = EVERY_RETURN[row["return_name"]]
    lead(f"{name}{f': {where}' if where else ''}. Sent on {day(row['received_on'])} at {row['received_at']}.")
    cite(uploads)
    facts, acts = st.columns(2, gap="large")
    with facts:
        what_is_known(row)
    with acts:
        what_was_done(row)
    parts = in_it(row)
    if row["status"] != "erased":
        take_back_or_restore(row, [each for part in parts for each in part.rows])
        tick_later(row)
    with st.container(horizontal=True, gap="medium"):
        newest = {"period": row["periods"].split("; ")[-1]} if row["periods"] else {}
        go("Show the pages as they stood before this upload", "overview", before=str(row["upload"]), **newest)
        go("See everything that was sent", "sent")


def what_is_known(row: Row) -> None:
    """The facts of an upload, its file and its fingerprint."""
    st.subheader("The file", anchor=False)
    facts = history_words.told(row)
    if row["fingerprint"]:
        facts.append(("Fingerprint (SHA-256)", f"{row['fingerprint'][:FIRST]}…"))
    st.markdown("\n".join(f"- **{escaped(name)}**: {escaped(said)}" for name, said in facts))
    if row["return_name"] in COUNTS_PEOPLE and not acting().session:
        st.markdown(f":small[{escaped(KEPT_BACK)}]")
    elif row["status"] != "erased":
        hand_out(row)
    if row["fingerprint"]:
        with st.expander("Show the whole fingerprint"):
            st.code(row["fingerprint"], language=None, wrap_lines=True)


def hand_out(row: Row) -> None:
    """A button that hands the file out when it is pressed: that is noted, so it is not made before."""
    number = int(row["upload"])
    ending = "xlsx" if str(row["file_name"]).lower().endswith(".xlsx") else "csv"
    mark = f"-{row['fingerprint'][:8]}" if row["fingerprint"] else ""
    st.download_button(
        "Download the file as it was sent", when_pressed(lambda: original(number)[1]),
        file_name=f"upload-{number}-{row['return_name']}{mark}.{ending}", on_click="ignore",
    )  # fmt: skip


def what_was_done(row: Row) -> None:
    """Every act on an upload, oldest first."""
    st.subheader("What was done", anchor=False)
    acts = ask("returns/upload_acts").where(upload=row["upload"])
    st.markdown("\n".join(f"- {escaped(sentence(history_words.act(each)))}" for each in acts))


def in_it(row: Row) -> list[Answer]:
    """What is in an upload, half-year by half-year, and which upload counts for each part now."""
    labels = {str(each["code"]): f" for {each['label']}" for each in choices("periods")}
    periods = (row["periods"] or "none").split("; ")
    number, found = row["upload"], []
    for code in periods if row["items"] else ():
        answer = ask("returns/upload_items", period=code)
        found.append(narrowed(answer, f"upload {number}", upload={number}))
        said = count(len(found[-1].rows), history_words.things(row).rstrip("s")) if row["return_name"] not in (
            "participation", "conditions") else "what is in it"  # fmt: skip
        figures(found[-1], PARTS, called=f"Show {said}{labels.get(code, '')}, and which upload counts now")
    return found
