"""The demonstration: started again from fresh, and a file with mistakes to send."""

from data.demo import WITH_MISTAKES, start_again as begin_again
from queries.ask import _database
from queries.who import acting


def start_again() -> None:
    """Throw away whatever was done in the demonstration. Raises WrongUse where this is none."""
    acting("demo")
    begin_again(_database())


def file_with_mistakes() -> tuple[str, bytes]:
    """The name and bytes of a made-up return with mistakes, to show what becomes of it."""
    acting("demo")
    return WITH_MISTAKES.name, WITH_MISTAKES.read_bytes()
