"""A template filled in: what was sent, written by hand into its boxes."""

import io
from collections.abc import Callable, Iterable, Mapping

from openpyxl import Workbook
from openpyxl.cell import Cell

from tests.data.template.opened import HEADINGS, forms, headings

Answers = Mapping[str, object]
Boxes = dict[str, Cell]


def fill(book: Workbook, name: str, answers: Callable[[Boxes], Answers]) -> None:
    """Write into each row of a return's sheet the answers that are given for it."""
    for sheet, schema in forms(book):
        if schema.name == name:
            names = {field.title: field.name for field in schema.fields}
            heads = [names.get(heading, heading) for heading in headings(sheet)]
            for cells in sheet.iter_rows(min_row=HEADINGS + 1):
                row = dict(zip(heads, cells, strict=True))
                for field, value in answers(row).items():
                    if field in row and value != "":
                        row[field].value = number(value)


def number(value: object) -> object:
    """A value as a person types it: figures become numbers."""
    return int(value) if isinstance(value, str) and value.isdigit() else value


def saved(book: Workbook) -> bytes:
    """The workbook as bytes."""
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def takes(rows: Iterable[Answers], *fields: str) -> Callable[[Boxes], Answers]:
    """Answers from rows alike in these fields, each row taken once, in order."""
    left = list(rows)

    def answers(row: Boxes) -> Answers:
        for each in left:
            if all(str(each[field]) == str(row[field].value) for field in fields):
                left.remove(each)
                return each
        return {}

    return answers
