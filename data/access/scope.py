"""What a contributor may touch: the directorates and services that things belong to."""

from collections.abc import Callable

import duckdb

from data.access.person import Person
from data.mistakes import NotAllowed, Problem
from data.schema import Schema

EVER = "timestamp '9999-12-31'"
# A project belongs to whom the newest return about it named, whatever became of that return and under
# whichever of its merged ids it was sent. One that names no service has none: arg_max alone would go
# back to the last that named one.
OWNERS = (
    "select project_id, arg_max(directorate, upload_id) as directorate, "
    f"arg_max_null(service, upload_id) as service from projects_sent({EVER}) where {{until}} group by project_id"
)
NOW, THEN = OWNERS.format(until="true"), OWNERS.format(until="upload_id <= $upload")
UPLOAD_OWNERS = {
    "projects": "select distinct directorate, service from sent.projects where upload_id = $upload "
    f"union select directorate, service from ({NOW}) semi join "
    f"(select project_id from projects_sent({EVER}) where upload_id = $upload) using (project_id)",
    # What was said of a project that moved was one's and is another's: neither has it alone.
    "work": "with work as (select distinct coalesce(right_id, project_id) as project_id from sent.{name} "
    f"left join merged_ids({EVER}) on wrong_id = project_id where upload_id = $upload) "
    f"select directorate, service from work left join ({NOW}) using (project_id) "
    f"union select directorate, service from work left join ({THEN}) using (project_id)",
    "whole": "select distinct directorate, null from sent.{name} where upload_id = $upload",
}
OWNED = (
    "select line, excel_row, 'project_id', project_id, owner.directorate, owner.service "
    f"from incoming join ({NOW}) as owner using (project_id)"
)
INCOMING = {
    "projects": "select line, excel_row, 'directorate', directorate, directorate, service from incoming "
    f"union all {OWNED}",
    "work": OWNED,
    "whole": "select line, excel_row, 'directorate', directorate, directorate, null from incoming",
}
# What replaced a directorate or service by today: who acts for that acts for what the other sent.
BECAME = "select code, now from reference.{name}_by_day where current_date between since and until"
Covers = Callable[[str | None, str | None], bool]


def _kind(fields: frozenset[str] | tuple[str, ...]) -> str:
    """How a return's rows say whose they are."""
    if "project_id" not in fields:
        return "whole"
    return "projects" if "directorate" in fields else "work"


def _covers(cursor: duckdb.DuckDBPyConnection, person: Person) -> Covers:
    """Whether they act for what belonged to a directorate and service, or for what these became."""
    directorates, services = (
        dict(cursor.execute(BECAME.format(name=name)).fetchall()) for name in ("directorates", "services")
    )
    return lambda directorate, service: person.covers(directorate, service) or person.covers(
        directorates.get(directorate), services.get(service)
    )


def not_theirs(
    cursor: duckdb.DuckDBPyConnection, person: Person, schema: Schema, file: str
) -> list[Problem]:
    """The rows of `incoming` that belong to somebody else than this person acts for."""
    if person.for_all:
        return []
    rows, covers = cursor.execute(INCOMING[_kind(schema.field_names)]).fetchall(), _covers(cursor, person)
    problems = {
        (line, column): Problem(file, line, column, value, _sentence(person), row, kind="not_theirs")
        for line, row, column, value, directorate, service in rows
        if directorate is not None and not covers(directorate, service)
    }
    return list(problems.values())


def _sentence(person: Person) -> str:
    """What to do about a row of another directorate."""
    whose = ", ".join(sorted(person.directorates | person.services))
    return (
        f"belongs to others than those you send for ({whose}). Take the row out and leave it to them, "
        "or ask whoever looks after the dashboard."
    )


def refuse_others(
    cursor: duckdb.DuckDBPyConnection, person: Person, schema: Schema, upload: int
) -> None:
    """Raise NotAllowed when an upload holds anything of others than this person acts for."""
    if person.for_all:
        return
    sql = UPLOAD_OWNERS[_kind(schema.field_names)].format(name=schema.name)
    owners = cursor.execute(sql, {"upload": upload}).fetchall()
    covers = _covers(cursor, person)
    if not owners or not all(covers(*each) for each in owners):
        whose = ", ".join(sorted(person.directorates | person.services))
        raise NotAllowed(
            f"Upload {upload} holds rows of others than those you send for ({whose}). Ask whoever "
            "looks after the dashboard."
        )
