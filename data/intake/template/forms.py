"""The forms of a template: each return with what is known already, and every answer blank."""

from data.database import Database
from data.intake.template.asked import Asked
from data.intake.template.columns import columns
from data.intake.template.form import Form
from data.intake.template.ladder import ladder_in_a_line
from data.intake.template.names import Names
from data.intake.template.rows import EXAMPLE, ROWS
from data.schema import Schema, return_schemas

SENTENCES = {
    "projects": "Every project of your directorate. Correct what has changed, and add new projects below.",
    "maturity": "One row a project: rate each stage, or choose yes under “Nothing changed” and leave the "
    "ratings blank.",
    "themes": "For each project the one main theme, and up to two others. Leave a row blank that is not "
    "wanted.",
    "participation": "How many people took part, each counted once in every characteristic: 0 for nobody. "
    "Leave a characteristic blank if it was not collected.",
    "conditions": "Twelve questions about the whole directorate, answered once a year.",
}
SPARE = {"projects": 10, "maturity": 5, "themes": 5}
ORDER = ("projects", "maturity", "themes", "participation", "conditions")


def forms(database: Database, who: Asked) -> tuple[Form, ...]:
    """The forms in the order they are filled in; conditions only where the half-year opens its year."""
    names, hint = Names(database, who), ladder_in_a_line(database)
    return tuple(
        _form(database, who, return_schemas()[name], names, hint)
        for name in ORDER
        if name != "conditions" or who.opens_year
    )


def _form(database: Database, who: Asked, schema: Schema, names: Names, hint: str) -> Form:
    rows = ROWS[schema.name](database, who, names)
    laid_out = columns(schema, names, hint)
    example = None
    if schema.name == "projects" and not rows:
        example = {column.name: column.example for column in laid_out}
        example |= {"project_id": EXAMPLE, "directorate": who.directorate_label, "service": ""}
    return Form(schema, SENTENCES[schema.name], laid_out, rows, SPARE.get(schema.name, 0), example)
