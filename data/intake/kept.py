"""What is kept of a file: its bytes as they came, or only what was read of it."""

import csv
import io

from data.intake.arrival import Arrival
from data.intake.disarmed import disarmed


def kept(arrival: Arrival) -> tuple[str, bytes]:
    """The name and bytes to keep of a file.

    A text file of which everything was taken is kept as it came. Of any other only what was
    taken is kept, as CSV: what was passed over may hold what nobody may keep, and a workbook
    holds other sheets, hidden cells and its author's name.
    """
    if _taken_whole(arrival):
        return arrival.sheet.name, arrival.sheet.content
    sheet, passed = arrival.sheet, {*arrival.matched.left_out, *arrival.matched.passed}
    places = [place for place in range(len(sheet.header)) if place not in passed]
    lines = {record[0] for record in arrival.answered.sheet.records}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([disarmed(sheet.header[place]) for place in places])
    writer.writerows(
        [disarmed(record[2][place]) for place in places]
        for record in sheet.records
        if record[0] in lines
    )
    return f"{arrival.named}.csv", b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def _taken_whole(arrival: Arrival) -> bool:
    """Whether nothing of a text file was passed over: no column, no row, no line around them."""
    columns = arrival.matched.left_out or arrival.matched.passed
    rows = len(arrival.answered.sheet.records) < len(arrival.sheet.records) or arrival.sheet.notes
    return arrival.sheet.worksheet is None and not columns and not rows
