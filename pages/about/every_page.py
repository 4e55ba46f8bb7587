"""Every page: what there is, in groups, and what each page answers."""

from itertools import groupby

import streamlit as st

import pages
from pages.parts.headline import lead
from pages.parts.links import go
from pages.parts.page import Sign, page
from pages.parts.sentences import escaped, sentence

ADDRESS = "pages"
SECTIONS = {
    "Council": "How we are doing",
    "Returns": "Sending figures in",
    "About": "What it all means",
    "Running": "Looking after the dashboard",
}


@page("Every page", section="About", address=ADDRESS, order=99, in_bar=True, answers="This list")
def every_page() -> None:
    """The pages that are open to whoever is here, by section, each with what it is for."""
    lead("The bar at the top names the pages most people come for. These are all of them.")
    open_here = [sign for sign in signs() if sign.address not in st.session_state.get("closed doors", ())]
    for section, found in groupby(open_here, key=lambda sign: sign.section):
        st.header(escaped(SECTIONS[section]), anchor=False)
        for sign in found:
            one(sign)


def signs() -> list[Sign]:
    """What is known of every page but this one: by section, then in the order of the menu."""
    known: list[Sign] = [body.sign for body in pages.found()]  # type: ignore[attr-defined]
    places = list(SECTIONS)
    others = [sign for sign in known if sign.address != ADDRESS]
    return sorted(others, key=lambda sign: (places.index(sign.section), sign.order))


def one(sign: Sign) -> None:
    """The way to a page, and what it answers."""
    with st.container(gap=None, key=f"ways {sign.address}"):
        go(sign.title, sign.address)
        st.markdown(f":small[{escaped(sentence(sign.answers))}]")
