"""A dashboard of furniture alone, for tests and for looking: made-up answers, no database."""

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import queries  # noqa: E402

queries.ready = lambda: None
queries.export = lambda answer: answer.csv()
queries.council = lambda: {"name": "Example Borough", "notice": "Example Borough, every figure made up"}

from pages import menu  # noqa: E402
from pages.parts import bars, charts, dots, filters, grid, headline, links, palette, rows, tables  # noqa: E402
from pages.parts.page import page  # noqa: E402
from tests.pages import made_up  # noqa: E402

PERIOD = filters.Filter("period", "Half-year", made_up.PERIODS, "2026-27 H1")
DIRECTORATE = filters.Filter(
    "directorate", "Directorate",
    (("all", "Whole council"), *((code, label) for code, label, _ in made_up.DIRECTORATES)), "all",
)  # fmt: skip
LEVEL = filters.Filter("level", "Level", (("all", "Every level"), ("strategic", "Strategic")), "all")
KIND = filters.Filter("kind", "Kind of project", (("all", "Every kind"), ("nasty", made_up.NASTY)), "all")
STEPS = filters.Filter("steps", "Show", (("bands", "Four bands"), ("steps", "Eight steps")), "bands", "buttons")


@page("Overview", section="", address="overview", order=10, in_bar=True)
def overview() -> None:
    """Headline, tiles, findings and one small picture a directorate."""
    filters.choose(PERIOD)
    headline.headline(
        "11 of 26 rated projects reach the step they aim for at every stage they have started",
        "5 moved up since the half-year before and 2 moved down",
    )
    headline.tiles([
        headline.Tile("Active projects", "34", "in 6 of 7 directorates"),
        headline.Tile("Returns received", "41 of 52", "6 late, 5 still missing"),
        headline.Tile("Reach their aim", "11 of 26", "14 of 26 aim for co-design or co-production"),
        headline.Tile("Places taken", "1,205", "someone in two projects counts twice"),
    ])  # fmt: skip
    first, second, third = st.columns(3)
    with first:
        headline.finding(
            "What is good", "4 of 9 projects in Adult Care and Health score at 6 or 7 in Design",
            "What did these four do that others could copy?", "Adult Care and Health", "maturity",
            directorate="ACH",
        )  # fmt: skip
    with second:
        headline.finding(
            "What is not", "No project has “Protect our environment” as its main theme",
            "Which project could?", "Council plan themes", "themes",
        )  # fmt: skip
    with third:
        headline.finding(
            "What to do next", "Resources has never sent a return",
            "Who will send the first one, and by when?", "Resources", "maturity", directorate="RES",
        )  # fmt: skip
    small_pictures()


def small_pictures() -> None:
    """One small picture a directorate, in the council's order."""
    states = palette.bands(made_up.LADDER)
    answer = made_up.projects_by_band()
    charts.heading("How far are people involved, in each directorate?", states)
    with charts.side_by_side():
        for _, _, short in made_up.DIRECTORATES:
            here = answer.where(directorate=short)
            charts.small(short, bars.bands(here, states, longest=14), f"{short}: 6 of 13 projects work together in Design.")
    tables.figures(answer)


@page("How far people are involved", section="", address="maturity", order=20, in_bar=True)
def maturity() -> None:
    """Filters of every look, and what was chosen: no picture, which would be drawn anew after each choice."""
    chosen = filters.choose(PERIOD, DIRECTORATE, LEVEL, KIND, STEPS)
    headline.headline(f"Chosen: {chosen['period']}, {chosen['directorate']}, {chosen['level']}, {chosen['kind']}, {chosen['steps']}")


@page("Who takes part", section="", address="diversity", order=30, in_bar=True)
def diversity() -> None:
    """Intervals beside the population, twice over."""
    chosen = filters.choose(PERIOD, DIRECTORATE)
    headline.headline("Fewer people from ethnic groups other than White take part than expected")
    headline.lead("Compared with all residents of Wirral, Census 2021. People choose to take part, so this is a guide, not proof.")
    answer = made_up.people_by_category()
    for place, column in enumerate(st.columns(2, gap="large")):
        with column:
            charts.show(
                dots.against_population(answer.rows),
                "Fewer than expected: all ethnic groups other than White, 4% against 15%.", answer,
                title=["Whole council", chosen["directorate"]][place], key=(*palette.VERDICTS, palette.POPULATION),
            )  # fmt: skip


@page("Council plan themes", section="", address="themes", order=40, in_bar=True)
def themes() -> None:
    """The grid of directorates and themes, and simple bars."""
    filters.choose(PERIOD)
    headline.headline("No project has “Protect our environment” as its main theme")
    answer = made_up.projects_by_theme()
    charts.show(grid.contributions(answer.rows), "No project has Protect our environment as its main theme.", answer, codes=grid.theme_key(answer.rows))
    difference = made_up.answer(
        "What difference did projects make?", "difference:label projects:work[projects] share:from:projects[%]",
        [("Nothing yet", 9, 34.6), ("A decision changed", 5, 19.2), ("A service or policy changed", 9, 34.6), ("A result was measured", 3, 11.5)],
    )  # fmt: skip
    charts.show(rows.simple(difference.rows, label="difference", value="projects"), "9 of 26 projects changed a service or policy.", difference)


@page("Methods", section="About", address="methods", order=90)
def methods() -> None:
    """Words that could be taken for an instruction, an empty page, and a mistake."""
    headline.headline(made_up.NASTY)
    headline.lead(made_up.NASTY)
    headline.tiles([headline.Tile(made_up.NASTY, made_up.NASTY, made_up.NASTY)])
    tables.table(made_up.titles())
    charts.show(rows.simple(made_up.titles().rows, label="title", value="stages"), made_up.NASTY, made_up.titles(), title=made_up.NASTY)
    headline.empty_state("No directorate has sent a return for this half-year", "Choose an earlier half-year")
    links.go(made_up.NASTY, "maturity", period="2025-26 H2", level="strategic")


@page("A broken page", section="About", address="broken", order=99)
def broken() -> None:
    """A page that stops with a figure in its message."""
    raise ValueError("31 people")


ICON = str(Path(__file__).resolve().parents[2] / "pages" / "parts" / "icon.svg")
st.set_page_config(layout="wide", page_icon=ICON)
st.logo(ICON)
st.html(Path(ICON).with_name("look.css"))
chosen_page = st.navigation(menu([overview, maturity, diversity, themes, methods, broken]), position="top")
st.set_page_config(page_title=f"{chosen_page.title} · Co-production dashboard")
chosen_page.run()
