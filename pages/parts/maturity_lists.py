"""How far people are involved, project by project: lists, lowered aims and two voices, in words."""

from collections.abc import Iterable, Mapping, Sequence

from pages.parts.maturity_words import Row, some
from pages.parts.sentences import count, of

ABSENT = {"NS": "not started", "NA": "not applicable", "no return": "no return"}
AIMS = {
    "reached": "which it reaches at every stage",
    "so far": "which it reaches at every stage started so far",
    "not reached": "which it is below at a stage",
}


def project(row: Row, stages: Iterable[Row], steps: Mapping[int, str]) -> str:
    """One project's four steps in a row, its aim and who rated it, without its title."""
    if row["rated_by"] is None:
        return "no return."
    four = ", ".join(f"{each['label']} {step(row[each['code']])}" for each in stages)
    aim = f"; aims for {named(row['aiming_for'], steps)}" if row["aiming_for"] else ""
    reached = f", {AIMS[row['aim']]}" if row["aim"] else ""
    return f"{four}{aim}{reached}; {rated(row)}."


def step(answer: str) -> str:
    """A step as it is, or why there is none."""
    return ABSENT.get(answer, answer)


def named(step: int, steps: Mapping[int, str]) -> str:
    """A step with its name: 6 Co-design."""
    return f"{step} {steps[step]}"


def rated(row: Row) -> str:
    """Who rated a project."""
    if row["two_views"]:
        return "two views, the lower counts"
    return {"staff": "rated by staff alone", "people": "rated by people alone"}.get(
        row["rated_by"], "rated by staff and people together"
    )


def lowered(rows: Iterable[Row], steps: Mapping[int, str]) -> list[tuple[str, str]]:
    """Each project that aims lower than before: its title, and from what to what."""
    return [
        (
            row["title"],
            f"{row['directorate_name']}: from {named(row['aiming_before'], steps)} "
            f"to {named(row['aiming_for'], steps)}",
        )
        for row in rows
        if row["aim_lowered"]
    ]


def voices(two_views: int, gaps: Sequence[Row]) -> str:
    """How often staff and people rated a project apart, and which side saw less involvement."""
    if not two_views:
        return "No project was rated by staff and people separately."
    said = f"Staff and people rated {count(two_views, 'project')} separately"
    if not gaps:
        return f"{said} and gave the same scores."
    lower = sum(row["gap"] < 0 for row in gaps)
    return (
        f"{said}, and their scores differ at {count(len(gaps), 'stage')}: people scored lower "
        f"than staff at {some(lower)} and higher at {some(len(gaps) - lower)}. "
        f"The lower score counts. {widest(gaps)}"
    )


def widest(gaps: Sequence[Row]) -> str:
    """The widest gap between the two voices, which leads the rows, and how many are as wide."""
    first = gaps[0]
    as_wide = sum(abs(row["gap"]) == abs(first["gap"]) for row in gaps) - 1
    more = f", and {count(as_wide, 'other')} as wide" if as_wide else ""
    return (
        f"The widest gap is in “{first['title']}” at {first['stage_name']}: staff "
        f"{first['staff_score']}, people {first['people_score']}{more}."
    )


def nowhere(row: Row) -> tuple[str, str]:
    """What there is to say of a directorate without a project, and what to do; from what it owes."""
    if row["coverage"] == "silent":
        return "has never sent a rating", f"To ask for the first one, write to {row['mailbox']}"
    return "has no project in this half-year", f"To ask whether that is right, write to {row['mailbox']}"


def all_four(row: Row) -> str:
    """In how many of the rated projects people had a say from start to end."""
    return (
        f"People had a say at all four stages, from start to end, in {of(row['all_four'], row['rated'])} "
        "(step 4 or more at each)"
    )
