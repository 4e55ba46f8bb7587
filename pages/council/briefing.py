"""Briefing: what the pages say, as files to hand to a committee."""

import streamlit as st
from briefing import Pack

from pages.parts.briefing_files import ABOUT, FILES, button
from pages.parts.briefing_pack import WHOLE, composed
from pages.parts.briefing_sections import SECTIONS
from pages.parts.filters import ALL, Filter, choose, from_list, period
from pages.parts.headline import READABLE, headline, lead
from pages.parts.page import page
from pages.parts.sentences import escaped

EVERY_PAGE = "Every page"


@page("Briefing", section="Council", address="briefing", order=11, in_bar=True,
      answers="One page for a committee, slides, a document and a workbook")
def briefing() -> None:
    """The one page to hand out, the other files, and what they say."""
    filters = (period(), directorates(), pages())
    chosen = choose(*filters)
    codes = {one.name: one.several(chosen[one.name]) for one in filters[1:]}
    with st.spinner("Putting the briefing together"):
        pack = composed(chosen["period"], codes["directorates"], codes["pages"])
    headline("One page to hand out to a committee, and everything behind it")
    if old := older(chosen["period"]):
        lead(old)
    hand_out(pack, chosen["period"])
    what_it_says(pack)


def directorates() -> Filter:
    """Any number of directorates, a chapter each; the whole council for none."""
    listed = from_list("directorates", "Directorates", WHOLE)
    return Filter("directorates", "Directorates", listed.options, ALL, "several")


def pages() -> Filter:
    """The pages whose charts and figures are in the briefing."""
    titles = tuple((code, title) for code, (title, _) in SECTIONS.items())
    return Filter("pages", "Pages to include", ((ALL, EVERY_PAGE), *titles), ALL, "several")


def older(chosen: str) -> str:
    """That the half-year is not the newest one, and which that is; nothing of the newest."""
    halves = period()
    codes = [code for code, _ in halves.options]
    if codes.index(chosen) <= codes.index(halves.default):
        return ""
    return f"This is not the newest half-year: that is {halves.words(halves.default)}."


def hand_out(pack: Pack, half_year: str) -> None:
    """The four files: the one page first."""
    with st.container(horizontal=True, gap="small"):
        for name in FILES:
            button(pack, name, half_year)
    st.markdown(f":small[{escaped(ABOUT)}]", width=READABLE)


def what_it_says(pack: Pack) -> None:
    """The sentences of each place, as they stand in the files."""
    for place in pack.places:
        st.subheader(escaped(f"{place.name}, {pack.period}"), anchor=False)
        for column, one in zip(st.columns(len(place.findings)), place.findings, strict=True):
            with column, st.container(border=True, height="stretch"):
                st.markdown(f"**{escaped(one.kind)}**")
                st.markdown(escaped(one.said))
                st.markdown(f":small[**Ask in the meeting:** {escaped(one.ask)}]")
        for comment in place.comments:
            st.markdown(escaped(comment))
        st.markdown(f":small[**Corrections.** {escaped(place.corrections)}]")
