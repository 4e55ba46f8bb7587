"""Charts of the slides: PowerPoint's own, with their figures in a workbook inside that runs nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, Workbook
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.slide import Slide
from pptx.util import Emu, Pt

from briefing.letters import plain
from briefing.pack import Bars, Series

BOX = tuple[Emu, Emu, Emu, Emu]
TEXT_STAYS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
HIDE_NOUGHT = '#,##0;-#,##0;""'


class TextStays(CategoryWorkbookWriter):
    """Writes the figures of a chart as they are: no text becomes a formula or a link."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: IO[bytes]) -> Iterator[Any]:
        book = Workbook(xlsx_file, TEXT_STAYS)
        yield book, book.add_worksheet()
        book.close()


class Figures(CategoryChartData):
    """The figures of a chart, kept in a workbook as they are."""

    @property
    def _workbook_writer(self) -> TextStays:
        return TextStays(self)


def draw(slide: Slide, chart: Bars, box: BOX, size: int) -> None:
    """Draw a chart in a box (left, top, width, height) with letters of a size in points."""
    figures = Figures(number_format="General")
    figures.categories = [called(chart, at) for at in range(len(chart.lines))]
    for one in chart.series:
        figures.add_series(plain(one.label), [value or None for value in one.values])
    kind = XL_CHART_TYPE.BAR_STACKED if chart.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.shapes.add_chart(kind, *box, figures)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", plain(chart.description))
    frame.name = plain(chart.title)
    styled(frame.chart, chart, size)


def called(chart: Bars, at: int) -> str:
    """The name of a bar with its words."""
    words = chart.words[at]
    return plain(f"{chart.lines[at]} ({words})" if words else chart.lines[at])


def styled(made: Chart, chart: Bars, size: int) -> None:
    """Bars from the top down, no axis of figures, a key where there are several parts."""
    made.has_title = False
    made.font.size, made.font.color.rgb = Pt(size), RGBColor.from_string("1A1A1A")
    made.has_legend = len(chart.series) > 1
    if made.has_legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    names, figures = made.category_axis, made.value_axis
    names.reverse_order = True
    names.format.line.fill.background()
    names.has_major_gridlines = figures.has_major_gridlines = figures.visible = False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    figures.minimum_scale, figures.maximum_scale = 0, chart.longest
    plot = made.plots[0]
    plot.gap_width, plot.overlap = (45, 100) if chart.stacked else (60, 0)
    for drawn, one in zip(plot.series, chart.series, strict=True):
        coloured(drawn, one, chart, size)


def coloured(drawn: Any, one: Series, chart: Bars, size: int) -> None:
    """One part of the bars in its colours, with its figures on it."""
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = colour(one.fill)
    drawn.format.line.color.rgb, drawn.format.line.width = colour(one.edge), Pt(0.75)
    drawn.invert_if_negative = False
    labels = drawn.data_labels
    labels.show_value, labels.number_format_is_linked = True, False
    labels.number_format = HIDE_NOUGHT if chart.unit != "%" else '0"%"'
    labels.font.size = Pt(size)
    labels.font.color.rgb = colour(one.ink if chart.stacked else "#1a1a1a")
    labels.position = XL_LABEL_POSITION.CENTER if chart.stacked else XL_LABEL_POSITION.OUTSIDE_END


def colour(written: str) -> RGBColor:
    """A #rrggbb colour."""
    return RGBColor.from_string(written.lstrip("#").upper())
