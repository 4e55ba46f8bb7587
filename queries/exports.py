"""Exports: the figures of an answer as a file, audited."""

from data.audit import note
from queries.who import acting
from queries.answer import Answer
from queries.ask import _database


def export(answer: Answer) -> bytes:
    """The answer as a CSV file that Excel opens. Raises NotAllowed for whoever may not see it."""
    note(_database(), acting(), "exported", answer.question.address)
    return answer.csv()


def exported(what: str, made: bytes) -> bytes:
    """A file made of several answers, handed out under this name. Raises NotAllowed like `export`."""
    note(_database(), acting(), "exported", what)
    return made
