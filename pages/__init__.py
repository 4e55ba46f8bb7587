"""The pages: every function marked @page in a section folder, found by being there."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Literal

import streamlit as st
from queries import may

from pages.parts.page import Body, Sign
from pages.parts.who import Away, standing

HERE = Path(__file__).resolve().parent
FURNITURE = "parts"
UNSAID = "Sign in"


@cache
def found() -> tuple[Body, ...]:
    """Every page in the order of the menu; two with one address are refused."""
    pages = [page for name in module_names() for page in in_module(import_module(name))]
    addresses = [each for page in pages for each in (page.sign.address, page.sign.inner) if each]
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


def menu(entries: Iterable[Body] | None = None) -> list[st.Page]:
    """The menu for `st.navigation`, in order; the first page answers the bare address.

    One flat row of the pages most people come for, which on a phone becomes a list; the page
    "Every page" names the rest. Groups would become lists that hold something else than
    entries there (axe-core: `list` and `listitem`, serious), which screen readers misread.
    Every page keeps its address for everybody, so that a link leads to it once its reader has
    signed in; which ones are named depends on who is here.
    """
    here = standing()
    bodies = found() if entries is None else tuple(entries)
    signs: list[Sign] = [body.sign for body in bodies]  # type: ignore[attr-defined]
    closed = [sign.address for sign in signs if isinstance(here, Away) or not may(here, sign.needs)]
    named = {sign.address for sign in signs if sign.in_bar} - set(closed)
    doors: dict[str, Any] = {}
    for body, sign in zip(bodies, signs, strict=True):
        title = UNSAID if isinstance(here, Away) else sign.title
        for address in filter(None, (sign.address, sign.inner)):
            looks: Literal["visible", "hidden"] = "visible" if address in named else "hidden"
            doors[address] = st.Page(body, title=title, url_path=address, default=not doors, visibility=looks)
    st.session_state["doors"] = doors
    st.session_state["inner doors"] = {sign.address: sign.inner for sign in signs if sign.inner}
    st.session_state["closed doors"] = closed
    return list(doors.values())
