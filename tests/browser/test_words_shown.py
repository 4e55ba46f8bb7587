"""Every word that the pages show: plain enough to be read at twelve, and one word for one thing."""

from collections.abc import Iterator

import pytest

import pages
from data.schema import return_schemas
from pages.about.words_used import GLOSSARY
from pages.parts.due_words import EVERY_RETURN
from tests.browser.plain_words import faults, unexplained
from tests.browser.reading_age import measured, syllables
from tests.browser.said import Said, said_by
from tests.door.visit import visiting

OLDEST = 12.0
# The statement on accessibility has words of the law; the methods have sentences of statistics.
OLDER = {"about": 12.6}
STATES = (
    "projects?project=ACH-P01", "maturity?directorate=LAW", "diversity?characteristic=age&directorate=ACH",
    "changed?show=earlier&period=2025-26+H2", "due?directorate=RES", "sent?upload=131", "send?directorate=RES",
    "conditions?directorate=LAW", "?period=2023-24+H2", "governance?directorate=LAW",
)  # fmt: skip
PROSE = ("markdown", "heading", "alert", "button", "checkbox", "text_input", "metric")


@pytest.fixture(scope="module")
def shown(dashboard: str) -> dict[str, list[Said]]:
    """Every line of every page, and of pages in other states, by address."""
    addresses = ["", *(body.sign.address for body in pages.found()[1:] if body.sign.address != "tour"), *STATES]
    return {address: list(dict.fromkeys(lines(dashboard, address))) for address in addresses}


def lines(dashboard: str, address: str) -> Iterator[Said]:
    """The lines of one page, but for its style."""
    page, _, filters = address.partition("?")
    with visiting(dashboard) as visit:
        yield from (each for each in said_by(address, visit.open(page, filters)) if each.kind != "html")


def names(shown: dict[str, list[Said]]) -> set[str]:
    """What nobody can choose other words for: the names in filters, and the titles of projects in links."""
    return {each.words for found in shown.values() for each in found if each.kind in ("selectbox", "page_link")}


def test_a_page_is_read_with_ease_at_twelve(shown: dict[str, list[Said]]) -> None:
    called = names(shown)
    ages = {
        address or "overview": measured((each.words for each in found if each.kind in PROSE), called).age
        for address, found in shown.items()
        if "?" not in address
    }
    assert {page: round(age, 1) for page, age in ages.items() if age > OLDER.get(page, OLDEST)} == {}


def test_every_word_is_one_of_ours_and_written_one_way(shown: dict[str, list[Said]]) -> None:
    wrong = {
        (address, fault): each.words[:160]
        for address, found in shown.items()
        for each in found
        if is_prose(each)
        for fault in faults(each.words)
    }
    assert wrong == {}


def is_prose(each: Said) -> bool:
    """Whether a line is said in sentences; measures are listed on Methods under the names that SQL has."""
    return each.kind in PROSE and (each.page != "methods" or each.words.endswith(".") and "median" not in each.words)


def test_letters_are_spelt_out_on_the_page_that_has_them(shown: dict[str, list[Said]]) -> None:
    found = {address: unexplained(each.words for each in said if is_prose(each)) for address, said in shown.items()}
    assert {address: letters for address, letters in found.items() if letters} == {}


def test_the_words_used_are_on_the_methods_page(shown: dict[str, list[Said]]) -> None:
    whole = " ".join(each.words for each in shown["methods"])
    assert all(f"{word.word}: {word.means}" in whole for word in GLOSSARY)


def test_a_return_has_one_name() -> None:
    assert {name: schema.title for name, schema in return_schemas().items()} == EVERY_RETURN


@pytest.mark.parametrize("line", [
    "As of 2026-11-21", "On 21/11/2026", "For 2026-27 H1", "About 12500 people", "A share of 0.30000",
    "They organ" + "ize it", "The maturity return", "First \u2014 last",
])  # fmt: skip
def test_what_is_written_otherwise_is_seen(line: str) -> None:
    assert list(faults(line)) and not list(faults("On 21 November 2026, 12,500 people, 2 of 30, in 2024 to 2029."))
    assert unexplained(["Ask the TLAP"]) == ["TLAP"] and unexplained(["Think Local Act Personal (TLAP)"]) == []


def test_hard_words_and_long_sentences_make_a_page_older() -> None:
    easy = measured(["The dog ran to the old red barn.", "It was glad to be home at last."])
    hard = measured(["The authority's organisational participation governance arrangements necessitate consideration of proportionality."])
    assert easy.age < 7 < OLDEST < hard.age
    assert [syllables(each) for each in ("people", "involved", "directorate", "themes", "decided", "stage")] == [2, 2, 4, 1, 3, 1]
