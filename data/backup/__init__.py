"""Backups: made through the open database, compared, dated, verified, and put back.

Putting one back is `data.backup.restoring`, which opens databases; this face only reads and makes.
"""

from data.backup.checking import verify
from data.backup.kept import Backup, kept
from data.backup.making import KEPT_DAYS, make
from data.backup.schedule import by_itself
from data.backup.status import Status, status

__all__ = ["KEPT_DAYS", "Backup", "Status", "by_itself", "kept", "make", "status", "verify"]
