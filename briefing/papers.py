"""Printed pages, as PDF that can be read aloud: one page a place, or the whole pack."""

import json
from dataclasses import asdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

from briefing.letters import printed
from briefing.pack import Bars, Pack, Place, Section, Table

HERE = Path(__file__).resolve().parent / "paper"
FONTS = ("Source Sans Pro", "Libertinus Serif", "New Computer Modern Math")
# Universal access: typst refuses to write a picture without a description or a skipped heading.
STANDARDS = ["ua-1"]


def one_page(pack: Pack) -> bytes:
    """A PDF with one page a place: three sentences, four small charts, corrections."""
    return _made("one_page.typ", pack)


def document(pack: Pack) -> bytes:
    """The whole pack as a PDF."""
    return _made("document.typ", pack)


def _made(name: str, pack: Pack) -> bytes:
    """Text goes in as data beside the layout, so none of it can be read as a part of it."""
    return typst.compile(
        str(HERE / name), root=str(HERE), sys_inputs={"pack": json.dumps(given(pack))},
        font_paths=[str(font_folder())], ignore_system_fonts=True, pdf_standards=STANDARDS,
    )  # fmt: skip


@cache
def font_folder() -> Path:
    """Where the font of the printed pages was installed: the screen's own, as other programs read it."""
    found = find_spec("font_source_sans_pro")
    if found is None or found.origin is None:
        raise ImportError("The font of the printed pages is not installed: install requirements.lock.")
    return Path(found.origin).parent / "files"


def given(pack: Pack) -> dict[str, Any]:
    """What the layouts take: only words and figures."""
    told = {name: getattr(pack, name) for name in ("title", "council", "notice", "period", "dates", "filters")}
    ends = {name: getattr(pack, name) for name in ("notes", "methods", "credits")}
    places = [_place(place) for place in pack.places]
    return {**_printed({**told, **ends}), "places": places, "fonts": FONTS}


def _place(place: Place) -> dict[str, Any]:
    findings = [asdict(one) for one in place.findings]
    told = {"name": place.name, "corrections": place.corrections, "comments": place.comments, "findings": findings}
    return {
        **_printed(told),
        "small": [_bars(one) for one in place.small],
        "sections": [_section(one) for one in place.sections],
    }


def _section(section: Section) -> dict[str, Any]:
    tables = [_table(one) for one in section.tables]
    told = {"title": section.title, "said": section.said, "notes": section.notes, "tables": tables}
    return {**_printed(told), "charts": [_bars(one) for one in section.charts]}


def _table(table: Table) -> dict[str, Any]:
    return {"title": table.title, "headings": table.headings, "rows": table.rows, "widths": table.widths}


def _bars(chart: Bars) -> dict[str, Any]:
    return _printed(asdict(chart))


def _printed(told: Any) -> Any:
    if isinstance(told, dict):
        return {name: _printed(each) for name, each in told.items()}
    if isinstance(told, list | tuple):
        return [_printed(each) for each in told]
    return printed(told) if isinstance(told, str) else told
