"""What changing a row of a list would do: the cells, and the projects and returns that follow."""

from collections.abc import Mapping

from data.changes.laying import rows_laid
from data.changes.rows import said_of
from data.in_words import many
from data.schema import Schema, list_schemas
from data.transaction import Writer

Told = Mapping[str, tuple[str, ...]]
NOW = "timestamp '9999-12-31'"
STATES = (
    "select state, count(*) from due($moment) where period = $code group by state order by state"
)
PROJECTS = {
    "directorates": f"select count(*) from projects_in_force({NOW}) where sent_directorate = $code",
    "services": f"select count(*) from projects_in_force({NOW}) where sent_service = $code",
}
RETURNS = (
    f"select count(*) from upload_items({NOW}) where counting = upload_id and directorate = $code "
    "and return_name <> 'projects'"
)
MOMENT = "select greatest(now()::timestamp, max(happened_at)) from sent.event"


def of_row(writer: Writer, subject: str, value: str) -> Told:
    """What a row says now and would say, and what hangs on it."""
    name, _, code = subject.partition("/")
    schema = list_schemas().get(name)
    if schema is None or "code" not in schema.field_names:
        return {}
    said = said_of(value)
    words = [_cells(writer, schema, code, said)]
    if name in PROJECTS and "valid_to" in said:
        words.append(_ending(writer, name, code, said))
    states = _states(writer, code) if name == "periods" else {}
    return {"words": tuple(filter(None, words)), **states}


def _cells(writer: Writer, schema: Schema, code: str, said: Mapping[str, str]) -> str:
    """Each cell that would differ; of a row that is not there, that it is added."""
    held = [row for row in rows_laid(writer.cursor, "reference", schema) if row["code"] == code]
    if not held:
        return f"{said.get('label') or code} is added to the list “{schema.title}”"
    titles = {field.name: field.title for field in schema.fields}
    return "; ".join(
        f"{titles[name]}: {held[0].get(name) or 'blank'} becomes {text or 'blank'}"
        for name, text in said.items()
        if name in titles and held[0][name] != text
    )


def _ending(writer: Writer, name: str, code: str, said: Mapping[str, str]) -> str:
    """What becomes of the projects and returns of a directorate or service that ends."""
    ((projects,),) = writer.read(PROJECTS[name], {"code": code}).rows
    if not said["valid_to"]:
        return f"It is in use again, with {many(projects, 'project')}"
    if not said.get("successor"):
        return f"{many(projects, 'project')} still name it; send them under another one before then"
    moved = f"From the half-year that begins after its last day, {many(projects, 'project')} move to {said['successor']}"
    if name == "services":
        return moved
    ((returns,),) = writer.read(RETURNS, {"code": code}).rows
    return f"{moved}. Half-years before that keep their {many(returns, 'return')} where they are"


def _states(writer: Writer, code: str) -> Told:
    """How many of a period's returns are received, late, missing or not due yet."""
    moment = writer.read(MOMENT).rows[0][0]
    rows = writer.read(STATES, {"moment": moment, "code": code}).rows
    held = dict.fromkeys(("received", "late", "missing", "not due yet"), 0) | dict(rows)
    return {f"Returns {state}": (str(number),) for state, number in held.items()}
