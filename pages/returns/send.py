"""Send a return: a file is read and checked, what it would change is shown, then it is sent."""

from collections.abc import Sequence

import streamlit as st
from queries import Offer, Preview, Received, ask

from pages.parts import owed_words, sending, sending_found, sending_time, sending_words
from pages.parts.filters import ALL, choose, directorate, period
from pages.parts.headline import READABLE, headline, lead
from pages.parts.links import go
from pages.parts.page import page
from pages.parts.sending_effect import effect
from pages.parts.sending_read import as_read
from pages.parts.sending_receipt import receipt
from pages.parts.sentences import escaped, sentence

WELCOME = (
    "Bring the file you have: a filled-in template, or an export from Excel. First you see what it would "
    "change. Nothing is saved before you press Send."
)
NOBODY_RECOGNISED = (
    "Nobody could be recognised from the notes in this file: they may be shown on “What we have learnt”"
)
KINDS = "Choose your file or files (.xlsx, .csv or .txt, up to 20 MB and 200,000 rows each)"


@page("Send a return", section="Returns", address="send", inner="receipt", order=22, needs="send",
      in_bar=True, answers="Check a file, see what it changes, send it")
def send() -> None:
    """From a file to a receipt, on one page."""
    under_way = sending.under_way()
    if under_way.receipt is not None:
        receipt(under_way.receipt)
        return
    lead(WELCOME)
    whose = choose(directorate("Choose your directorate"))["directorate"]
    files = st.file_uploader(
        KINDS, accept_multiple_files=True, key=f"files {under_way.place}",
    )  # fmt: skip
    if not files:
        still_due("" if whose == ALL else whose)
        with st.container(key="ways on"):
            go("Get the template for your directorate", "due")
            go("Sent something wrong? See what was sent, and take it back", "sent")
        return
    if len(files) > sending.MOST_FILES:
        st.error(f"{len(files)} files at once are too many; the most is {sending.MOST_FILES}. Take some away.")
        return
    offered = sending.offers(files, "" if whose == ALL else whose)
    checked(offered, sending.looked_at(offered))


def still_due(directorate: str) -> None:
    """What a directorate has still to send for the newest half-year, and by when, before a file is chosen."""
    if not directorate:
        st.markdown("Choose your directorate to see what it still has to send.")
        return
    newest = period()
    rows = ask("returns/due_items", period=newest.default).where(directorate=directorate)
    st.markdown(escaped(sentence(owed_words.to_send(rows, newest.words(newest.default)))))


def checked(offered: list[Offer], found: Preview) -> None:
    """What was found, what it would change, and the way on from there."""
    files = found.outcome.files
    headline(sending_words.verdict(files, found.outcome.status))
    what_was_read(files)
    answers = sending_found.settle(files)
    if answers and None not in [chosen for _, chosen in answers]:
        sending.settled({asked: sending_found.meant(str(chosen)) for asked, chosen in answers})
    sending_found.as_last_time(files)
    sending_found.problems(files, "must_fix")
    sending_found.leave_rows_out(files)
    sending_found.left_out(files)
    sending_found.problems(files, "please_check")
    sending_found.give_back(files)
    if found.outcome.status == "loaded":
        for said in sending_time.told(files, ask("returns/due_by_period").rows):
            st.warning(escaped(sentence(said)))
        as_read(files)
        effect(found)
        agree(offered, found)


def what_was_read(files: Sequence[Received]) -> None:
    """Each file by its name, and below it a line for each return that was read from it."""
    for name in dict.fromkeys(each.file for each in files):
        inside = [each for each in files if each.file == name and each.sheet]
        lines = [f"**{escaped(name)}**" if inside else f"**{escaped(name)}** could not be read"]
        for each in inside:
            over = sending_words.passed_over(each)
            lines.append(f"- {escaped(each.title)}: {escaped(sending_words.read_as(each))}")
            lines += [f"  :small[{escaped(over)}]"] if over else []
        st.markdown("\n".join(lines))


def agree(offered: list[Offer], found: Preview) -> None:
    """Who agreed it, how long it took, why it corrects final figures, the tick, and the button."""
    final = any(each.needs_reason for each in found.outcome.files)
    with st.form("send", width=READABLE, enter_to_submit=False):
        st.subheader("Send it", anchor=False)
        agreed_by = st.text_input("Agreed by (job title, not a name)", max_chars=80)
        minutes = st.number_input("Minutes it took you (if you like)", 0, 10_000, None, step=5)
        reason = st.text_input(sending_words.REASON, max_chars=200) if final else ""
        noted = any(each.holds_notes for each in found.outcome.files)
        nobody = st.checkbox(NOBODY_RECOGNISED) if noted else None
        pressed = st.form_submit_button("Send", type="primary")
    if pressed and not agreed_by.strip():
        st.error("Say who agreed it: a job title, such as Head of Service.")
    elif pressed and final and not reason.strip():
        st.error("Say why final figures are corrected, in a line.")
    elif pressed and sending.under_way().moved:
        st.warning(sending.MEANWHILE)
    elif pressed:
        sending.commit(offered, agreed_by, minutes, reason, nobody)
    elif refused := sending.under_way().refused:
        st.warning(escaped(refused))
