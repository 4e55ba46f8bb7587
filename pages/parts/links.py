"""Ways from one page to another with the filters set."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from pages.parts.address import MOMENTS, here, narrow_to, remembered
from pages.parts.sentences import escaped

SHARED = ("period", "directorate", *MOMENTS)


def link(address: str, **filters: str) -> str:
    """The relative web address of a page with its filters set.

    Period, directorate and the moment shown are carried over unless given, so a sentence and the
    page it leads to speak of the same figures; every other filter not given is at its default.
    """
    door = st.session_state.get("doors", {}).get(address)
    path = door.url_path if door else address
    return f"./{path}?{urlencode(carried(filters))}"


def carried(filters: Mapping[str, str]) -> dict[str, str]:
    """The filters of a link: those given, with period, directorate and moment as now chosen."""
    passed = SHARED if not set(MOMENTS) & set(filters) else SHARED[: -len(MOMENTS)]
    kept = {name: code for name, code in remembered().items() if name in passed}
    return {**kept, **filters}


def go(label: str, address: str, **filters: str) -> None:
    """A link in words that opens a page in this tab with its filters set (see `link`).

    To the page it stands on it is a button, since Streamlit would leave the web address as
    it was. To a page that this person may not see there is none.
    """
    if address in st.session_state.get("closed doors", ()):
        return
    door = st.session_state.get("doors", {}).get(address)
    said, arrow, chosen = f":primary[{escaped(label)}]", ":material/arrow_forward:", carried(filters)
    if door is None:
        st.markdown(escaped(label))
    elif address == here():
        key = f"go {label} {urlencode(chosen)}"
        st.button(said, key=key, icon=arrow, type="tertiary", on_click=narrow_to, args=(chosen,))
    else:
        st.page_link(door, label=said, icon=arrow, query_params=chosen)
