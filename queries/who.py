"""Who is acting: asked at every door of the queries, so that nothing is done unseen or unallowed."""

from collections.abc import Callable

from data.access import COMMAND, Person, may, refusal
from data.mistakes import NotAllowed

Present = Callable[[], Person]
_present: list[Present] = []


def who_acts(present: Present) -> None:
    """Let `present` say who acts from now on; it raises NotAllowed where nobody may.

    Without it whoever runs the commands on the server acts.
    """
    _present[:] = [present]


def acting(act: str = "see") -> Person:
    """Who acts now. Raises NotAllowed, in one sentence, when they may not do this."""
    person = _present[0]() if _present else COMMAND
    if not may(person, act):
        raise NotAllowed(refusal(person, act))
    return person
