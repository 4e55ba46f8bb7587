"""Charts of the workbook: the figures of each, and Excel's own chart of them with its description."""

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from briefing.letters import plain
from briefing.pack import Bars, Pack
from briefing.workbook_looks import Looks, across_the_page, put

ACROSS = 9
ROOM = 20
SHEET = "Charts"


def write(book: Workbook, sheet: Worksheet, pack: Pack, looks: Looks) -> None:
    """Every chart of the pack, one under another, with its figures on the left."""
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, ACROSS - 1, 16)
    across_the_page(sheet)
    down = 0
    for place, chart in pack.charts():
        put(sheet, down, 0, f"{place.name}: {chart.title}", looks.subtitle)
        put(sheet, down + 1, 0, chart.description, looks.plain)
        if chart.lines:
            block(sheet, down + 3, chart, looks)
            sheet.insert_chart(
                down + 3, ACROSS, drawn(book, chart, down + 3),
                {"description": plain(chart.description), "object_position": 2},
            )  # fmt: skip
        down += max(ROOM, len(chart.lines) + 6)


def block(sheet: Worksheet, top: int, chart: Bars, looks: Looks) -> None:
    """The figures of a chart: a row a bar, a column a part, and its words last."""
    put(sheet, top, 0, chart.unit, looks.heading)
    for across, one in enumerate(chart.series, 1):
        put(sheet, top, across, one.label, looks.heading)
        for down, value in enumerate(one.values, top + 1):
            put(sheet, down, across, value, looks.of(value))
    put(sheet, top, len(chart.series) + 1, "In words", looks.heading)
    for down, (line, words) in enumerate(zip(chart.lines, chart.words, strict=True), top + 1):
        put(sheet, down, 0, line, looks.figure)
        put(sheet, down, len(chart.series) + 1, words, looks.figure)


def drawn(book: Workbook, chart: Bars, top: int) -> object:
    """Excel's own chart of a block of figures; its words are in cells, for given here they could be formulas."""
    made = book.add_chart({"type": "bar", **({"subtype": "stacked"} if chart.stacked else {})})
    rows = (top + 1, top + len(chart.lines))
    for across, one in enumerate(chart.series, 1):
        made.add_series({
            "name": [SHEET, top, across], "categories": [SHEET, rows[0], 0, rows[1], 0],
            "values": [SHEET, rows[0], across, rows[1], across], "gap": 50,
            "fill": {"color": one.fill}, "border": {"color": one.edge},
            "data_labels": {"value": True, "num_format": '#,##0;-#,##0;""', "font": {"color": one.ink if chart.stacked else "#1a1a1a"}},
        })  # fmt: skip
    made.set_title({"name": [SHEET, top - 3, 0], "overlay": False, "name_font": {"size": 12, "color": "#00539f"}})
    made.set_y_axis({"reverse": True, "line": {"none": True}, "major_tick_mark": "none"})
    made.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0, "max": chart.longest})
    made.set_legend({"position": "bottom"} if len(chart.series) > 1 else {"none": True})
    made.set_size({"width": 760, "height": 340})
    return made
