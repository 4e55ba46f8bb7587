"""A file's way in: read, match, check, commit; and withdraw, which takes it back."""

from data.intake.batch import take_in
from data.intake.commit import Delivery
from data.intake.outcome import Outcome, Received
from data.intake.withdraw import restore, withdraw

__all__ = ["Delivery", "Outcome", "Received", "restore", "take_in", "withdraw"]
