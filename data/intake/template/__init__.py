"""The template: what a directorate fills in for a half-year, with what is known already in it."""

from data.database import Database
from data.intake.template.asked import asked
from data.intake.template.book import written
from data.intake.template.budget import boxes
from data.intake.template.forms import forms
from data.intake.template.text import csvs, named, zipped

__all__ = ["cells_to_fill", "csv_files", "csv_zip", "file_name", "workbook"]


def workbook(database: Database, directorate: str, period: str) -> bytes:
    """The template as one .xlsx: guidance, then a sheet a return. The same content, the same bytes.

    Raises WrongUse, as everything here, for a directorate or half-year that is not in its list.
    """
    who = asked(database, directorate, period)
    return written(database, who, forms(database, who))


def csv_files(database: Database, directorate: str, period: str) -> dict[str, bytes]:
    """The template as a CSV a return, by file name; conditions only where the half-year opens its year."""
    return csvs(forms(database, asked(database, directorate, period)))


def csv_zip(database: Database, directorate: str, period: str) -> bytes:
    """The CSV files in one zip. The same content, the same bytes."""
    return zipped(csv_files(database, directorate, period))


def file_name(database: Database, directorate: str, period: str, ending: str = "xlsx") -> str:
    """What the template is called, such as returns-adult-care-and-health-2026-27-h1.xlsx."""
    return named(asked(database, directorate, period), ending)


def cells_to_fill(database: Database, directorate: str, period: str) -> dict[str, int]:
    """How many boxes must be filled in, by return; the workbook shows them in yellow."""
    return boxes(forms(database, asked(database, directorate, period)))
