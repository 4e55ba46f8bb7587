"""Merging a mistyped project id into the right one: what was sent under the one counts as the other's."""

import duckdb

from data.mistakes import WrongUse

SENT = "select project_id from sent.projects where project_id in (?, ?) group by project_id"
MERGED = "select wrong_id, right_id from merged_ids(timestamp '9999-12-31')"
# Two mistyped ids in one upload: neither is newer than the other.
TOGETHER = """
    with named as (
        select upload_id, '' as period, project_id from sent.projects
        union all select upload_id, period, project_id from sent.maturity
        union all select upload_id, period, project_id from sent.themes
    )
    select 1
    from named
    join named as other using (upload_id, period)
    join merged_ids(timestamp '9999-12-31') as merged on merged.wrong_id = other.project_id
    where named.project_id = ? and merged.right_id = ?
    limit 1
"""


def check_merge(cursor: duckdb.DuckDBPyConnection, subject: str, value: str) -> None:
    """Raise WrongUse unless `subject` is an id that was sent by mistake for the project `value`."""
    found = {project for (project,) in cursor.execute(SENT, [subject, value]).fetchall()}
    for each in (subject, value):
        if each not in found:
            raise WrongUse(f"No project was sent as “{each[:20]}”. Write both ids as they stand in the returns.")
    if subject == value:
        raise WrongUse("Both ids are the same. Write the mistyped one, and the right one.")
    merged = dict(cursor.execute(MERGED).fetchall())
    if subject in merged:
        raise WrongUse(f"{subject} was merged into {merged[subject]} already; nothing was changed.")
    if value in merged:
        raise WrongUse(f"{value} was merged into {merged[value]} itself. Merge into {merged[value]}.")
    if subject in merged.values():
        raise WrongUse(f"Another id was merged into {subject}. Undo that first, then merge both.")
    if cursor.execute(TOGETHER, [subject, value]).fetchall():
        raise WrongUse("One upload holds this id and another that was merged, so neither is newer. Withdraw one.")
