"""About: what this is, whose ideas it uses, what is held of people, and which version runs."""

from collections.abc import Iterable

import streamlit as st
from queries import VERSION, area, council

from pages.about.about_words import CREDITS, HELD, NOT_HELD, ROLES, SOURCES, SURVEY
from pages.about.accessible import statement
from pages.parts.headline import READABLE, headline, lead
from pages.parts.links import go
from pages.parts.page import page
from pages.parts.sentences import escaped, sentence

WHY = (
    "Councils promise to design services with the people who use them. This dashboard shows whether "
    "they do. How far are people involved in each project? Who takes part, compared with the population? "
    "What does each directorate contribute to the council plan?"
)
WHOSE = (
    "Services send the figures twice a year, in their own spreadsheets. Nothing about one person is in them. "
    "Counts of people are rounded to 5 before anybody sees them."
)


@page("About", section="About", address="about", order=91,
      answers="What this is for, whose ideas it uses, what is held about people")
def about() -> None:
    """What this is in two paragraphs, then whose ideas, what is held, who sees what, and the version."""
    headline("What each directorate does with people, not for them")
    lead(WHY)
    lead(WHOSE)
    go("How these figures are made", "methods")
    if values := [each.strip() for each in str(council()["stands_for"] or "").split(";") if each.strip()]:
        under(f"What does {council()['name']} stand for?", values)
    ideas()
    people()
    under("Who may see what?", named(ROLES))
    statement()
    this_dashboard()


def ideas() -> None:
    """The sources and what each brought, the credits, and the survey with its caveat."""
    under("Whose ideas are these?", named(SOURCES))
    lead(CREDITS)
    quotation, caveat = SURVEY
    lead(quotation)
    lead(caveat)


def people() -> None:
    """What is held of people, and what never is."""
    under("What is held about people?", map(sentence, HELD))
    under("What is not held?", map(sentence, NOT_HELD))


def this_dashboard() -> None:
    """Whose it is, whom people are compared with, and its version."""
    facts = [
        ("Council", str(council()["name"])),
        ("Residents compared with", f"{area()}, Census 2021"),
        ("Version", VERSION),
    ]
    under("This dashboard", named(facts))


def under(question: str, lines: Iterable[str] = ()) -> None:
    """A heading and a list below it; text is shown as it is."""
    st.subheader(escaped(question), anchor=False)
    if said := "\n".join(f"- {escaped(line)}" for line in lines):
        st.markdown(said, width=READABLE)


def named(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Pairs as lines: what it is, then what is said of it."""
    return [f"{name}: {said}" for name, said in pairs]
