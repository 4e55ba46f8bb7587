"""Files opened again: their words, tables, figures, and whether anything in them runs."""

import io
import re
from datetime import datetime
from zipfile import ZipFile

from pptx import Presentation
from pypdf import PdfReader


def squeezed(text: str) -> str:
    """Text without the spaces and line ends that a layout adds."""
    return re.sub(r"\s+", "", text)


def printed(made: bytes) -> str:
    """Every word of a PDF."""
    return squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages))


def of_slides(made: bytes) -> tuple[str, list[list[tuple[str, ...]]], list[dict[str, tuple[object, ...]]]]:
    """The words of the slides, their tables, and the figures of their charts by part."""
    words, tables, charts = [], [], []
    for slide in Presentation(io.BytesIO(made)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                words.append(shape.text_frame.text)
            if shape.has_table:
                tables.append([tuple(cell.text for cell in row.cells) for row in shape.table.rows])
            if shape.has_chart:
                charts.append({each.name: tuple(each.values) for each in shape.chart.plots[0].series})
    return squeezed(" ".join(words)), tables, charts


def as_kept(value: object) -> object:
    """A value as a cell gives it back: text on one line, a figure to the digits that Excel keeps."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, float):
        return float(f"{value:.12g}")
    return " ".join(value.split()) if isinstance(value, str) else value


def no_formula(made: bytes) -> bool:
    """Whether a workbook holds no formula, link or macro."""
    with ZipFile(io.BytesIO(made)) as package:
        texts = {name: package.read(name) for name in package.namelist()}
    sheets = [text for name, text in texts.items() if name.startswith("xl/worksheets/")]
    return (
        not any(b"<f>" in text or b"<f " in text or b"<hyperlink" in text for text in sheets)
        and not any("vba" in name.lower() for name in texts)
        and not any(b'TargetMode="External"' in text for text in texts.values())
    )
