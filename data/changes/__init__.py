"""Changes by administrators: kept one after the other, audited, and each can be taken back."""

from data.changes.kinds import KINDS
from data.changes.making import LONGEST, make, undo

__all__ = ["KINDS", "LONGEST", "make", "undo"]
