"""Earlier figures: what is different from how a half-year stood when it became final, and why."""

from collections.abc import Mapping, Sequence

import streamlit as st
from queries import Answer, Moved, ask, choices, since_final

from pages.parts.changed_words import Row
from pages.parts.due_words import EVERY_RETURN
from pages.parts.filters import ALL
from pages.parts.headline import headline, lead
from pages.parts.links import go
from pages.parts.narrowed import narrowed
from pages.parts.page import cite
from pages.parts.rows_table import rows_table
from pages.parts.sentences import count, day, escaped, listed, number, people_shown, sentence
from pages.parts.standing import standing
from pages.parts.tables import figures

NEVER = (
    "Earlier figures never move unless a return is sent late, corrected or withdrawn, or a list is changed. "
    "This page says who did, and when."
)
NAMED, FIRST = 3, 10
ACTS = {
    "corrected": "corrected", "withdrawn": "withdrew", "restored": "brought back",
    "received late": "sent late, for the first time,",
}  # fmt: skip
LISTS = {"periods": "half-years", "directorates": "directorates", "services": "services"}
COLUMNS = ("done_on", "what", "directorate_name", "return_name", "returns", "titles", "upload")


def earlier(chosen: Mapping[str, str], label: str, place: str) -> None:
    """What is different now: how many figures, what was done when, and each figure then and now."""
    status = ask("returns/period_status", period=chosen["period"]).one
    if status["status"] != "final":
        headline(f"{label} is not final yet: its figures may change until {day(status['due_date'])}")
        lead(NEVER)
        others(chosen)
        standing(chosen["period"])
        return
    kept = {} if chosen["directorate"] == ALL else {"directorate": {chosen["directorate"]}}
    acts = narrowed(ask("changed/after_final", period=chosen["period"]), place, **kept)
    details = narrowed(ask("changed/details_after_final", period=chosen["period"]), place, **kept)
    moved = [one for one in since_final(chosen["period"]) if not place or one.about.split(":")[0] == place]
    headline(answer(moved, label, place, day(status["due_date"])))
    lead(NEVER)
    others(chosen)
    why(acts, details, ask("running/lists_after_final", period=chosen["period"]))
    then_and_now(moved, acts, details)
    then = str(status["due_date"])
    go(f"Show the pages as they stood on {day(status['due_date'])}", "overview", as_it_stood_on=then)
    standing(chosen["period"])


def others(chosen: Mapping[str, str]) -> None:
    """The ways to the other half-years that were corrected since they were final, the newest first."""
    where = "" if chosen["directorate"] == ALL else " in the whole council"
    codes = [str(row["code"]) for row in choices("periods")]
    for code in reversed([each for each in codes if each != chosen["period"]]):
        row = ask("returns/period_status", period=code).one
        if row["corrected"]:
            said = f"{row['label']}: {count(row['corrected'], 'return')}{where} corrected since it was final"
            go(said, "changed", period=code, show="earlier")


def answer(moved: Sequence[Moved], label: str, place: str, final: str) -> str:
    """How many figures are different now."""
    where = f" of {place}" if place else ""
    if not moved:
        return f"No figure{where} for {label} has changed since it became final on {final}"
    verb = "is" if len(moved) == 1 else "are"
    figures = f"{count(len(moved), 'figure')}{where} for {label}"
    return f"{figures} {verb} different from when it became final on {final}"


def why(acts: Answer, details: Answer, lists: Answer) -> None:
    """What was done after the due date: to returns, to projects, and to the lists that figures follow."""
    st.subheader("What was done since?", anchor=False)
    said = [act(row) for row in acts.rows] + [detail(row) for row in details.rows]
    said += [list_change(row) for row in lists.rows]
    lines = [f"- {escaped(sentence(each))}" for each in said]
    st.markdown("\n".join(lines[:FIRST]) or "Nothing was sent, corrected or withdrawn.")
    if lines[FIRST:]:
        with st.expander(f"Show {count(len(lines[FIRST:]), 'other')}"):
            st.markdown("\n".join(lines[FIRST:]))
    for each in (acts, details, lists):
        cite(each)


def act(row: Row) -> str:
    """One act: when, who did what to which return."""
    what = f"“{EVERY_RETURN[row['return_name']]}”"
    titles = (row["titles"] or "").split("; ")
    of = f" for {count(row['returns'], 'project')} ({listed(titles, NAMED)})" if row["titles"] else ""
    who = row["directorate_name"] or "Somebody"
    return f"{day(row['done_on'])}: {who} {ACTS.get(row['what'], row['what'])} {what}{of}"


def detail(row: Row) -> str:
    """One project that counts otherwise since, because of what was sent of it."""
    if row["what"] == "joined":
        return f"{row['title']} ({row['directorate_name']}) was not known then and counts now"
    if row["what"] == "left":
        return f"{row['title']} ({row['directorate_name']}) counted then and does not now"
    parts = [("directorate_name", "directorate_name_then"), ("level", "level_then"), ("kind", "kind_then")]
    changes = [f"{row[then]} to {row[now]}" for now, then in parts if row[now] != row[then]]
    return f"{row['title']} was moved from {listed(changes)}"


def list_change(row: Row) -> str:
    """One change of a list, which figures of every moment follow; or of a mistyped project id."""
    if row["kind"] == "merge project":
        what = f"returns sent for {row['list']} count as those of {row['entry']}"
    elif row["kind"] == "population":
        what = "the population to compare with was replaced, for the figures then and now alike"
    else:
        named = row["entry_name"] or row["entry"]
        what = f"“{named}” was changed in the list of {LISTS[row['list']]}, for the figures then and now alike"
    took_back = "this was taken back: " if row["what"] == "undone" else ""
    return f"{day(row['done_on'])}: {took_back}{what}"


def then_and_now(moved: Sequence[Moved], acts: Answer, details: Answer) -> None:
    """Each figure that differs, then and now; and what was done, as tables to take away."""
    if moved:
        with st.expander(f"Show the {count(len(moved), 'figure')}, then and now"):
            rows_table([
                {"Of": one.about, "What": one.meaning,
                 "Then": shown(one.then, one), "Now": shown(one.now, one)}
                for one in moved
            ])  # fmt: skip
    if acts.rows:
        figures(acts, COLUMNS, called="Show what was done as a table")
    if details.rows:
        figures(details, called="Show the projects that count otherwise")


def shown(figure: int, one: Moved) -> str:
    """A figure as the screen shows it; of people, 0 is “fewer than 5”."""
    return people_shown(figure) if one.people else number(figure)
