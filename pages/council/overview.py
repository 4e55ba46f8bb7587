"""Overview: what is going on, is it good, what to do."""

import streamlit as st
from queries import Answer, ask, choices

from pages.parts import charts
from pages.parts.bars import bands
from pages.parts.filters import choose, period
from pages.parts.headline import Tile, empty_state, finding, lead, tiles
from pages.parts.links import go
from pages.parts.lists_comments import beside
from pages.parts.maturity_aims import high, reaching
from pages.parts.maturity_words import spelt_out
from pages.parts.overview_gaps import next_step, not_good
from pages.parts.overview_words import Figures, Row, good, none_reach, unsent
from pages.parts.page import page
from pages.parts.palette import bands as band_states
from pages.parts.sentences import count, day, escaped, listed, of, people_shown, sentence
from pages.parts.standing import standing
from pages.parts.tables import figures

EVERY = {"level": "all", "kind": "all"}


@page("Overview", section="Council", address="overview", order=1, in_bar=True,
      answers="What is good, what is not and what to do next")
def overview() -> None:
    """Three sentences, four figures, a small picture of each directorate, and who has not sent."""
    chosen = choose(period())["period"]
    headline = ask("overview/headline", period=chosen)
    if not headline.one["projects"]:
        empty_state("No project belongs to this half-year yet", "Load the projects return first, or choose another half-year")
        return
    returns = ask("returns/received_by_directorate", period=chosen)
    three_sentences(figures_for(chosen, headline.one, returns))
    four_figures(headline.one)
    each_directorate(chosen)
    go("See which projects moved, came or ended since the half-year before", "changed")
    beside(chosen)
    who_has_not_sent(returns, chosen)
    figures(headline)
    standing(chosen)


def figures_for(chosen: str, headline: Row, returns: Answer) -> Figures:
    """What the three sentences are made of."""
    council = {"directorate": "all"}
    places = ask("maturity/aims_by_directorate", period=chosen, **EVERY)
    aims = places.where(**council)
    difference = ask("themes/difference_by_directorate", period=chosen, **EVERY).where(**council)
    themes = ask("themes/projects_by_main_theme", period=chosen, **EVERY).where(**council)
    people = ask("diversity/findings", period=chosen, unit="people", ages="all").where(**council)
    return Figures(
        headline, aims[0] if aims else None, difference[0] if difference else None, themes, people, returns.rows,
        places.rows,
    )


def three_sentences(found: Figures) -> None:
    """What is good, what is not and what to do next, side by side."""
    said = (("What is good", good(found)), ("What is not good", not_good(found)), ("What to do next", next_step(found)))
    for column, (kind, each) in zip(st.columns(3), said, strict=True):
        with column:
            finding(kind, each.said, each.ask, each.label, each.address, **each.filters)


def four_figures(row: Row) -> None:
    """Projects, returns, aims and places, with what each is out of."""
    silent = f"{count(row['silent'], 'directorate')} never sent a rating" if row["silent"] else "every directorate due has sent a rating"
    part = f"{row['returns_part']} in part, {row['returns_missing']} missing"
    tiles((
        Tile("Projects under way", f"{row['projects']}", silent),
        Tile("Returns received", of(row["returns_received"], row["returns_due"]), part),
        Tile("Projects that reach their aim", of(row["reach_aim"], row["rated"]), "of those rated, at every stage started"),
        Tile(
            "Places taken by people", people_shown(row["places_taken"]),
            f"someone in two projects counts twice; rounded, give or take {row['places_error']}",
        ),
    ))  # fmt: skip


def who_has_not_sent(returns: Answer, chosen: str) -> None:
    """Which directorates owe a return that is past its due date, and of which projects."""
    missing = unsent(returns.rows, ask("returns/due_items", period=chosen).rows)
    st.subheader("Which returns are missing?", anchor="which-returns-are-missing")
    if not missing:
        st.markdown("Every return that is due has been received.")
    for name, owed in missing:
        st.markdown(f"- **{escaped(name)}**: {escaped(sentence(owed))}")
    due = {row["due_date"] for row in returns.rows}
    if missing and due:
        st.markdown(f":small[{escaped(f'These were due on {day(max(due))}.')}]")
        with st.container(key="ways on"):
            go("See what is due, project by project, and whom to write to", "due")


def each_directorate(chosen: str) -> None:
    """A small picture a directorate, in the council's order: projects in each band, by stage."""
    steps = ask("maturity/projects_by_step", period=chosen, **EVERY)
    aims = ask("maturity/aims_by_directorate", period=chosen, **EVERY)
    ladder = choices("ladder")
    states = band_states(ladder)
    band_of = {str(row["step"]): str(row["band"]) for row in ladder}
    charts.heading("How far are people involved in each directorate?", spelt_out(states, ladder))
    if short := none_reach(aims.rows):
        lead(sentence(short))
    longest = max((row["projects"] for row in aims.rows if row["directorate"] != "all"), default=1)
    with charts.side_by_side():
        for row in aims.rows:
            if row["directorate"] != "all":
                picture(row, steps.where(directorate=row["directorate"]), states, band_of, longest)
    nobody = [row["label"] for row in choices("directorates") if not aims.where(directorate=row["code"])]
    if nobody:
        st.markdown(escaped(sentence(f"No project was sent by {listed(nobody)}")))


def picture(aims: Row, steps: tuple[Row, ...], states: tuple, band_of: dict[str, str], longest: int) -> None:
    """One directorate: its projects by stage and band, and how many reach their aim."""
    totals: dict[tuple[str, str], int] = {}
    for row in steps:
        key = (row["stage_name"], band_of.get(row["answer"], row["answer"]))
        totals[key] = totals.get(key, 0) + row["projects"]
    rows = [{"stage": stage, "state": state, "projects": number} for (stage, state), number in totals.items()]
    reach = reaching(aims)
    said = f"{of(reach, aims['rated'])} rated projects reach their aim; {high(aims)}" if aims["rated"] else "no ratings yet"
    charts.small(aims["directorate_name"], bands(rows, states, longest=longest), f"{aims['directorate_name']}: {said}.", said)
