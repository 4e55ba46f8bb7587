"""What the Diversity page says of a finding, in plain English made by rule."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pages.parts.sentences import count, listed, number, share, told_apart

Row = Mapping[str, Any]
FEWER, MORE = "Fewer than expected", "More than expected"
NO_DIFFERENCE, TOO_FEW = "No clear difference", "Too few to say"
GUIDE = "People choose to take part, so this is a guide, not proof."
SHARED_FROM = 20
WIDE = 10
ENOUGH = (
    "“No clear difference” is not yet level with the population: only close enough that chance could explain the rest."
)
ASK_NEXT = "It can be asked on the next form and sent with the next return"
UNITS = {
    "people": "people",
    "forms": "forms from one-off events",
    "attendances": "attendances",
}


def summary(rows: Iterable[Row], place: str) -> str:
    """The headline over the list: where a group takes part less than expected, named."""
    found = list(rows)
    said = [row for row in found if row["verdict"] in (FEWER, MORE, NO_DIFFERENCE)]
    if not said:
        return f"{place}: there are too few answers to say who takes part less than expected"
    short = [f"{row['characteristic_name'].lower()} ({named(row['fewer'])})" for row in found if row["fewer"]]
    judged = count(len(said), "characteristic that can be judged", "characteristics that can be judged")
    if not short:
        every = "the one characteristic that can be judged" if len(said) == 1 else f"any of {judged}"
        missing = sum(not row.get("collected", True) for row in found)
        unasked = f"; {count(missing, 'characteristic')} {'was' if missing == 1 else 'were'} not collected" if missing else ""
        return f"{place}: no group clearly takes part less than expected, on {every}{unseen(said, 'on {} of them')}{unasked}"
    return (
        f"{place}: on {len(short)} of {judged}, a group takes part less than expected: {listed(short)}"
    )


def unsure(row: Row) -> bool:
    """Whether no clear difference says little: only a wide gap would usually show."""
    return row["verdict"] == NO_DIFFERENCE and (row["smallest_gap"] is None or round(row["smallest_gap"]) > WIDE)


def unseen(rows: Sequence[Row], some: str) -> str:
    """How little could be seen where few answered, so that no difference does not sound like good news."""
    few = sum(map(unsure, rows))
    where = "" if few == len(rows) else f"{some.format(number(few))} "
    return f", but {where}with so few answers only gaps over {WIDE} points would usually show" if few else ""


def uncollected(rows: Iterable[Row]) -> str:
    """Which characteristics nobody asked about, in one line, and what to do; nothing where all were."""
    names = [str(row["characteristic_name"]).lower() for row in rows if not row["collected"]]
    if not names:
        return ""
    asked = ASK_NEXT if len(names) == 1 else ASK_NEXT.replace("It", "They", 1)
    return f"Not collected, so nothing can be said: {listed(names)}. {asked}."


def named(groups: str) -> str:
    """Groups set apart by semicolons, as a list in a sentence."""
    return listed(groups.split("; "))


def unanswered(row: Row) -> str:
    """Who did not say, of everyone counted."""
    everyone = row["answered"] + row["unanswered"]
    if not row["unanswered"]:
        return "nearly everyone answered"
    if everyone < SHARED_FROM:
        return f"about {number(row['unanswered'])} did not say"
    return f"{share(100 * row['unanswered'] / everyone)} did not say"


def share_shown(row: Row) -> str:
    """The share of those who answered as it is written; a count shown as fewer than 5 has none."""
    if row["share"] is None:
        return "not shown"
    return share(row["share"]) if row["people"] else "fewer than 5 people"


def finding(row: Row) -> str:
    """One line for one characteristic: its clearest finding, or why there is none."""
    if row["verdict"] is None:
        return row["reason"] or "Nothing to compare with"
    said = {FEWER: _apart, MORE: _apart, NO_DIFFERENCE: _alike, TOO_FEW: _too_few}
    return said[row["verdict"]](row)


def _apart(row: Row) -> str:
    us, them = share_shown(row), share(row["expected_share"])
    if us == them:
        us, them = told_apart(row["share"], row["expected_share"])
    shares = f"{us} of those who answered, {them} of the population"
    more, fewer = row["how_many_more"], named(row["fewer"]) if row["verdict"] == MORE and row["fewer"] else ""
    if fewer:
        return f"{row['category_name']}: {shares}. Fewer than expected: {fewer}"
    if not more:
        return f"{row['category_name']}: {shares}"
    return f"{row['category_name']}: {shares}. About {number(more)} more would make it no clear difference"


def _alike(row: Row) -> str:
    if row["smallest_gap"] is None:
        return "With so few answers, hardly any gap would usually show"
    points = number(round(row["smallest_gap"]))
    if unsure(row):
        return f"With so few answers, only a gap of {points} points or more would usually show"
    return f"Like the population, as far as the figures can tell. A gap of {points} points would usually show"


def _too_few(row: Row) -> str:
    reason = str(row["reason"] or "")
    if row["answers_needed"]:
        there = number(row["answered"])
        return f"{reason}: it needs about {number(row['answers_needed'])} answers; there are about {there}"
    return reason


def groups(rows: Iterable[Row], place: str, characteristic: str) -> str:
    """The headline over one characteristic in one place: groups with fewer, then with more.

    Of two groups, one with fewer makes the other one with more: it is said once.
    """
    found = [row for row in rows if not row["pooled"] or row["verdict"] == FEWER]
    fewer = [row["category_name"] for row in found if row["verdict"] == FEWER]
    more = [row["category_name"] for row in found if row["verdict"] == MORE]
    if fewer or more:
        parts = [f"fewer than expected are {listed(fewer)}"] if fewer else []
        parts += [f"{'more' if fewer else 'more than expected'} are {listed(more)}"] if more and not (fewer and len(found) == 2) else []
        return f"{place}: of those who take part, {', and '.join(parts)}"
    if same := [row for row in found if row["verdict"] == NO_DIFFERENCE]:
        but = unseen(same, "for {} of the groups")
        return f"{place}, {characteristic.lower()}: no clear difference from the population{but}"
    reasons = [row["reason"] for row in found if row["reason"]]
    return f"{place}, {characteristic.lower()}: {reasons[0] if reasons else 'shares only'}"
