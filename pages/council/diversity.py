"""Diversity: who takes part, compared with the population."""

from collections.abc import Mapping

import streamlit as st
from queries import Answer, ask, choices

from pages.council.one_characteristic import one_characteristic, roles
from pages.parts import charts
from pages.parts.diversity_words import ENOUGH, GUIDE, UNITS, finding, summary, unanswered, uncollected
from pages.parts.filters import ALL, Filter, choose, directorate, period
from pages.parts.headline import empty_state, headline, lead
from pages.parts.key import coloured
from pages.parts.links import go
from pages.parts.missing_words import OPENLY, SEVERAL, at_once, how_many
from pages.parts.missing_words import compared as compared_with
from pages.parts.narrowed import narrowed
from pages.parts.page import page
from pages.parts.palette import VERDICTS
from pages.parts.sentences import escaped, listed, sentence
from pages.parts.standing import standing
from pages.parts.tables import figures

MISSING = (
    "directorate_name", "characteristic_name", "category_name", "people", "answered", "expected_share",
    "how_many_more", "together", "together_total", "at_once", "at_once_total", "most",
)  # fmt: skip
MARKS = {verdict.label: verdict for verdict in VERDICTS}


@page("Who takes part", section="Council", address="diversity", inner="characteristic", order=3, in_bar=True,
      answers="Which groups take part less or more than expected")
def diversity() -> None:
    """Who takes part, compared with the population: first one list, then one characteristic."""
    chosen = choose(period(), directorate(), characteristic(), unit())
    sent = ask("diversity/sent_by_directorate", period=chosen["period"])
    here = chosen["directorate"]
    wanted = {"unit": chosen["unit"]} | ({} if here == ALL else {"directorate": here})
    if not sent.where(**wanted):
        nothing_sent(sent, chosen)
    elif chosen["characteristic"] == ALL:
        every_characteristic(chosen)
    elif chosen["characteristic"] == "role":
        roles(chosen)
    else:
        one_characteristic(chosen)
    standing(chosen["period"])


def characteristic() -> Filter:
    """The characteristics, led by all of them with a line each."""
    listed_ones = tuple((str(row["code"]), str(row["label"])) for row in choices("characteristics"))
    return Filter("characteristic", "Characteristic", ((ALL, "All, a line each"), *listed_ones), ALL)


def unit() -> Filter:
    """What was counted: figures of different units are never added together."""
    options = tuple((code, words[:1].upper() + words[1:]) for code, words in UNITS.items())
    return Filter("unit", "Counted as", options, "people")


def nothing_sent(sent: Answer, chosen: Mapping[str, str]) -> None:
    """Why there is nothing to show, and where there is something."""
    counted = [row for row in sent.rows if row["unit"]]
    there = sorted({f"{row['directorate_name']} ({UNITS[row['unit']]})" for row in counted})
    instead = f"For this half-year there is: {listed(there)}" if there else "Choose another half-year"
    names = {row["directorate"]: row["directorate_name"] for row in sent.rows}
    who = names.get(chosen["directorate"], "No directorate" if chosen["directorate"] == ALL else "This directorate")
    verb = "sent" if who == "No directorate" else "has not sent"
    empty_state(f"{who} {verb} counts of {UNITS[chosen['unit']]} for this half-year", instead)


def every_characteristic(chosen: Mapping[str, str]) -> None:
    """A line for each characteristic with its clearest finding, in the order of the list."""
    found = ask("diversity/findings", period=chosen["period"], unit=chosen["unit"], ages="all")
    rows = found.where(directorate=chosen["directorate"])
    headline(summary(rows, rows[0]["directorate_name"]))
    lead(f"{counted(chosen)} {GUIDE}")
    charts.heading("What is the clearest finding on each characteristic?", VERDICTS)
    if any(row["how_many_more"] for row in rows):
        lead(ENOUGH)
    with st.container(gap="small"):
        for row in rows:
            if row["collected"]:
                line(row)
    if missing := uncollected(rows):
        lead(missing)
    figures(found)
    who_is_missing(chosen)
    go("See the part people play (their role)", "diversity", characteristic="role", unit=chosen["unit"])


def who_is_missing(chosen: Mapping[str, str]) -> None:
    """Each group with fewer, how many more would change that, and how many for all at once."""
    every = ask("diversity/missing", period=chosen["period"], unit=chosen["unit"], ages="all")
    missing = narrowed(every, "groups with fewer than expected", fewer={True})
    rows = missing.where(directorate=chosen["directorate"])
    if not rows:
        return
    charts.heading("Who is missing, and how many more would change that?")
    lead(f"{OPENLY} Each of these would turn to “No clear difference” with:")
    st.markdown("\n".join(
        f"- **{escaped(row['category_name'])}** ({escaped(str(row['characteristic_name']).lower())}): {escaped(how_many(row))}"
        for row in rows
    ))
    if all_of_them := at_once(rows, "at_once"):
        lead(f"{all_of_them} {SEVERAL}")
    st.markdown(f":small[{escaped(f'{compared_with(rows)} {GUIDE}')}]")
    figures(missing, MISSING, called="Show who is missing")


def line(row: Mapping[str, object]) -> None:
    """One characteristic: its name, which leads to its groups, its finding and who did not say."""
    mark = MARKS.get(str(row["verdict"]))
    name, said = st.columns([3, 10], vertical_alignment="center", gap=None)
    with name:
        go(str(row["characteristic_name"]), "diversity", characteristic=str(row["characteristic"]))
    word = f"{coloured(mark)} **{escaped(mark.label)}.** " if mark else ""
    said.markdown(f"{word}{escaped(sentence(finding(row)))} :small[{escaped(sentence(unanswered(row)))}]")


def counted(chosen: Mapping[str, str]) -> str:
    """What the figures count, in a sentence."""
    if chosen["unit"] == "attendances":
        return "Attendances count the same person each time, so only shares are shown."
    if chosen["directorate"] == ALL:
        return "People are counted once in each directorate."
    return "People are counted once, where the directorate can tell."
