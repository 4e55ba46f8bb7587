"""Reader: the way in to reading, which chooses where a file is read."""

from collections.abc import Collection
from dataclasses import replace

from data.reading import limits
from data.reading.child import read_in_child
from data.reading.here import read_here
from data.reading.kinds import is_zip, not_a_table
from data.reading.sheet import Sheet, refused


def refuse_large(name: str, size: int) -> None:
    """Raise Unreadable for a file of more bytes than are taken, before it is read."""
    if size > limits.LARGEST_BYTES:
        raise refused(
            name,
            f"is {size / limits.MB:.0f} MB; the largest file taken is "
            f"{limits.LARGEST_BYTES // limits.MB} MB. Send it in parts.",
        )


def _refuse_at_once(name: str, content: bytes) -> None:
    refuse_large(name, len(content))
    wrong = None if is_zip(content) else not_a_table(content)
    if wrong:
        raise refused(name, wrong)


def read(name: str, content: bytes, headings: Collection[str]) -> tuple[Sheet, ...]:
    """The tables in a file: one of a text file, and of a workbook one a worksheet that holds one.

    `name` is the file's as it is shown and says nothing of what it is; `headings` are all that
    a column may be called, in plain letters. Workbooks and large files are read in a process of
    their own, with limits. Raises Unreadable with one sentence.
    """
    _refuse_at_once(name, content)
    apart = is_zip(content) or len(content) > limits.LARGEST_HERE
    sheets = (read_in_child if apart else read_here)(name, content, headings)
    return tuple(replace(sheet, content=content) for sheet in sheets)
