"""What a directorate fills in, ready for a page to hand out."""

from functools import lru_cache

from data.intake.template import csv_zip, file_name, workbook
from queries.ask import _database

WRITTEN = {"xlsx": workbook, "zip": csv_zip}


def template(directorate: str, period: str, ending: str = "xlsx") -> tuple[str, bytes]:
    """The file name and the bytes of a directorate's template for a half-year.

    `ending` is xlsx for the workbook or zip for a CSV file a return. Making one takes up to half
    a second; it is kept until the data changes.
    """
    content = _made(directorate, period, ending, id(_database()), _database().version)
    return template_name(directorate, period, ending), content


def template_name(directorate: str, period: str, ending: str = "xlsx") -> str:
    """What that template is called, without making it."""
    return file_name(_database(), directorate, period, ending)


@lru_cache(maxsize=32)
def _made(directorate: str, period: str, ending: str, _which: int, _version: str) -> bytes:
    return WRITTEN[ending](_database(), directorate, period)
