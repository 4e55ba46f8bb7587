"""Looking after the dashboard: its audit, its backups, and who is kept out.

Everything here is for administrators, and raises NotAllowed for anybody else.
"""

import csv
import io

from data import access, audit, backup
from data.access import Rules
from data.audit import ACTS, Line, Verdict
from data.backup import Backup, Status
from data.intake.disarmed import disarmed
from queries.who import acting
from queries.ask import _database
from queries.signing import rules

AUDITED = ACTS
EVERYTHING = 1_000_000
HEADINGS = ("number", "when", "who", "role", "act", "upload", "about", "hash")


def audit_lines(act: str | None = None, who: str | None = None, most: int = 100) -> list[Line]:
    """The newest lines of the audit first: of an act or a person where one is named."""
    acting("run")
    return audit.lines(_database(), act, who, most=most)


def audit_verdict() -> Verdict:
    """Whether the audit is whole, worked out now from every line and from the ledger."""
    acting("run")
    return audit.verify(_database())


def audit_file(act: str | None = None, who: str | None = None) -> bytes:
    """The lines of the audit as a CSV file that Excel opens; that it was taken is audited first."""
    person, text = acting("run"), io.StringIO()
    audit.note(_database(), person, "exported", "audit")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for line in audit_lines(act, who, EVERYTHING):
        when = f"{line.local:%Y-%m-%d %H:%M:%S}"
        said = (line.who, line.role, line.act, line.upload_id or "", line.about, line.hash)
        writer.writerow([line.number, when, *(disarmed(str(each)) for each in said)])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def backups() -> Status:
    """How the backups stand now."""
    acting("run")
    return backup.status(_database())


def make_backup() -> Backup:
    """A backup made now, compared with the database. Raises NotReady when it cannot be made."""
    person, database = acting("run"), _database()
    made = backup.make(database)
    audit.note(database, person, "backup made", made.name)
    return made


def kept_out() -> tuple[str, ...]:
    """The names of whoever is kept out now."""
    acting("run")
    return access.blocked(_database())


def keep_out(name: str, reason: str) -> None:
    """Keep somebody out from their next click on. Raises WrongUse with a sentence."""
    access.block(_database(), name, acting("run"), reason)


def let_in_again(name: str, reason: str) -> None:
    """Take somebody off the list. Raises WrongUse with a sentence."""
    access.allow_again(_database(), name, acting("run"), reason)


def roles() -> Rules | None:
    """Which claims give which role; None where nobody signs in."""
    acting("run")
    return rules()


def loss() -> str | None:
    """What was acknowledged and is not there any more, in two sentences; None when all is there."""
    acting()
    return found.notice if (found := _database().loss) else None


def open_problems() -> list[str]:
    """What whoever looks after the dashboard should put right, a sentence each."""
    acting("run")
    database = _database()
    ledger = database.ledger.behind if database.ledger else None
    found = (str(database.loss or ""), ledger, backup.status(database).problem)
    return [each for each in found if each]
