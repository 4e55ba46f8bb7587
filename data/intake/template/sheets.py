"""Sheets: a form written on a worksheet, with a title, a sentence and a key to its colours above it."""

from collections.abc import Sequence
from datetime import date
from textwrap import wrap

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.intake.template.form import Column, Form, Row, Value
from data.intake.template.looks import Looks
from data.intake.template.offers import FIRST_ROW, Lists, offer

A4 = 9
LINE = 15
LETTERS = 1.1
KEY = (
    ("needed", "Yellow: please fill in"),
    ("optional", "White: if you can"),
    ("known", "Grey: filled in for you"),
    ("heading needed", "Dark: always needed"),
)


def lay_out(sheet: Worksheet, form: Form, looks: Looks, lists: Lists) -> None:
    """Write a form: headings in row 4, what is known from row 5 on, and what each box takes."""
    _above(sheet, form, looks)
    rows = [*form.rows, *[Row({})] * form.spare]
    if form.example is not None:
        rows = [Row(form.example), *rows[1:]]
    for place, row in enumerate(rows):
        for across, column in enumerate(form.columns):
            value = row.values.get(column.name)
            put(sheet, FIRST_ROW + place, across, value, _look(looks, column, row))
        told = [str(row.values.get(column.name) or "") for column in form.columns]
        sheet.set_row(FIRST_ROW + place, height(told, [each.width for each in form.columns]))
    offer(sheet, form, lists)
    _prepare(sheet, form)


def put(sheet: Worksheet, row: int, column: int, value: Value, look: Format) -> None:
    """Write one cell: text stays text, whatever it begins with."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, look)
    elif isinstance(value, int):
        sheet.write_number(row, column, value, look)
    else:
        sheet.write_string(row, column, value, look)


def height(cells: Sequence[str], widths: Sequence[float]) -> int:
    """How high a row must be for every cell to show whole: not every program fits rows itself."""
    lines = [
        len(wrap(told, max(1, int(width * LETTERS)))) for told, width in zip(cells, widths, strict=False)
    ]
    return LINE * max([1, *lines])


def wanted(column: Column) -> str:
    """Whether a column must be filled in, in words."""
    if column.field is None:
        return "Only for information"
    if column.field.prefilled:
        return "Filled in for you where it is known"
    return "Needed" if column.field.required else "If you can"


def _above(sheet: Worksheet, form: Form, looks: Looks) -> None:
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, form.schema.title, looks.look("title"))
    sheet.write_string(1, 0, form.sentence, looks.look("plain"))
    sheet.set_row(2, 48)
    for across, (name, told) in enumerate(KEY):
        sheet.write_string(2, across, told, looks.look(name))
    sheet.set_row(FIRST_ROW - 1, 48)
    for across, column in enumerate(form.columns):
        name = "told" if column.field is None else "needed" if column.field.required else "optional"
        sheet.write_string(FIRST_ROW - 1, across, column.heading, looks.look(f"heading {name}"))
        sheet.write_comment(FIRST_ROW - 1, across, _note(column), {"x_scale": 2, "y_scale": 1.4})


def _note(column: Column) -> str:
    example = f" For example: {column.example}." if column.example else ""
    return f"{column.explained}. {wanted(column)}.{example}"


def _look(looks: Looks, column: Column, row: Row) -> Format:
    if column.field is None:
        return looks.look("told", begins=row.begins)
    free = column.field.type == "string" and not column.offered
    kind = "text" if free else column.field.type.replace("string", "")
    filled = row.values.get(column.name) is not None or column.name in row.closed
    name = "known" if filled else "needed" if column.name in row.needed else "optional"
    return looks.look(name, kind, row.begins)


def _prepare(sheet: Worksheet, form: Form) -> None:
    for across, column in enumerate(form.columns):
        sheet.set_column(across, across, column.width)
    kept = 2 if form.columns[0].name == "project_id" else 0
    sheet.freeze_panes(FIRST_ROW, kept)
    sheet.repeat_rows(FIRST_ROW - 1)
    for_printing(sheet)


def for_printing(sheet: Worksheet) -> None:
    """A4 across, as wide as the page, numbered."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RPage &P of &N")
