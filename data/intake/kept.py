"""What is kept of a file: its bytes as they came, or only what was read of it."""

import csv
import io

from data.intake.headings import Matched
from data.reading import Sheet


def kept(sheet: Sheet, matched: Matched) -> tuple[str, bytes]:
    """The name and bytes to keep of a file.

    A text file of which every column was taken is kept as it came. Of any other only what was
    read is kept, as CSV: a column that was left out may hold what nobody may keep, and a
    workbook holds other sheets, hidden cells and its author's name.
    """
    if sheet.worksheet is None and not matched.left_out:
        return sheet.name, sheet.content
    places = [place for place in range(len(sheet.header)) if place not in matched.left_out]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([sheet.header[place] for place in places])
    writer.writerows([record[2][place] for place in places] for record in sheet.records)
    worksheet = f", {sheet.worksheet}" if sheet.worksheet else ""
    return f"{sheet.name}{worksheet}.csv", b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")
