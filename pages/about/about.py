"""About: what this is, for whom, whose words it uses, and which version runs."""

import streamlit as st
from queries import VERSION, area, council

from pages.parts.headline import READABLE, headline, lead
from pages.parts.links import go
from pages.parts.page import page
from pages.parts.sentences import escaped

WHY = (
    "Councils promise to design services with the people who use them. This dashboard shows whether "
    "they do: how far people are involved in each project, who takes part compared with the population, "
    "and what each directorate contributes to the council plan."
)
WHOSE = (
    "Services send it, twice a year, in their own spreadsheets. Nothing about one person is in it, and "
    "counts of people are rounded to 5 before anybody sees them."
)


@page("About", section="About", address="about", order=91,
      answers="What this is for, whose ideas it uses, what is held about people")
def about() -> None:
    """What this is in two paragraphs, whose figures, and the version that runs."""
    headline("What each directorate does with people, not for them")
    lead(WHY)
    lead(WHOSE)
    go("How these figures are made", "methods")
    st.subheader("This dashboard", anchor=False)
    with st.container(width=READABLE):
        st.markdown(
            f"- **Council**: {escaped(council()['name'])}\n"
            f"- **Residents compared with**: {escaped(area())}, Census 2021\n"
            f"- **Version**: {escaped(VERSION)}"
        )
