"""Again: an act that somebody else overtook is done once more, on what they left."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from data.mistakes import NotReady

P = ParamSpec("P")
Done = TypeVar("Done")
TIMES = 5


class Overtaken(NotReady):
    """Somebody else committed meanwhile, so that nothing of this was kept."""

    def __init__(self, why: str = "") -> None:
        """Say so, and why the attempt failed where that is known."""
        also = f", or because it could not be written ({why})" if why else ""
        super().__init__(
            f"Nothing was kept, because others wrote at the same moment{also}. Do it again; if it stays, "
            "tell whoever looks after the dashboard."
        )


def tried_again(act: Callable[P, Done]) -> Callable[P, Done]:
    """The act, done again from its beginning when it was overtaken; after some times it is given up."""

    @wraps(act)
    def doing(*given: P.args, **named: P.kwargs) -> Done:
        for _ in range(TIMES - 1):
            try:
                return act(*given, **named)
            except Overtaken:
                continue
        return act(*given, **named)

    return doing
