"""Changes by administrators: kept one after the other, audited, and each can be taken back."""

from data.changes.foreseeing import foresee
from data.changes.hidden import HiddenNote, hidden_notes
from data.changes.kinds import KINDS
from data.changes.making import LONGEST, make, undo
from data.changes.ticks import tick

__all__ = ["KINDS", "LONGEST", "HiddenNote", "foresee", "hidden_notes", "make", "tick", "undo"]
