"""A director's short comment beside the figures of a directorate for a period."""

import duckdb

from data.intake.personal import tells
from data.mistakes import WrongUse

LONGEST = 300
KNOWN = (
    "select (select count(*) from reference.directorates where code = ?) "
    "* (select count(*) from reference.periods where code = ?)"
)


def check_comment(cursor: duckdb.DuckDBPyConnection, subject: str, value: str) -> None:
    """Raise WrongUse unless `subject` is a directorate and period, ACH/2026-27 H1, and `value` a comment."""
    directorate, _, period = subject.partition("/")
    if not cursor.execute(KNOWN, [directorate, period]).fetchall()[0][0]:
        raise WrongUse("A comment stands beside a directorate and a half-year of the lists. Choose them.")
    if not value.strip() or len(value) > LONGEST or not value.isprintable():
        raise WrongUse(f"Write the comment in one line of up to {LONGEST} characters.")
    if what := tells(value):
        raise WrongUse(f"The comment seems to hold {what}. Take out whatever could lead to a person.")
