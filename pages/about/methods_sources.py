"""Methods: what the figures are made of, under which licence, and whose ideas they rest on."""

from datetime import date

import streamlit as st
from queries import area, choices, council

from pages.about.methods_work import bullets
from pages.parts.sentences import day, escaped, listed

NOTICE = "Contains public sector information licensed under the Open Government Licence v3.0."
RETURNS = (
    "Directorates send five returns: projects, ratings, themes, who takes part and conditions. Population "
    "figures are from the Office for National Statistics (Census 2021). For deprivation they are from the Index "
    "of Multiple Deprivation 2025, with the Census residents of each neighbourhood. Religion is added up from neighbourhoods and may differ from the published total by about 0.02%."
)
MADE_UP = (
    "{council}’s figures are made up; they are compared with {area}’s Census figures, used as an example."
)
CREDITS = (
    "**The ladder of co-production**: Think Local Act Personal and its National Co-production Advisory Group.",
    "**The four pieces of the conditions** (culture, structure, practice, review): the jigsaw of the "
    "Social Care Institute for Excellence (SCIE).",
    "**Wirral**: the council plan “Working Together”, its six themes and six principles, from the Adult "
    "Social Care Co-production Strategy 2024 to 2029.",
    "**Bracknell Forest**: a council-wide framework that starts with its People directorate and encourages "
    "the others. Find projects that suit, watch what comes of them, set time and money aside. Learn, without "
    "reports that get in the way.",
    "**Parent and Carer Council (PACC), at the launch of the Shropshire All Age Coproduction Framework** (4 April 2025): the three "
    "levels. Valuing and rewarding people, accessible meetings, meeting on their own, experience-led "
    "organisations, training in Plain English, sharing outcomes, commissioning.",
    "**My Way**: the four stages, from co-design, co-decision making, co-delivery and co-evaluation; that no "
    "one group is more important than another; volunteers in delivery.",
    "**Worcestershire**: forums and boards such as its Building Together Forum and Learning Disability "
    "Partnership Board, rated like projects. Lived experience as the only thing needed; being included "
    "and heard. It reports a survey in which “75 percent of people said they would like to use services "
    "designed by people who use the services”. It does not say who was asked or how, so nothing here is measured against it.",
)
STRATEGY = (
    "**About Wirral’s strategy.** The Adult Social Care Co-production Strategy 2024 to 2029 sets out how "
    "co-production serves Wirral’s council plan for 2023 to 2027. It says that it could contribute to all "
    "the plan’s themes. Carers, people who use services, council officers and staff of local organisations "
    "co-produced it between August 2023 and February 2024. It is described here and never rated."
)


def sources() -> None:
    """Where figures come from, table by table, with date and licence."""
    st.markdown(RETURNS)
    for where, tables in populations().items():
        st.markdown(f"For {escaped(where)}:")
        bullets(tables)
    st.markdown(NOTICE)
    if council()["example"] == "yes":
        st.markdown(f"**{escaped(MADE_UP.format(council=council()['name'], area=area()))}**")


def populations() -> dict[str, list[str]]:
    """The tables of the population list in words, by the areas and licence they share."""
    areas: dict[tuple[object, ...], dict[str, None]] = {}
    for row in choices("population"):
        table = tuple(row[name] for name in ("characteristic", "table", "base", "date", "licence"))
        areas.setdefault(table, {})[str(row["area"])] = None
    found: dict[str, list[str]] = {}
    for one in choices("characteristics"):
        for table, places in areas.items():
            if table[0] == one["code"]:
                where = f"{listed(places)}, under the {table[4]}"
                found.setdefault(where, []).append(in_words(str(one["label"]), *table[1:4]))
    return found


def in_words(label: str, table: str, base: str, when: date) -> str:
    """One table: the characteristic, its code, who was counted and when."""
    return f"**{escaped(label)}**: table {escaped(table)}, {escaped(base.lower())}, {day(when)}"


def credited() -> None:
    """Whose ideas the dashboard rests on, each council's for itself only, and a strategy described."""
    bullets(CREDITS)
    with st.expander("The twelve conditions, and where each comes from"):
        bullets(
            f"{escaped(row['piece'])}: {escaped(row['question'])} :small[({escaped(row['source'])})]"
            for row in choices("conditions")
        )
    st.markdown(STRATEGY)
