"""Briefings: what the pages say of a council, as files to hand to a committee.

Takes sentences, figures and answers that it is given, asks nothing itself, and makes a file of each kind
with one library: printed pages with typst, slides with python-pptx, a workbook with XlsxWriter.
"""

from briefing.pack import Bars, Finding, Pack, Place, Section, Series, Table
from briefing.papers import document, one_page
from briefing.slides import slides
from briefing.workbook import workbook

__all__ = [
    "Bars",
    "Finding",
    "Pack",
    "Place",
    "Section",
    "Series",
    "Table",
    "document",
    "one_page",
    "slides",
    "workbook",
]
