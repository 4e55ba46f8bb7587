"""What a question can be asked for: the values its header lists for each parameter."""

import re
from collections.abc import Iterator
from itertools import product

from data.database import Database
from data.schema import list_schemas
from queries.header import Parameter
from queries.lists import answers, entries
from queries.question import Question


def _listed(database: Database, words: str) -> list[str] | None:
    """The values of a list or of a return's field, or None when the words name neither."""
    if words in list_schemas():
        key = list_schemas()[words].key[-1]
        return list(dict.fromkeys(str(entry[key]) for entry in entries(database, words)))
    return [row["code"] for row in answers(words)] if "." in words else None


def values(database: Database, parameter: Parameter) -> list[str] | None:
    """Every value a parameter may have, or None for a free one.

    The header writes "free", or "one of" a list or a return's field and further words:
    "one of periods", "one of projects.kind, or all", "one of all, 18 and over".
    """
    if parameter.choices == "free":
        return None
    said = parameter.choices.removeprefix("one of ")
    words = [word for word in re.split(r", or |, ", said) if word]
    found = [_listed(database, word) or [word] for word in words]
    return [value for each in found for value in each]


def combinations(database: Database, question: Question) -> Iterator[dict[str, str]]:
    """Every combination of a question's listed parameters; free ones are left to their default."""
    listed = {each.name: values(database, each) for each in question.parameters}
    choices = {name: found for name, found in listed.items() if found is not None}
    for combination in product(*choices.values()):
        yield dict(zip(choices, combination, strict=True))
