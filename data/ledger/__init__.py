"""The ledger: what was acknowledged, noted outside the database, so that no loss is silent."""

from data.ledger.accept import accept
from data.ledger.begin import begin
from data.ledger.keeping import Ledger
from data.ledger.known import Known, read
from data.ledger.missing import refuse_missing
from data.loss import refuse_after_loss

__all__ = [
    "Known",
    "Ledger",
    "accept",
    "begin",
    "read",
    "refuse_after_loss",
    "refuse_missing",
]
