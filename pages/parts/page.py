"""The frame every page is shown in: guard, banner, title, body, sources and credit."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path

import streamlit as st
from queries import Answer, NotReady, Note, council

from pages.parts.guard import guard
from pages.parts.sentences import escaped, sentence

Body = Callable[[], None]

READABLE = 860
LOG = logging.getLogger("coproduction.pages")
OPEN = "This dashboard is open: it serves this machine only"
ROUNDED = "Figures about people are rounded to 5 to protect them; totals add rounded figures."
LADDER = (
    "The ladder of co-production is by [Think Local Act Personal and the National "
    "Co-production Advisory Group](https://www.thinklocalactpersonal.org.uk/Latest/"
    "Co-production-The-ladder-of-co-production/); “Not involved” and the four bands are ours."
)
BROKEN = (
    "This page could not be worked out, and the dashboard's log says where it stopped. "
    "Choose another page or other filters; if it stays, tell whoever looks after the dashboard."
)


@dataclass(frozen=True)
class Sign:
    """What the menu knows of a page: its title, section, address and place in the order."""

    title: str
    section: str
    address: str
    order: int


def page(title: str, *, section: str, address: str, order: int) -> Callable[[Body], Body]:
    """Mark a function as a page and show it in the frame.

    `title` is the menu entry, the tab and the heading; `section` the heading of a group in
    the menu ("" puts the page in the bar itself); `address` the end of its web address;
    `order` its place in the whole menu, the lowest being the page a visitor meets first.
    """
    sign = Sign(title, section, address, order)

    def framed(body: Body) -> Body:
        @wraps(body)
        def shown() -> None:
            show(sign, body)

        shown.sign = sign  # type: ignore[attr-defined]
        return shown

    return framed


def show(sign: Sign, body: Body) -> None:
    """Draw one page: the guard's refusal, or banner, title, body, sources and credit."""
    refusal = guard()
    if refusal:
        refuse(refusal)
        return
    st.session_state["page address"] = sign.address
    st.session_state["choices here"] = {}
    st.session_state["notes"] = []
    st.session_state["downloads"] = 0
    st.session_state["choices here"] = {}
    with st.container(gap=None):
        banner()
        st.title(escaped(sign.title), anchor=False)
    bounded(sign, body)
    footer()


def refuse(reason: str) -> None:
    """Say in one sentence why nothing is shown; the reason carries the way out."""
    st.title("The dashboard is not ready", anchor=False)
    st.error(escaped(sentence(reason)))


def banner() -> None:
    """One line above every page: whose dashboard this is, its notice, and that the door is open."""
    name, notice = (str(council()[part] or "") for part in ("name", "notice"))
    said = notice if name in notice else f"{name} co-production dashboard. {notice}"
    st.markdown(f":small[**{escaped(sentence(said))}** {escaped(sentence(OPEN))}]")


def bounded(sign: Sign, body: Body) -> None:
    """Draw the body; whatever goes wrong becomes one sentence here and one line in the log."""
    try:
        body()
    except NotReady as reason:
        st.error(escaped(sentence(str(reason))))
    except Exception as mistake:
        LOG.error("page %s stopped: %s", sign.address, whereabouts(mistake))
        say_broken()


def say_broken() -> None:
    """One sentence in place of what could not be worked out."""
    st.error(BROKEN)


def whereabouts(mistake: Exception) -> str:
    """The kind of a mistake and the line it came from, without its message: that may hold figures."""
    step = mistake.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    where = f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}" if step else "unknown"
    return f"{type(mistake).__name__} at {where}"


def cite(answer: Answer) -> None:
    """Name an answer's source at the foot of the page, once however often it is used."""
    notes = st.session_state.setdefault("notes", [])
    if answer.note not in notes:
        notes.append(answer.note)


def footer() -> None:
    """Where the figures come from, how they are rounded, and whose ladder it is."""
    st.divider()
    said = escaped(" ".join(sources(st.session_state.get("notes", []))))
    st.markdown(f":small[{said}]\n\n:small[{LADDER}]", width=READABLE)


def sources(notes: Iterable[Note]) -> list[str]:
    """The sentences of several notes, each said once; the banner already gives the notice."""
    notes = list(notes)
    named = dict.fromkeys(note.source for note in notes)
    first = [f"{'Source' if len(named) == 1 else 'Sources'}: {'; '.join(named)}."] if named else []
    said = [line for note in notes for line in note.lines()[1 if note.notice else 0 :]]
    rest = [line for line in said if not line.startswith("Source: ")]
    rounded = [line for line in rest if line.startswith("Figures about people")] or [ROUNDED]
    return first + list(dict.fromkeys(line for line in rest if line not in rounded)) + rounded[:1]
