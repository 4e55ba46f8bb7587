"""What a directorate fills in, ready for a page to hand out."""

from data.intake.template import csv_zip, file_name, workbook
from data.mistakes import NotAllowed
from queries.who import acting
from queries.ask import _database
from queries.owned import directorates_of

WRITTEN = {"xlsx": workbook, "zip": csv_zip}


def template(directorate: str, period: str, ending: str = "xlsx") -> tuple[str, bytes]:
    """The file name and the bytes of a directorate's template for a half-year.

    `ending` is xlsx for the workbook or zip for a CSV file a return. Making one takes up to half
    a second. Raises NotAllowed for whoever sends for none of it.
    """
    database, person = _database(), acting("template")
    if directorate not in directorates_of(database, person):
        raise NotAllowed(f"You send for other directorates than {directorate}. Choose one of yours.")
    return template_name(directorate, period, ending), WRITTEN[ending](database, directorate, period)


def template_name(directorate: str, period: str, ending: str = "xlsx") -> str:
    """What that template is called, without making it."""
    return file_name(_database(), directorate, period, ending)
