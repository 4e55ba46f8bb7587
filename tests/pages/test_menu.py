"""The menu: every page found by being there, once, at an address of its own."""

from types import ModuleType

import pytest

import pages
from pages.parts import page as framing

ROOM = 130  # letters that one row of 1,366 points holds


def test_pages_are_found_in_order_each_with_an_address_of_its_own() -> None:
    signs = [body.sign for body in pages.found()]
    assert [sign.order for sign in signs] == sorted(sign.order for sign in signs)
    assert len({sign.address for sign in signs}) == len(signs)


def test_every_page_says_what_it_answers_and_the_bar_has_room() -> None:
    signs = [body.sign for body in pages.found()]
    assert all(sign.answers for sign in signs)
    assert sum(len(sign.title) for sign in signs if sign.in_bar) <= ROOM


def page_module(name: str, address: str) -> ModuleType:
    """A module that defines one page."""

    def body() -> None:
        """Nothing."""

    framed = framing.page("A page", section="", address=address, order=1)(body)
    framed.__module__ = name
    module = ModuleType(name)
    module.body = framed  # type: ignore[attr-defined]
    return module


def test_two_pages_with_one_address_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "module_names", lambda: ["one", "two"])
    monkeypatch.setattr(pages, "import_module", lambda name: page_module(name, "same"))
    with pytest.raises(ValueError, match="Two pages have the address “same”"):
        pages.found.__wrapped__()


def test_a_page_only_imported_by_another_module_is_found_once() -> None:
    module = page_module("one", "first")
    module.__name__ = "another"
    assert pages.in_module(module) == []

