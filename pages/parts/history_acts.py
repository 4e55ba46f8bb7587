"""Taking an upload back, and bringing it back: a reason, what it will do, and only then the act."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st
from queries import NotAllowed, WrongUse, restore, withdraw

from pages.parts import history_effect
from pages.parts.history_words import Row
from pages.parts.page import note_not_allowed
from pages.parts.sentences import escaped, sentence

ASKED = "act asked for"
DONE = "act done"
REFUSED = "act refused"
TICKED = "tick "
LONGEST = 200


@dataclass(frozen=True)
class Act:
    """One act: its verb, the words of its form, and what does it."""

    verb: str
    heading: str
    why: str
    done: str
    do: Callable[[int, str], None]


WITHDRAW = Act("withdraw", "Was it wrong? Withdraw it", "Why is it withdrawn?", "withdrawn", withdraw)
RESTORE = Act("restore", "Should it count after all? Restore it", "Why is it restored?", "restored", restore)


def said_last(about: str = "") -> None:
    """What became of the act before, once, above where its button was: there the reader is looking.

    The page keeps its place when it is drawn again, so at the top it would be out of sight.
    """
    if done := st.session_state.pop(f"{about}{DONE}", None):
        st.success(escaped(done))
    if refused := st.session_state.pop(f"{about}{REFUSED}", None):
        st.error(escaped(sentence(refused)))


def take_back_or_restore(row: Row, parts: Sequence[Row]) -> None:
    """The form for the act that is possible, or, once its reason is given, the question whether to."""
    one, upload = RESTORE if row["status"] == "withdrawn" else WITHDRAW, int(row["upload"])
    said_last()
    st.subheader(one.heading, anchor=False)
    said = [*history_effect.effect(upload, parts, one.verb), history_effect.final(upload, parts, one.verb)]
    words = " ".join(sentence(each) for each in said if each)
    asked = st.session_state.get(ASKED)
    if asked and asked[:2] == (upload, one.verb):
        confirm(one, upload, asked[2], words)
    else:
        ask_why(one, upload, words)


def ask_why(one: Act, upload: int, words: str) -> None:
    """The form: what the act will do, and why."""
    with st.form(f"{one.verb} {upload}", width=860, enter_to_submit=False):
        st.markdown(escaped(words))
        reason = st.text_input(f"{one.why} One line, which everyone who opens this page can read.", max_chars=LONGEST)
        sent = st.form_submit_button(f"{one.verb.capitalize()} upload {upload}")
    if sent and reason.strip():
        st.session_state[ASKED] = (upload, one.verb, reason.strip())
        st.rerun()
    elif sent:
        st.error(f"Nothing was changed. Say in one line why upload {upload} is {one.done}, then press again.")


def confirm(one: Act, upload: int, reason: str, words: str) -> None:
    """What the act will do, once more, and the two answers."""
    st.warning(f"**{escaped(words)}** {escaped(f'The reason you gave: “{reason}”.')}")
    with st.container(horizontal=True):
        st.button(
            f"Yes, {one.verb} upload {upload}", type="primary", on_click=do, args=(one, upload, reason, words)
        )
        st.button("No, leave it as it is", on_click=forget)


def forget() -> None:
    """Leave everything as it is."""
    st.session_state.pop(ASKED, None)


def do(one: Act, upload: int, reason: str, words: str) -> None:
    """Do the act, and keep what to say of it for the page that follows."""
    forget()
    try:
        one.do(upload, reason)
    except WrongUse as mistake:
        st.session_state[REFUSED] = str(mistake)
        return
    except NotAllowed as mistake:
        note_not_allowed("sent")
        st.session_state[REFUSED] = str(mistake)
        return
    st.session_state[DONE] = f"Done. {history_effect.done(words)}"
