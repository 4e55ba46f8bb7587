"""What a directorate fills in, ready for a page to hand out."""

from data.intake.template import csv_zip, file_name, workbook
from queries.ask import _database

WRITTEN = {"xlsx": workbook, "zip": csv_zip}


def template(directorate: str, period: str, ending: str = "xlsx") -> tuple[str, bytes]:
    """The file name and the bytes of a directorate's template for a half-year.

    `ending` is xlsx for the workbook or zip for a CSV file a return. Making one takes up to half
    a second.
    """
    database = _database()
    return template_name(directorate, period, ending), WRITTEN[ending](database, directorate, period)


def template_name(directorate: str, period: str, ending: str = "xlsx") -> str:
    """What that template is called, without making it."""
    return file_name(_database(), directorate, period, ending)
