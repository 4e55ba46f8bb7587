"""What a start and a mistake outside the pages want of the floors below."""

import logging

import streamlit as st

from pages.parts.page import say_broken, say_not_allowed
from pages.parts.sentences import escaped, sentence
from queries import NotAllowed, NotReady, alongside, whereabouts

LOG = logging.getLogger("coproduction.door")

__all__ = ["alongside", "outside_a_page"]


def outside_a_page(mistake: Exception) -> bool:
    """One sentence on screen for a mistake before a page is drawn, or an act that is not allowed."""
    if isinstance(mistake, NotAllowed):
        say_not_allowed(mistake, "that was open")
    elif isinstance(mistake, NotReady):
        st.error(escaped(sentence(str(mistake))))
    else:
        LOG.error("stopped before the page: %s", whereabouts(mistake))
        say_broken()
    return True
