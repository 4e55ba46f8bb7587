"""The receipt in words: what was sent and of whom, when it was taken in, and who agreed it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from queries import Received

from pages.parts.due_words import ASKED
from pages.parts.sending_words import already
from pages.parts.sentences import day, listed

Row = Mapping[str, Any]
MANY = 3


def answer(files: Sequence[Received], rows: Sequence[Row]) -> str:
    """The headline: which returns of which directorates and half-years, or that all counted already.

    `rows` are the uploads of the receipt, from `returns/uploads`.
    """
    new = sent(files, rows)
    if not new:
        return already(files)
    returns = listed(dict.fromkeys(ASKED[row["return_name"]] for row in new))
    about = ", ".join(filter(None, (listed(every(new, "directorate_names"), MANY), listed(every(new, "period_labels"), MANY))))
    return f"Sent{f' for {about}' if about else ''}: {returns}"


def sent(files: Sequence[Received], rows: Iterable[Row]) -> list[Row]:
    """The uploads that this sending made, in the order of their numbers."""
    mine = {each.upload for each in files if each.status == "loaded"}
    return sorted((row for row in rows if row["upload"] in mine), key=lambda row: int(row["upload"]))


def every(rows: Iterable[Row], column: str) -> list[str]:
    """What a column of uploads names, each once."""
    return list(dict.fromkeys(one for row in rows for one in (row[column] or "").split("; ") if one))


def taken_in(files: Sequence[Received], rows: Sequence[Row]) -> str:
    """When it was taken in, under which numbers, who agreed it and why; "" where nothing new was."""
    new = sent(files, rows)
    if not new:
        return ""
    numbers = listed(str(row["upload"]) for row in new)
    last = new[-1]
    said = f"Taken in on {day(last['received_on'])} at {last['received_at']} as upload{'' if len(new) == 1 else 's'} {numbers}"
    agreed = f", agreed by {last['agreed_by']}" if last["agreed_by"] else ""
    why = f" It corrects final figures: “{last['reason']}”." if last["reason"] else ""
    return f"{said}{agreed}.{why}"
