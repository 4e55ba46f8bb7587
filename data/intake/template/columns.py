"""Columns: the fields of a return in the order they are quickest to fill in, and what is told beside."""

from datetime import date

from data.intake.template.form import Column
from data.intake.template.names import Names
from data.schema import Field, Schema

TITLE, QUESTION = "For information: title", "For information: question"
ABOUT = "For information: what to count"
LAST_THEME, LAST_ANSWER, LAST_RATED_BY = "Last time: theme", "Last time: answer", "Last time: rated by"
LAST = {
    "design": "Last time: Design",
    "decisions": "Last time: Decisions",
    "delivery": "Last time: Delivery",
    "evaluation": "Last time: Evaluation",
    "rated_by": LAST_RATED_BY,
}
INFORMATION = {
    TITLE: ("What the project is called", 34),
    QUESTION: ("What is asked", 62),
    ABOUT: ("What the characteristic means", 90),
    LAST_THEME: ("The theme that was stated when it was last asked", 34),
    LAST_ANSWER: ("What your directorate answered when it was last asked", 12),
    LAST_RATED_BY: ("Who gave the ratings when the project was last rated", 12),
} | {
    heading: ("What the stage was rated when the project was last rated", 11)
    for field, heading in LAST.items()
    if field != "rated_by"
}
# Last time's ratings stand together at the left of the boxes: they are read first, and the boxes
# stay side by side, to be filled in one after the other or pasted into.
FIRST = {
    "maturity": ("project_id", TITLE, "period", *LAST.values(), "nothing_changed"),
    "themes": ("project_id", TITLE, "period", "main_or_also", LAST_THEME),
    "conditions": ("directorate", "period", "item", QUESTION, LAST_ANSWER),
}
AT_THE_END = {"participation": (ABOUT,)}
SHORT, LONG = 16, 42


def columns(schema: Schema, names: Names, hint: str) -> tuple[Column, ...]:
    """The columns of a return; `hint` is the ladder in a line, for the boxes that hold a step of it."""
    first = FIRST.get(schema.name, ())
    fields = {field.name: field for field in schema.fields}
    rest = [name for name in fields if name not in first]
    return tuple(
        _field(schema, fields[name], names, hint) if name in fields else _information(name)
        for name in (*first, *rest, *AT_THE_END.get(schema.name, ()))
    )


def _information(name: str) -> Column:
    explained, width = INFORMATION[name]
    return Column(name, name, explained, "", width)


def _field(schema: Schema, field: Field, names: Names, hint: str) -> Column:
    offered = names.offered(schema, field)
    examples = {each.name: _example(each) for each in schema.fields}
    return Column(
        name=field.name,
        heading=field.title,
        explained=field.description,
        example=names.record(schema, examples)[field.name],
        width=_width(field, offered),
        field=field,
        offered=offered,
        hint=hint if "NS" in field.choices else "",
    )


def _example(field: Field) -> str:
    if field.type == "date" and field.example:
        return f"{date.fromisoformat(field.example):%d/%m/%Y}"
    return field.example


def _width(field: Field, offered: tuple[str, ...]) -> int:
    if field.name == "category":
        return LONG
    if offered:
        return min(max(len(max(offered, key=len)) + 3, 11), LONG)
    return LONG if field.constraints.get("maxLength", 0) >= 100 else SHORT
