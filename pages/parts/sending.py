"""A sending under way in this visit: the files offered, what was decided, and the preview of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import streamlit as st
from queries import Delivery, Offer, Outcome, Preview, moment, preview, send, version

READING = "Reading the file"


@dataclass
class Sending:
    """What this visit knows of a sending: answers given, rows left out, and the receipt after it.

    `files` are the fingerprints of the files that was decided about. `place` numbers the sendings of a visit, so that the upload box of the next one is empty.
    """

    place: int = 0
    files: str = ""
    headings: dict[str, str | None] = field(default_factory=dict)
    good_rows: bool = False
    receipt: Outcome | None = None
    seen: tuple[str, Preview] | None = None
    moved: bool = False


def under_way() -> Sending:
    """The sending of this visit."""
    sending: Sending = st.session_state.setdefault("sending", Sending())
    return sending


def start_again() -> None:
    """Forget the sending and its receipt; the upload box is empty again."""
    st.session_state["sending"] = Sending(place=under_way().place + 1)


def offers(files: Sequence[Any], directorate: str) -> list[Offer]:
    """The files chosen, with what was decided about these very files so far."""
    decided = under_way()
    held = [(each.name, each.getvalue()) for each in files]
    these = "\n".join(sha256(content).hexdigest() for _, content in held)
    if these != decided.files:
        decided.files, decided.headings, decided.good_rows = these, {}, False
    return [
        Offer(name, content, None, dict(decided.headings), decided.good_rows, directorate)
        for name, content in held
    ]


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
    return found.changes, [(each.status, each.effect, each.needs_reason) for each in files]


def mark(offered: Sequence[Offer]) -> str:
    """A mark that differs when a file or a decision about it differs."""
    parts = []
    for each in offered:
        parts += [each.name, sha256(each.content).hexdigest(), repr(sorted(each.headings.items()))]
        parts += [str(each.good_rows), each.directorate]
    return "\n".join(parts)


def commit(offered: Sequence[Offer], agreed_by: str, minutes: int | None, reason: str) -> None:
    """Send the files, and keep the outcome as the receipt; the next page run shows it."""
    delivery = Delivery(moment(), None, agreed_by.strip(), minutes, reason.strip() or None)
    with st.status("Sending", expanded=False) as status:
        outcome = send(delivery, offered, lambda said: status.update(label=said))
    if outcome.status == "rejected":
        under_way().seen = None
    else:
        under_way().receipt = outcome
    st.rerun()


def leave_bad_rows_out() -> None:
    """Decide that rows which must be put right are left out, and the others sent."""
    under_way().good_rows = True


def settled(answers: Mapping[str, str | None]) -> None:
    """Take the answers about headings into the sending, and look at the files again."""
    under_way().headings |= answers
    under_way().seen = None
    st.rerun()
