"""The audit: who did what, a line each, chained so that none can be altered, removed or moved unseen."""

from data.audit.chain import Line
from data.audit.lines import lines
from data.audit.record import ACTS, note, record
from data.audit.verify import Verdict, verify

__all__ = ["ACTS", "Line", "Verdict", "lines", "note", "record", "verify"]
