"""A long cell takes no longer than its length: no pattern goes over it again and again."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from data.intake import headings
from data.intake.cells import read_cell
from data.intake.personal import tells
from data.intake.said import wanted
from data.reading import read
from data.reading.header import Headings
from data.reading.sifting import NOTE, NUMBER
from data.schema import return_schemas, vocabulary

MANY = 30_000
HOSTILE = {
    "brackets": "(" * MANY,
    "square brackets": "[" * MANY,
    "letters": "a" * MANY,
    "letters and dots": "a." * MANY,
    "signs of addresses": "a@" * MANY,
    "figures": "1" * MANY + "x",
    "spaces": "- " + " " * MANY + "x",
    "a figure and spaces": "1" + " " * MANY + "x",
    "telephone figures": "020 " * MANY,
    "titles": "Mr " * MANY,
    "dashes": "-" * MANY + "x",
}
FIELDS = return_schemas()["projects"].fields
COUNTED = return_schemas()["maturity"].fields
LOOKS: dict[str, Callable[[str], object]] = {
    "as a heading": Headings(vocabulary()).named,
    "as a heading of a field": lambda text: headings.likely(text, FIELDS),
    "as a heading about people": headings.is_personal,
    "for what leads to a person": tells,
    "as a number": NUMBER.fullmatch,
    "as a note": NOTE.match,
    "as a cell": lambda text: [read_cell(field, text, None) for field in (*FIELDS, *COUNTED)],
    "as a cell of a list": lambda text: [read_cell(field, text, {"yes": "yes"}) for field in FIELDS],
    "for the nearest": lambda text: wanted(FIELDS[0], "unknown", text, None, {"day": "Day"}),
}


@contextmanager
def at_once() -> Iterator[None]:
    """Fail when what stands inside takes two seconds of work."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_long_cell_is_looked_at_at_once(look: Callable[[str], object]) -> None:
    with at_once():
        for text in HOSTILE.values():
            look(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_file_with_a_long_cell_is_read_at_once(text: str) -> None:
    head = f'project_id,title,"{text}",directorate\n'
    with at_once():
        (sheet,) = read("file.csv", f'{head}A-1,x,"{text}",ACH\n'.encode(), vocabulary())
    assert len(sheet.records) == 1


def test_a_text_of_more_than_200_letters_is_no_heading() -> None:
    known = Headings({"title"})
    assert known.named("title" + "(x)" * 60) == "title"
    assert known.named("title" + "(x)" * 66) == ""


@pytest.mark.parametrize("text", [
    "Ask a.person@example.org", "x" * 100 + "@example.org", "(ann+lee@a-b.example)", "<a@b.uk>"])  # fmt: skip
def test_an_address_is_still_found(text: str) -> None:
    assert tells(text) == "an e-mail address"
