"""A sending under way in this visit: the files offered, what was decided, and the preview of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st
from queries import ChangedMeanwhile, Delivery, Offer, Outcome, Preview, moment, preview, send, version

from pages.parts.decided import Asked, Decided, contents, fingerprints
from pages.parts.links import from_the_top

READING = "Reading the file"
MEANWHILE = (
    "Nothing was saved: something else was sent meanwhile. Look at what yours would change now, "
    "then press Send."
)
MOST_FILES = 20


@dataclass
class Sending:
    """What this visit knows of a sending: what was decided, what was seen, and the receipt after it.

    `place` numbers the sendings of a visit, so that the upload box of the next one is empty; `refused` says
    why the last press of Send saved nothing.
    """

    place: int = 0
    decided: Decided = field(default_factory=Decided)
    receipt: Outcome | None = None
    seen: tuple[str, Preview] | None = None
    moved: bool = False
    refused: str = ""


def under_way() -> Sending:
    """The sending of this visit."""
    sending: Sending = st.session_state.setdefault("sending", Sending())
    return sending


def start_again() -> None:
    """Forget the sending and its receipt; the upload box is empty again."""
    st.session_state["sending"] = Sending(place=under_way().place + 1)


def offers(files: Sequence[Any], directorate: str) -> list[Offer]:
    """The files chosen, with what was decided about these very files so far."""
    sending, held = under_way(), contents(files)
    if sending.decided.files != fingerprints(held):
        sending.decided, sending.refused = Decided(fingerprints(held)), ""
    return [sending.decided.offer(*each, directorate) for each in held]


def looked_at(offered: Sequence[Offer]) -> Preview:
    """What sending these files would change; kept while neither they nor the data change.

    Where only the data changed, `moved` says whether that changes what was shown before.
    """
    sending, files = under_way(), mark(offered)
    known = sending.seen[1] if sending.seen and sending.seen[0] == files else None
    if known is not None and known.version == version():
        sending.moved = False
        return known
    with st.status(READING, expanded=False) as status:
        found = preview(Delivery(moment()), offered, lambda said: status.update(label=said))
        wrong = found.outcome.status == "rejected"
        status.update(label="Checked", state="error" if wrong else "complete")
    sending.seen = (files, found)
    sending.moved = known is not None and said_of(known) != said_of(found)
    return found


def said_of(found: Preview) -> tuple[object, ...]:
    """What a preview shows: what became of each return, its effect, and the figures that change."""
    files = found.outcome.files
    told = [(each.status, each.effect, each.needs_reason, each.left_out) for each in files]
    return found.changes, told


def mark(offered: Sequence[Offer]) -> str:
    """A mark that differs when a file or a decision about it differs."""
    return repr((under_way().decided, [(each.name, each.directorate) for each in offered]))


def commit(
    offered: Sequence[Offer], agreed_by: str, minutes: int | None, reason: str, nobody: bool | None
) -> None:
    """Send the files, and keep the outcome as the receipt; the next page run shows it from its top.

    `nobody` says whether it was ticked that nobody could be recognised (None: not asked).

    The receipt is kept at once: a click that waits may end this run at any later step. It holds
    no sheet, so that nobody's counts stay in memory.
    """
    mine = under_way()
    seen = mine.seen[1].version if mine.seen else None
    delivery = Delivery(
        moment(), None, agreed_by.strip(), minutes, reason.strip() or None, nobody_recognised=nobody,
    )  # fmt: skip
    with st.status("Sending", expanded=False) as status:
        try:
            outcome = send(delivery, offered, lambda said: status.update(label=said), seen)
            mine.refused = " ".join(str(each) for each in outcome.problems[:3])
            if not mine.refused:
                files = tuple(replace(each, sheet=None) for each in outcome.files)
                mine.receipt, mine.seen = Outcome(files), None
        except ChangedMeanwhile:
            mine.refused = MEANWHILE
    draw_again()


def draw_again() -> None:
    """Draw the page again, a receipt from its top."""
    if under_way().receipt is not None:
        from_the_top("send")
    st.rerun()


def leave_bad_rows_out() -> None:
    """Decide that rows which must be put right are left out, and the others sent."""
    under_way().decided.good_rows = True


def ask_again() -> None:
    """Ask about headings that were read as they were answered before."""
    under_way().decided.ask_again = True


def settled(answers: Mapping[Asked, str | None]) -> None:
    """Take the answers about headings into the sending, and look at the files again."""
    under_way().decided.headings |= answers
    under_way().seen = None
    st.rerun()
