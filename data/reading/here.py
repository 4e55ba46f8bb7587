"""Here: the bytes of a file as its tables, in this very process."""

from collections.abc import Collection

from data.reading.header import Headings
from data.reading.kinds import is_zip, not_a_table
from data.reading.rows import sheet_of_text
from data.reading.sheet import NotHere, Sheet, refused
from data.reading.workbook import BROKEN, sheets_of_workbook


def _of_workbook(name: str, content: bytes, known: Headings) -> tuple[Sheet, ...]:
    try:
        return tuple(sheets_of_workbook(name, content, known))
    except (NotHere, MemoryError):
        raise
    except Exception:  # a damaged workbook fails in as many ways as it can be damaged
        raise NotHere(BROKEN) from None


def read_here(name: str, content: bytes, headings: Collection[str]) -> tuple[Sheet, ...]:
    """The tables of a file; none carries its bytes. Raises Unreadable with one sentence."""
    known = Headings(headings)
    try:
        wrong = not_a_table(content)
        if wrong:
            raise NotHere(wrong)
        if is_zip(content):
            return _of_workbook(name, content, known)
        return (sheet_of_text(name, content, known),)
    except NotHere as reason:
        raise refused(name, reason.message, reason.at) from None
