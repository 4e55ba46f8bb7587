"""What filters and forms may offer: the entries of lists, and the directorates one sends for."""

from queries.who import acting
from queries.answer import Row
from queries.ask import _database
from queries.lists import answers, entries
from queries.owned import directorates_of


def choices(name: str) -> tuple[Row, ...]:
    """What filters offer: the rows of a reference list in its order, or of code and label for
    the fixed answers of a return's field, named like projects.kind."""
    acting()
    return answers(name) if "." in name else entries(_database(), name)


def mine() -> frozenset[str]:
    """The codes of the directorates of which whoever acts sends at least a part."""
    return directorates_of(_database(), acting("template"))
