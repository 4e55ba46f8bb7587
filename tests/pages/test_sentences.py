"""Words made from figures, and text that cannot be taken for an instruction."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pages.parts import sentences as say

LIVE = ("https://example.org", "http://a.b", "www.example.org", "one@example.org", ":smile:", ":material/home:")


def shown(markdown: str) -> str:
    """What a reader sees of escaped text: no backslash before a sign, no joiner."""
    return say.re.sub(r"\\(.)", r"\1", markdown).replace(say.JOINER, "")


def test_a_number_agrees_with_its_noun() -> None:
    assert say.count(1, "project") == "1 project"
    assert say.count(4, "project") == "4 projects"
    assert say.count(0, "project") == "0 projects"
    assert say.count(2, "category", "categories") == "2 categories"
    assert say.count(1205, "project") == "1,205 projects"


def test_a_part_is_said_with_its_base() -> None:
    assert say.of(11, 26) == "11 of 26"


def test_names_in_a_row() -> None:
    assert say.listed([]) == ""
    assert say.listed(["A"]) == "A"
    assert say.listed(["A", "B"]) == "A and B"
    assert say.listed(["A", "B", "C"]) == "A, B and C"
    assert say.listed("ABCDE", at_most=2) == "A, B and 3 others"
    assert say.listed("ABC", at_most=2) == "A, B and 1 other"


def test_days_are_written_the_english_way() -> None:
    assert say.day(date(2026, 11, 21)) == "21 November 2026"
    assert say.day(datetime(2026, 5, 4, 23, 59)) == "4 May 2026"


def test_no_people_are_fewer_than_five() -> None:
    assert say.people(0) == "fewer than 5 people"
    assert say.people(5) == "5 people"
    assert say.people_shown(1205) == "1,205"


@pytest.mark.parametrize(
    ("percent", "words"),
    [(0, "0%"), (0.4, "under 1%"), (12.5, "12%"), (99.6, "over 99%"), (100, "100%")],
)
def test_a_share_is_never_a_false_nothing_or_everything(percent: float, words: str) -> None:
    assert say.share(percent) == words


def test_a_sentence_starts_and_ends_as_one() -> None:
    assert say.sentence("five moved up") == "Five moved up."
    assert say.sentence("Why? ") == "Why?"


@given(some.text())
def test_escaping_keeps_every_character_on_one_line(text: str) -> None:
    plain = say.SPACES.sub(" ", text).strip().replace(say.JOINER, "")
    assert shown(say.escaped(text)) == plain
    assert "\n" not in say.escaped(text)


@given(some.text(alphabet="*_[](){}<>`$#!|~\\-+.:a1"))
def test_no_sign_that_markdown_knows_stands_unescaped(text: str) -> None:
    bare = say.re.sub(r"\\.", "", say.escaped(text))
    assert not set(bare) & set("*_[](){}<>`$#!|~\\")


@pytest.mark.parametrize("live", LIVE)
def test_what_would_come_alive_is_parted(live: str) -> None:
    assert say.JOINER in say.escaped(f"see {live} here")


def test_two_shares_that_differ_never_look_the_same() -> None:
    assert say.told_apart(9.1, 20.5) == ("9%", "20%")
    assert say.told_apart(1.4, 0.9) == ("1.4%", "0.9%")
    assert say.told_apart(1.04, 1.01) == ("1.04%", "1.01%")
