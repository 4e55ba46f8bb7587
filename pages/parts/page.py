"""The frame every page is shown in: entrance, banner, title, body, sources and credit."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

import streamlit as st
from queries import Answer, NotAllowed, NotReady, may, note_refusal, whereabouts

from pages.parts import tour
from pages.parts.address import keep_moment
from pages.parts.as_it_stood import control, notice
from pages.parts.banner import banner
from pages.parts.entrance import admitted
from pages.parts.foot import foot
from pages.parts.moment import settle
from pages.parts.sentences import escaped, sentence
from pages.parts.who import Away, me

Body = Callable[[], None]

LOG = logging.getLogger("coproduction.pages")
BROKEN = (
    "This page could not be worked out, and the dashboard's log says where it stopped. "
    "Choose another page or other filters; if it stays, tell whoever looks after the dashboard."
)


@dataclass(frozen=True)
class Sign:
    """What the menu knows of a page: see `page`."""

    title: str
    section: str
    address: str
    order: int
    answers: str = ""
    needs: str = "see"
    in_bar: bool = False
    heading: Callable[[], str] | None = None
    inner: str = ""


def page(
    title: str, *, section: str, address: str, order: int, answers: str = "", needs: str = "see",
    in_bar: bool = False, heading: Callable[[], str] | None = None, inner: str = "",
) -> Callable[[Body], Body]:  # fmt: skip
    """Mark a function as a page and show it in the frame.

    `title` is the menu entry, the tab and the heading; `section` the group in which "Every page"
    names it; `address` the end of its web address; `order` its place among all pages, the lowest
    being the page a visitor meets first; `answers` what it is for in a few words; `needs` the act
    that a person's role must allow to see it (see `queries.may`); `in_bar` whether the bar at the
    top names it too; `heading` what the page is headed by where that is not its title ("" for the title);
    `inner` a second address, for its links to itself (see `links.go`).
    """
    sign = Sign(title, section, address, order, answers, needs, in_bar, heading, inner)

    def framed(body: Body) -> Body:
        @wraps(body)
        def shown() -> None:
            show(sign, body)

        shown.sign = sign  # type: ignore[attr-defined]
        return shown

    return framed


def show(sign: Sign, body: Body) -> None:
    """Draw one page: why somebody is not let in, or banner, title, body, sources and credit."""
    person = admitted(sign.needs, sign.address)
    if person is None:
        return
    st.session_state["page address"] = sign.address
    st.session_state["choices here"] = {}
    st.session_state["notes"] = []
    st.session_state["downloads"] = 0
    refused = settle(now_only=sign.needs != "see")
    with st.container(gap=None):
        banner(person, control if sign.needs == "see" and sign.section != "About" else lambda: None)
        notice(refused)
        if may(person, "demo"):
            tour.strip(sign.address)
        st.title(escaped(headed(sign)), anchor=False)
    bounded(sign, body)
    keep_moment()
    foot(st.session_state.get("notes", []))


def headed(sign: Sign) -> str:
    """What the page is headed by; its title too where that cannot be told, as the body then says why."""
    try:
        return (sign.heading() if sign.heading else "") or sign.title
    except Exception:
        return sign.title


def bounded(sign: Sign, body: Body) -> None:
    """Draw the body; whatever goes wrong becomes one sentence here and one line in the log."""
    try:
        body()
    except NotReady as reason:
        st.error(escaped(sentence(str(reason))))
    except NotAllowed as reason:
        say_not_allowed(reason, sign.address)
    except Exception as mistake:
        LOG.error("page %s stopped: %s", sign.address, whereabouts(mistake))
        say_broken()


def say_broken() -> None:
    """One sentence in place of what could not be worked out."""
    st.error(BROKEN)


def say_not_allowed(reason: NotAllowed, where: str) -> None:
    """The sentence of a refused act; who was refused, and where, is noted."""
    note_not_allowed(where)
    st.error(escaped(sentence(str(reason))))


def note_not_allowed(where: str) -> None:
    """Note that whoever is here was refused an act on a page; a stranger is nobody to note."""
    found = me()
    person = found.person if isinstance(found, Away) else found
    if person is not None:
        note_refusal(person, f"an act on the page {where}")


def cite(answer: Answer) -> None:
    """Name an answer's source at the foot of the page, once however often it is used."""
    notes = st.session_state.setdefault("notes", [])
    if answer.note not in notes:
        notes.append(answer.note)
