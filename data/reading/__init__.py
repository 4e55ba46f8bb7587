"""Reading: the bytes of a file as tables of text, nothing interpreted.

It needs nothing but the standard library (and calamine for workbooks), because a large file or
a workbook is read in a process of its own, which must start at once and may be stopped.
"""

from data.reading.limits import LARGEST_BYTES, MOST_ROWS
from data.reading.reader import read, refuse_large
from data.reading.sheet import Sheet, Unreadable
from data.reading.words import plain

__all__ = ["LARGEST_BYTES", "MOST_ROWS", "Sheet", "Unreadable", "plain", "read", "refuse_large"]
