"""The template as text files: a CSV a return, with the same boxes as the workbook."""

import csv
import io
import re
import zipfile
from collections.abc import Mapping, Sequence

from data.intake.disarmed import disarmed
from data.intake.template.asked import Asked
from data.intake.template.form import Form, Value

# The earliest that a zip can hold: the same content gives the same bytes on any day.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def csvs(laid_out: Sequence[Form]) -> dict[str, bytes]:
    """Each form as a CSV that Excel opens, by file name; columns are headed by the fields' names."""
    return {f"{form.schema.name}.csv": _csv(form) for form in laid_out}


def _csv(form: Form) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in form.columns])
    for row in form.rows:
        writer.writerow([_cell(row.values.get(column.name)) for column in form.columns])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    return disarmed("" if value is None else str(value))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files in one zip."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in files.items():
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, held)
    return content.getvalue()


def named(who: Asked, ending: str) -> str:
    """What the file of a template is called."""
    words = re.sub(r"[^a-z0-9]+", "-", f"returns {who.directorate_label} {who.period}".lower())
    return f"{words.strip('-')}.{ending}"
