"""Who is missing, and how many more people would change that: said as inviting openly."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pages.parts.sentences import listed, number, sentence

Row = Mapping[str, Any]
OPENLY = "Invite openly, where these people are; never choose people for their group."
SEVERAL = (
    "One person can be in several of these groups. Together it can take more of a group than alone: "
    "the more people join, the more of each group are expected."
)


def counted(rows: Iterable[Row]) -> list[Row]:
    """The groups for which a number is worked out: not those that are most of the population."""
    return [row for row in rows if row["how_many_more"]]


def within(row: Row) -> str:
    """What the council says it can reach, in words."""
    return f"the {number(row['most'])} that the council says it can invite in a half-year"


def how_many(row: Row) -> str:
    """How many more people of one group would change its word."""
    if not row["how_many_more"]:
        return "no number is worked out for a group that is most of the population"
    said = f"about {number(row['how_many_more'])} more people"
    return f"{said}, which is over {within(row)}" if row["how_many_more"] > row["most"] else said


def invitation(rows: Iterable[Row]) -> str:
    """The groups of one characteristic that are missing, each alone and together; or nothing."""
    found = counted(rows)
    if not found:
        return ""
    each = listed(f"{how_many(row)} ({row['category_name']})" for row in found)
    word = "it" if len(found) == 1 else "each of them"
    said = f"Invite openly: {each} would make {word} no clear difference."
    return " ".join(filter(None, (said, at_once(found, "together"), "Never choose people for their group.")))


def at_once(rows: Sequence[Row], name: str) -> str:
    """How many for several groups at once, by the column `together` or `at_once`; nothing for one."""
    found = counted(rows)
    if len(found) < 2:
        return ""
    who, total = ("both" if len(found) == 2 else f"all {len(found)}"), found[0][f"{name}_total"]
    if total is None:
        return f"For {who} at once it would take more than {within(found[0])}."
    groups = listed(f"{row['category_name']} ({number(row[name])})" for row in found)
    return f"For {who} at once, about {number(total)} more people: {groups}."


def compared(rows: Iterable[Row]) -> str:
    """The populations compared with, by name."""
    names = dict.fromkeys(row["compared_with"] for row in rows if row["compared_with"])
    return sentence(f"Compared with {'; '.join(names)}") if names else ""
