"""Briefing: what the pages say, as files to hand to a committee."""

import streamlit as st
from briefing import Pack, Place

from pages.parts.briefing_files import file_of, one_page_of
from pages.parts.briefing_pack import WHOLE, composed
from pages.parts.briefing_sections import SECTIONS
from pages.parts.filters import ALL, Filter, choose, from_list, period
from pages.parts.headline import headline, lead
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
    headline(f"{pack.period}: what to hand out to a committee")
    lead(
        "One click makes a page to read out: three sentences, four charts and what was corrected. "
        "Every figure in the files is the one that the pages show."
    )
    one_page_of(pack)
    the_rest(pack)
    what_it_says(pack)


def directorates() -> Filter:
    """Any number of directorates, a chapter each; the whole council for none."""
    listed = from_list("directorates", "Directorates", WHOLE)
    return Filter("directorates", "Directorates", listed.options, ALL, "several")


def pages() -> Filter:
    """The pages whose charts and figures are in the pack."""
    titles = tuple((code, title) for code, (title, _) in SECTIONS.items())
    return Filter("pages", "Pages to include", ((ALL, EVERY_PAGE), *titles), ALL, "several")


def the_rest(pack: Pack) -> None:
    """The other files, side by side, each with what it is for."""
    st.subheader("The whole pack", anchor=False)
    for column, name in zip(st.columns(3), ("slides", "document", "workbook"), strict=True):
        with column, st.container(border=True, height="stretch"):
            file_of(pack, name)


def what_it_says(pack: Pack) -> None:
    """The sentences of each place, as they stand in the files."""
    st.subheader("What it says", anchor=False)
    for place in pack.places:
        one_place(place)


def one_place(place: Place) -> None:
    """The three sentences of a place, and its corrections."""
    st.markdown(f"**{escaped(place.name)}**")
    said = [f"- **{escaped(one.kind)}**: {escaped(one.said)}" for one in place.findings]
    said += [f"- **Corrections**: {escaped(place.corrections)}"]
    st.markdown("\n".join(said))
