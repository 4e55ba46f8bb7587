"""How well people are involved, whether directorates take part, and how long it takes, in words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pages.parts.sentences import count, listed, number, of
from pages.parts.themes_words import Scope

Row = Mapping[str, Any]
PRIORITIES = {
    "people": "people set the priorities in {}", "jointly": "people and the service together in {}",
    "service": "the service in {}", "not said": "{} do not say",
}  # fmt: skip
PARTNERS = {"none": "without a partner", "not said": "not said"}
NAMED = 2


def practice(rows: Sequence[Row], told: Scope) -> str:
    """Which practice is most common in one place and which least, of its projects."""
    whole = rows[0]["projects"]
    most, least = max(row["yes"] for row in rows), min(row["yes"] for row in rows)
    if most == least:
        return f"every practice below is as common as another: {of(most, whole)} {told.many}"
    top, foot = ([row for row in rows if row["yes"] == end] for end in (most, least))
    return (
        f"most common: {quoted(top)}, in {of(most, whole)} {told.many}. "
        f"Least common: {quoted(foot)}, in {no(least)}"
    )


def quoted(rows: Sequence[Row]) -> str:
    """Practices as they are named beside their bars."""
    return listed((f"“{row['practice_name']}”" for row in rows), NAMED)


def no(how_many: int) -> str:
    """A number in running text; none for 0."""
    return number(how_many) if how_many else "none"


def over_bar(row: Row) -> str:
    """Over a bar: “18 of 43 yes · 15 partly”."""
    partly = f" · {number(row['partly'])} partly" if row["partly"] else ""
    return f"{of(row['yes'], row['projects'])} yes{partly}"


def priorities(rows: Iterable[Row]) -> str:
    """Who sets the priorities, from rows of `governance/choices_by_directorate` for one place."""
    found = {row["answer"]: row["projects"] for row in rows if row["subject"] == "priorities_set_by"}
    said = [words.format(number(found[answer])) for answer, words in PRIORITIES.items() if found.get(answer)]
    return listed(said)


def partners(rows: Iterable[Row]) -> str:
    """With whom the work is done, the most frequent first."""
    found = [row for row in rows if row["subject"] == "partner"]
    return listed(f"{PARTNERS.get(row['answer'], row['answer'])} {number(row['projects'])}" for row in found).replace(
        "voluntary, community or faith", "voluntary, community or faith groups"
    )


def rewards(rows: Iterable[Row]) -> str:
    """What reward people get, the most frequent first."""
    found = [row for row in rows if row["subject"] == "reward"]
    return listed(f"{row['answer']} {number(row['projects'])}" for row in found)


def covered(rows: Sequence[Row]) -> str:
    """How many directorates rated a project in a half-year, and who did not, from its rows of coverage."""
    if len(rows) == 1:
        (row,) = rows
        return f"{row['directorate_name']} {ALONE[row['coverage']]}"
    states = {each: [row["directorate_name"] for row in rows if row["coverage"] == each] for each in ALONE}
    said = f"{of(len(states['active']), len(rows))} directorates rated a project in the half-year"
    quiet = [f"{listed(states[each])} {words}" for each, words in REST.items() if states[each]]
    return "; ".join([said, *quiet])


ALONE = {
    "active": "rated projects in the half-year", "started": "rated projects before, but none in the half-year",
    "silent": "has never rated a project",
}  # fmt: skip
REST = {"started": "did so before, but not now", "silent": "never did so"}


def since_first(rows: Sequence[Row], period: str) -> str:
    """How many directorates rated a project in the first half-year, beside a later one; else ""."""
    first = rows[0]["period"]
    states = [row["coverage"] for row in rows if row["period"] == first]
    if first == period:
        return ""
    return f"in {rows[0]['period_label']}, the first half-year, it was {of(states.count('active'), len(states))}"


def minutes(rows: Sequence[Row], period: str) -> str:
    """How long a sending took in a half-year, and in the first one that anybody said so for."""
    said = [row for row in rows if row["middle_minutes"] is not None]
    here = [row for row in said if row["period"] == period]
    if not here:
        return "nobody said how long a sending of the half-year took"
    (row,) = here
    many, first = row["sendings"] - row["not_said"], said[0]
    middle = "the one that said so" if many == 1 else f"the middle of {number(many)}"
    now = f"a sending took {count(row['middle_minutes'], 'minute')} to fill in ({middle})"
    if first is row:
        return now
    return f"{now}; in {first['period_label']} it took {number(first['middle_minutes'])}"


def moved(row: Row) -> str:
    """Which way the projects of a place moved since the baseline."""
    ways = (row["moved_up"], row["same"], row["moved_down"])
    if not any(ways):
        return "no project was rated by the same side then and now, so there is nothing to compare yet"
    up, same, down = map(no, ways)
    return f"of {count(sum(ways), 'project')} rated by the same side then and now, {up} moved up, {same} stayed the same and {down} moved down"


def over_moves(row: Row) -> str:
    """Over a directorate's bar: “2 up · 6 same · none down”."""
    ways = {"up": row["moved_up"], "same": row["same"], "down": row["moved_down"]}
    if not any(ways.values()):
        return "none can be compared"
    return " · ".join(f"{no(size)} {way}" for way, size in ways.items())
