"""The pages: every function marked @page in a section folder, found by being there."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import streamlit as st

from pages.parts.page import Body, Sign

HERE = Path(__file__).resolve().parent
FURNITURE = "parts"
IN_THE_BAR = 7


@cache
def found() -> tuple[Body, ...]:
    """Every page in the order of the menu; two with one address are refused."""
    pages = [page for name in module_names() for page in in_module(import_module(name))]
    addresses = [page.sign.address for page in pages]
    for address in addresses:
        if addresses.count(address) > 1:
            raise ValueError(f"Two pages have the address “{address}”: give one of them another.")
    return tuple(sorted(pages, key=lambda page: page.sign.order))


def module_names() -> list[str]:
    """The modules that may hold pages: those in section folders, never a script lying here."""
    folders = [folder.name for folder in iter_modules([str(HERE)]) if folder.ispkg]
    return [
        f"pages.{folder}.{module.name}"
        for folder in folders
        if folder != FURNITURE
        for module in iter_modules([str(HERE / folder)])
    ]


def in_module(module: ModuleType) -> list[Body]:
    """The pages a module defines itself (one it only imports belongs to another)."""
    marked = [thing for thing in vars(module).values() if hasattr(thing, "sign")]
    return [thing for thing in marked if thing.__module__ == module.__name__]


def menu(entries: Iterable[Body] | None = None) -> list[st.Page] | dict[str, list[st.Page]]:
    """The menu for `st.navigation`, in order; the first page answers the bare address.

    Sections become groups only when there are more pages than the bar holds: on a phone the
    bar turns into a sidebar, whose groups Streamlit builds in a way screen readers misread.
    """
    st.session_state["doors"] = doors = {}
    sections: dict[str, list[st.Page]] = {}
    for place, body in enumerate(found() if entries is None else entries):
        sign: Sign = body.sign  # type: ignore[attr-defined]
        entry = st.Page(body, title=sign.title, url_path=sign.address, default=place == 0)
        sections.setdefault(sign.section, []).append(entry)
        doors[sign.address] = entry
    return sections if len(doors) > IN_THE_BAR else list(doors.values())
