"""A file's way in: match, check, preview, commit; and withdraw, which takes it back."""

from data.intake.effect import Effect
from data.intake.given_back import given_back as file_given_back
from data.intake.headings import Unsure
from data.intake.offer import Delivery, Offer, present_moment
from data.intake.outcome import Outcome, Received
from data.intake.report import Finding, findings
from data.intake.report import listed as listed_rows
from data.intake.taking import take_in
from data.intake.withdraw import restore, withdraw

__all__ = [
    "Delivery",
    "Effect",
    "Finding",
    "Offer",
    "Outcome",
    "Received",
    "Unsure",
    "file_given_back",
    "findings",
    "listed_rows",
    "present_moment",
    "restore",
    "take_in",
    "withdraw",
]
