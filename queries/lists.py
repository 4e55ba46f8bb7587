"""The reference lists, as filters and headers read them."""

from data.database import Database
from data.mistakes import AuthorMistake
from data.schema import list_schemas, return_schemas
from queries.answer import Row, freeze


def entries(database: Database, name: str) -> tuple[Row, ...]:
    """The rows of a reference list in its own order. Raises AuthorMistake for no such list."""
    schema = list_schemas().get(name)
    if schema is None:
        raise AuthorMistake(f"There is no reference list {name}.")
    order = ", ".join(f'"{each}"' for each in ("order", *schema.key) if each in schema.field_names)
    table = database.read_once(f"select * from reference.{name} order by {order}")
    return freeze(table.rows, table.names)


def half_year(database: Database, code: str | None) -> str | None:
    """A half-year in words, as a note says it; “every one” where all are asked for, None where none is."""
    if code is None:
        return None
    return {str(row["code"]): str(row["label"]) for row in entries(database, "periods")}.get(code, "every one")


def answers(field: str) -> tuple[Row, ...]:
    """The fixed answers of a return's field, named like projects.kind, as rows of code and label.

    Raises AuthorMistake for a field that is not there or may hold anything.
    """
    name, _, wanted = field.partition(".")
    schema = return_schemas().get(name)
    fixed = {each.name: each.choices for each in schema.fields} if schema else {}
    if not fixed.get(wanted):
        raise AuthorMistake(f"There is no field {field} with fixed answers in the returns.")
    rows = [(answer, answer[:1].upper() + answer[1:]) for answer in fixed[wanted]]
    return freeze(rows, ("code", "label"))
