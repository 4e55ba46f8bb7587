"""Whether what is about to be sent comes in time, is late, or corrects figures that are final."""

from collections.abc import Mapping, Sequence
from typing import Any

from queries import Received

from pages.parts.due_words import ASKED
from pages.parts.sentences import day, listed

Row = Mapping[str, Any]
LATE = "What you send for it ({}) is late, and “What is due” will say so"
CORRECTED = "Some figures for it are final: what you send ({}) corrects them, and the pages will say so"


def told(files: Sequence[Received], half_years: Sequence[Row]) -> list[str]:
    """What an officer should know of half-years that have closed, a sentence or two each.

    `half_years` are the rows of `returns/due_by_period`. Nothing is said of what comes in time, and
    details of projects always do. A first return is late; one that replaces figures corrects them.
    """
    sent = [each for each in files if each.status == "loaded" and each.return_name != "projects"]
    return [
        f"{row['label']} closed on {day(row['due_date'])}. {words.format(names)}"
        for row in half_years
        if row["passed"]
        for words, final in ((LATE, False), (CORRECTED, True))
        if (names := named([each for each in sent if row["period"] in each.periods and each.needs_reason == final]))
    ]


def named(files: Sequence[Received]) -> str:
    """The returns in these files: ratings and themes."""
    return listed(dict.fromkeys(ASKED[each.return_name] for each in files if each.return_name))
