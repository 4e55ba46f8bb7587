"""Ways from one page to another with the filters set."""

from collections.abc import Mapping
from typing import Any
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
    door = doors().get(address)
    path = door.url_path if door else address
    return f"./{path}?{urlencode(carried(filters))}"


def carried(filters: Mapping[str, str]) -> dict[str, str]:
    """The filters of a link: those given, with period, directorate and moment as now chosen."""
    passed = SHARED if not set(MOMENTS) & set(filters) else SHARED[: -len(MOMENTS)]
    kept = {name: code for name, code in remembered().items() if name in passed}
    return {**kept, **filters}


def go(label: str, address: str, **filters: str) -> None:
    """A link in words that opens a page in this tab with its filters set (see `link`).

    To a page that this person may not see there is none. To the page it stands on it leads by
    that page's other address (see `beyond`), or is a button where there is no other.
    """
    if address in st.session_state.get("closed doors", ()):
        return
    door, inside = doors().get(address), address == here()
    other = beyond(address) if inside else door
    said, arrow, chosen = f":primary[{escaped(label)}]", ":material/arrow_forward:", carried(filters)
    if door is None:
        st.markdown(escaped(label))
    elif other is None:
        key = f"go {label} {urlencode(chosen)}"
        st.button(said, key=key, icon=arrow, type="tertiary", on_click=narrow_to, args=(chosen,))
    else:
        st.page_link(other, label=said, icon=arrow, query_params=chosen)


def doors() -> dict[str, Any]:
    """The pages of the menu by their addresses, those with two under both."""
    found: dict[str, Any] = st.session_state.get("doors", {})
    return found


def from_the_top(address: str) -> None:
    """Draw the page that is shown again, from its top: by its other address, where it has one."""
    door = beyond(address)
    if door is None:
        st.rerun()
    st.switch_page(door, query_params=carried({}))


def beyond(address: str) -> Any | None:
    """The other of the two addresses of the page that is shown, None where it has one.

    Streamlit keeps where a page was scrolled to, and the web address, when a link leads to the
    page it stands on: somebody at the foot of a long list would see the foot of what they opened.
    """
    inner = st.session_state.get("inner doors", {}).get(address)
    shown = st.session_state.get("door shown", address)
    return doors().get(inner if shown != inner else address) if inner else None
