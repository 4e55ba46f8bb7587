"""Filters: chosen in boxes, kept in the web address, remembered from page to page.

The address rules: what it names is what is shown. A page reached by the menu has a bare
address, so it takes what was last chosen; a bare address met again by Back means what it
meant on arrival. Any choice writes every filter, so an address can be sent to a colleague.
"""

from collections.abc import Mapping

import streamlit as st

from pages.parts.address import bare_address, here, narrow_to, put_in_address, remembered
from pages.parts.options import ALL, MOST_LETTERS, Filter, directorate, from_list, kind, level, period, search

__all__ = [
    "ALL", "Filter", "choose", "directorate", "from_list", "here", "kind", "level", "narrow_to", "period",
    "remembered", "search",
]  # fmt: skip

IN_A_ROW = 4
WIDE = 302
GAP = 16
SHORT = 14
WORDY = 32


def choose(*filters: Filter) -> dict[str, str]:
    """Draw the filters in one row (several on a phone); the chosen code of each by name."""
    chosen = settled(filters)
    remembered().update(chosen)
    st.session_state.setdefault("choices here", {}).update(chosen)
    unit = (min(len(filters), IN_A_ROW) * WIDE - GAP * len(filters)) / sum(map(room, filters))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for one in filters:
            with st.container(width=int(unit * room(one))):
                draw(one, chosen[one.name])
    write_address(filters, chosen)
    return dict(chosen)


def room(one: Filter) -> int:
    """How wide a filter is beside the others: its longest option, or what is to be written, within reason."""
    said = [one.label] if one.look == "words" else [words for _, words in one.options]
    return min(WORDY, max(SHORT, *map(len, [*said, ""])))


def settled(filters: tuple[Filter, ...]) -> dict[str, str]:
    """What each filter stands at: the address first, else what it was on arrival."""
    named = st.query_params.to_dict()
    arriving = st.session_state.get("filters drawn at") != here()
    st.session_state["filters drawn at"] = here()
    if not any(one.name in named for one in filters):
        named = bare_address(arriving)
    return {one.name: one.allowed(named.get(one.name)) for one in filters}


def draw(one: Filter, code: str) -> None:
    """Draw one filter's box or buttons at the code given."""
    key = f"filter {one.name}"
    st.session_state[key] = one.several(code) if one.look == "several" else code
    codes = [option for option, _ in one.options]
    if one.look == "words":
        st.text_input(one.label, key=key, max_chars=MOST_LETTERS, on_change=picked, args=(one,))
    elif one.look == "several":
        draw_several(one, key)
    elif one.look == "buttons":
        st.segmented_control(
            one.label, codes, format_func=one.escaped_words, key=key, required=True,
            on_change=picked, args=(one,),
        )  # fmt: skip
    else:
        st.selectbox(
            one.label, codes, format_func=one.words, key=key, on_change=picked, args=(one,)
        )


def draw_several(one: Filter, key: str) -> None:
    """Draw a list of which any number may be picked; what none means stands in its place."""
    codes = [option for option, _ in one.options if option != one.default]
    st.multiselect(
        one.label, codes, format_func=one.words, key=key, placeholder=one.words(one.default),
        on_change=picked, args=(one,),
    )  # fmt: skip


def picked(one: Filter) -> None:
    """Take a choice into the address before the page is drawn again."""
    now = st.session_state[f"filter {one.name}"]
    code = one.allowed(",".join(now) if one.look == "several" else now)
    put_in_address({**st.session_state["choices here"], one.name: code})


def write_address(filters: tuple[Filter, ...], chosen: Mapping[str, str]) -> None:
    """Make the address agree; a filter it does not name is at its default and may stay so.

    Writing it adds a step to the browser's history, so none is added for nothing.
    """
    for one in filters:
        said = st.query_params.get(one.name, one.default)
        if said != chosen[one.name]:
            put_in_address(chosen)
            return
