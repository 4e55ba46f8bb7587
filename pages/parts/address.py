"""The web address of a page: what was chosen, remembered from page to page and written in one step."""

from collections.abc import Mapping

import streamlit as st

# A past moment: the end of a day, or just before an upload came in.
MOMENTS = ("as_it_stood_on", "before")


def here() -> str:
    """The address of the page being drawn."""
    return str(st.session_state.get("page address", ""))


def remembered() -> dict[str, str]:
    """The last choice of every filter in this visit, by name; pages share it."""
    choices: dict[str, str] = st.session_state.setdefault("choices", {})
    return choices


def bare_address(arriving: bool) -> dict[str, str]:
    """What a bare address means on this page: the choices remembered when it was arrived at."""
    meanings: dict[str, dict[str, str]] = st.session_state.setdefault("bare addresses", {})
    if arriving:
        meanings[here()] = dict(remembered())
    return meanings.setdefault(here(), {})


def put_in_address(chosen: Mapping[str, str]) -> None:
    """Write the choices and the moment into the web address in one step, keeping whatever else it holds."""
    present = st.query_params.to_dict()
    kept = {name: code for name, code in present.items() if name not in MOMENTS}
    wanted = {**kept, **moment_remembered(), **chosen}
    if wanted != present:
        st.query_params.from_dict(wanted)


def narrow_to(chosen: Mapping[str, str]) -> None:
    """Write these choices into the web address, every other filter of the page at its default."""
    st.query_params.from_dict(dict(chosen))


def moment_remembered() -> dict[str, str]:
    """The past moment that pages are shown at, as the address names it; nothing for now."""
    return {name: code for name, code in remembered().items() if name in MOMENTS}


def keep_moment() -> None:
    """Make the address name the moment that is shown, where a page's filters have not done it."""
    if not moment_remembered().items() <= st.query_params.to_dict().items():
        put_in_address({})
