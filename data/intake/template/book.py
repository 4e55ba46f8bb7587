"""The template as a workbook."""

import io
from collections.abc import Sequence
from datetime import datetime

from xlsxwriter import Workbook

from data.database import Database
from data.intake.template.asked import Asked
from data.intake.template.form import Form
from data.intake.template.guidance import guide
from data.intake.template.looks import Looks
from data.intake.template.offers import LISTS, Lists
from data.intake.template.sheets import lay_out

OPTIONS = {
    "in_memory": True,
    "constant_memory": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def written(database: Database, who: Asked, laid_out: Sequence[Form]) -> bytes:
    """The workbook: guidance, a sheet a form, and the hidden lists behind long drop-downs."""
    content = io.BytesIO()
    with Workbook(content, OPTIONS) as book:
        _describe(book, who)
        looks = Looks(book)
        guide(book.add_worksheet("Guidance"), database, who, laid_out, looks)
        sheets = [book.add_worksheet(form.sheet_name) for form in laid_out]
        behind = book.add_worksheet(LISTS)
        behind.hide()
        lists = Lists(behind)
        for sheet, form in zip(sheets, laid_out, strict=True):
            lay_out(sheet, form, looks, lists)
    return content.getvalue()


def _describe(book: Workbook, who: Asked) -> None:
    book.set_properties(
        {
            "title": f"Co-production returns, {who.directorate_label}, {who.period}",
            # Not today: the same content gives the same bytes on any day.
            "created": datetime.combine(who.start, datetime.min.time()),
        }
    )
