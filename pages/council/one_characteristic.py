"""Diversity, one characteristic at a time: shares beside the population's, and the part people play."""

from collections.abc import Mapping

import streamlit as st
from queries import Answer, ask, choices

from pages.parts import charts
from pages.parts.diversity_words import ASK_NEXT, ENOUGH, GUIDE, groups, share_shown, unanswered
from pages.parts.dots import against_population
from pages.parts.filters import ALL, Filter, choose
from pages.parts.headline import READABLE, empty_state, headline, lead
from pages.parts.missing_words import invitation
from pages.parts.palette import POPULATION, VERDICTS
from pages.parts.rows import simple
from pages.parts.sentences import escaped, listed, number, sentence
from pages.parts.tables import figures

COLUMNS = (
    "directorate_name", "category_name", "people", "answered", "share", "low", "high",
    "expected_share", "verdict", "reason", "how_many_more",
)  # fmt: skip


def ages() -> Filter:
    """All ages, or adults only: for age alone."""
    both = (("all", "All ages"), ("18 and over", "18 and over"))
    return Filter("ages", "Ages shown", both, "all", look="buttons")


def one_characteristic(chosen: Mapping[str, str]) -> None:
    """One characteristic in one place, with the whole council beside a directorate."""
    name = choices_by_code("characteristics")[chosen["characteristic"]]
    picked = choose_ages(chosen)
    found = ask(
        "diversity/shares", period=chosen["period"], unit=chosen["unit"], ages=picked,
        characteristic=chosen["characteristic"],
    )  # fmt: skip
    rows = found.where(directorate=chosen["directorate"])
    if not rows:
        empty_state(f"{name} was not collected here for this half-year", f"{ASK_NEXT}. Or choose another characteristic")
        return
    headline(groups(rows, rows[0]["directorate_name"], name))
    invited = invitation(missing_here(chosen, picked))
    lead(" ".join(filter(None, (invited, ENOUGH if invited else "", compared(rows[0]), GUIDE))))
    charts.heading(f"{name}: who takes part, compared with the population?", (*VERDICTS, POPULATION))
    pictures(found, list(dict.fromkeys((chosen["directorate"], ALL))), name)
    figures(found, COLUMNS)


def missing_here(chosen: Mapping[str, str], ages_shown: str) -> list[Mapping[str, object]]:
    """The groups of the characteristic with fewer than expected in the place chosen."""
    every = ask("diversity/missing", period=chosen["period"], unit=chosen["unit"], ages=ages_shown)
    here = {name: chosen[name] for name in ("directorate", "characteristic")}
    return list(every.where(**here, fewer=True))


def choose_ages(chosen: Mapping[str, str]) -> str:
    """All ages or adults only, offered where age is shown."""
    return choose(ages())["ages"] if chosen["characteristic"] == "age" else "all"


def choices_by_code(name: str) -> dict[str, str]:
    """The labels of a reference list by code."""
    return {str(row["code"]): str(row["label"]) for row in choices(name)}


def compared(row: Mapping[str, object]) -> str:
    """The population compared with, by name, and a caution where it is only the residents."""
    if not row["compared_with"]:
        return ""
    said = f"Compared with: {row['compared_with']} ({number(row['population'])} people)."
    if row["directorate"] != ALL and str(row["compared_with"]).find("esidents") >= 0:
        said += " No figures are held for the people this directorate serves, who may differ."
    return said


def pictures(found: Answer, places: list[str], name: str) -> None:
    """The shares of each place beside each other, under its name and who did not say."""
    ends = ("high", "share", "expected_share")
    highest = max((row[end] or 0 for row in found.rows for end in ends), default=0)
    room = st.container(width="stretch" if len(places) > 1 else READABLE)
    for column, place in zip(room.columns(len(places), gap="large"), places, strict=True):
        rows = [{**row, "share_shown": share_shown(row)} for row in found.where(directorate=place)]
        if rows:
            with column:
                picture(rows, highest, name)


def picture(rows: list[dict[str, object]], highest: float, name: str) -> None:
    """One place: shares beside the population's, or alone where there is nothing to compare with."""
    st.markdown(f"**{escaped(rows[0]['directorate_name'])}** · {escaped(based_on(rows[0]))}")
    if all(row["verdict"] is None for row in rows):
        shares(rows)
        return
    said = sentence(groups(rows, str(rows[0]["directorate_name"]), name))
    chart = against_population(
        rows, category="category_name", population="expected_share", highest=highest
    )
    charts.draw(chart, said)


def shares(rows: list[dict[str, object]]) -> None:
    """Bars of shares alone, or why there are none."""
    shown = [row for row in rows if row["share"] is not None]
    if not shown:
        st.markdown(escaped(sentence(str(rows[0]["reason"] or "Too few answered to show shares"))))
        return
    said = listed(f"{row['category_name']} {row['share_shown']}" for row in shown)
    charts.draw(simple(shown, label="category_name", value="share", shown="share_shown"), said)


def based_on(row: Mapping[str, int]) -> str:
    """The base of the shares, and who did not say."""
    return f"{row['answered']:,} answered, {unanswered(row)}"


def roles(chosen: Mapping[str, str]) -> None:
    """The part people play: shares only, with a total of its own."""
    found = ask(
        "diversity/shares", period=chosen["period"], unit=chosen["unit"], ages="all", characteristic="role"
    )
    rows = [row for row in found.where(directorate=chosen["directorate"]) if row["share"] is not None]
    if not rows:
        empty_state("Too few roles were counted here to show shares", "Choose the whole council")
        return
    largest = sorted(rows, key=lambda row: -row["people"])[:2]
    headline(f"Most often they are: {listed(row['category_name'].lower() for row in largest)}")
    lead("Council officers and partners are counted here too, so this has a total of its own.")
    charts.heading("What part do the people play who take part?")
    shares([{**row, "share_shown": share_shown(row)} for row in rows])
    figures(found, ("directorate_name", "category_name", "people", "answered", "share"))
