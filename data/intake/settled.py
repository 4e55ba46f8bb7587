"""The outcome of a batch once the whole of it is seen."""

from collections.abc import Iterable
from dataclasses import replace

from data.intake.before import forget, state
from data.intake.outcome import Outcome, Received
from data.schema import return_schemas
from data.transaction import Writer


def settled(writer: Writer, received: Iterable[Received]) -> Outcome:
    """The outcome of a batch: files sent before may, together, change nothing.

    A folder that is sent again holds older returns and the newer ones that replaced them,
    perhaps with something new beside them. If the same counts in the end without the files sent
    before, they are already loaded; otherwise each of them is a return like any other.
    """
    files = _touched(list(received))
    repeated = [each.upload for each in files if each.status == "repeated" and each.upload]
    if any(each.status == "rejected" for each in files):
        return Outcome(tuple(map(_held_back, files)))
    if repeated and state(writer.read) == state(writer.read, without=repeated):
        forget(writer.cursor, repeated)
        return Outcome(tuple(map(_as_before, files)))
    files = list(map(_as_new, files))
    if any(each.status == "rejected" for each in files):
        files = list(map(_held_back, files))
    return Outcome(tuple(files))


def _touched(received: list[Received]) -> list[Received]:
    """Sheets without an answer are passed over where another sheet of the file says something.

    Where none does, the file is the template as it was given out, and is refused.
    """
    saying = {each.file for each in received if _says_something(each)}
    kept = []
    for each in received:
        if each.status == "untouched" and each.file not in saying:
            kept.append(replace(each, status="rejected"))
        elif each.status == "untouched":
            kept.append(replace(each, rows=0, problems=()))
        else:
            kept.append(each)
    return kept


def _says_something(received: Received) -> bool:
    """Whether a sheet holds an answer: one that a template fills in whole may say nothing new."""
    if received.status == "untouched":
        return False
    schema = return_schemas().get(received.return_name or "")
    asks = schema is None or any(field.prefilled for field in schema.fields)
    return asks or received.status != "already"


def _as_before(received: Received) -> Received:
    if received.status != "repeated":
        return received
    return replace(received, status="already", upload=received.before, problems=())


def _as_new(received: Received) -> Received:
    if received.status != "repeated":
        return received
    return replace(received, status="rejected" if received.must_fix else "loaded")


def _held_back(received: Received) -> Received:
    if received.status in ("already", "rejected", "untouched"):
        return received
    return replace(received, status="held back", upload=None)
