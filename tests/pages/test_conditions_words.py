"""The sentences of the conditions page, rule by rule, and on councils made by chance."""

import re

import pytest

from pages.council.conditions import own_tile
from pages.parts import conditions_words as words
from tests.pages.made_up import NASTY
from tests.pages.test_sentences import shown
from tests.queries.chance import LISTS, council_by_chance, look
from tests.queries.plain.conditions import answers_by_directorate
from tests.queries.plain.files import Row

NAMES = {each["code"]: each["label"] for each in LISTS["directorates"]}


def row(item: str = "One", answer: str = "yes", before: str | None = "no", change: str = "new yes") -> Row:
    """An answer made up."""
    return {"directorate": "NEI", "directorate_name": "Neighbourhoods", "item_name": item, "item_order": len(item),
            "answer": answer, "answer_before": before, "change": change, "note": None, "question": "Is it?",
            "state": "received", "year": "2026-27"}  # fmt: skip


def test_sentences_say_what_is_new_what_is_no_and_what_cannot_be_compared() -> None:
    same, first = row(change="same answer"), row(before=None, change="not compared")
    nothing_new = "No answer in Neighbourhoods has become yes since last year"
    assert words.of_directorate([same]) == [nothing_new, "Answered no: nothing"]
    assert words.of_directorate([first])[0] == words.NOTHING_BEFORE
    both = [row(), row("Other"), {**row("One"), "directorate_name": "Finance"}, row("Third", "no", "no", "same answer")]
    assert words.of_council(both) == [
        "New yes since last year: “One” (Neighbourhoods; Finance) and “Other” (Neighbourhoods)",
        "Answered no: “Third” (Neighbourhoods)",
    ]
    said_of_it = [words.since(each) for each in (row(), same, first, row(before="not asked", change="not compared"))]
    assert said_of_it == ["new: was “no” last year", "the same last year", "", "not asked last year"]


def test_a_hostile_note_is_shown_as_it_is() -> None:
    assert NASTY in shown(own_tile({**row(), "note": NASTY}, ""))


def total(said: str) -> int:
    """How many conditions a sentence speaks of: those it names, and its others."""
    others = re.search(r"and (\d+) others?$", said)
    return len(re.findall(r"“[^”]+”", said)) + (int(others[1]) if others else 0)


def rederived(seed: int) -> int:
    """Assert that what is said of a council by chance is what it answers; returns how much is new."""
    council, (as_at, period) = council_by_chance(seed), look(seed)
    rows = answers_by_directorate(council, as_at, period)
    for place in NAMES:
        mine = [each for each in rows if each["directorate"] == place]
        new, refused = words.of_directorate(mine)
        assert total(new) == sum(each["change"] == "new yes" for each in mine)
        assert total(refused) == sum(each["answer"] == "no" for each in mine)
    new, refused = words.of_council(rows)
    assert total(new) == len({each["item"] for each in rows if each["change"] == "new yes"})
    assert total(refused) == len({each["item"] for each in rows if each["answer"] == "no"})
    for item in {each["item"] for each in rows}:
        _, who, _ = words.of_question([each for each in rows if each["item"] == item])
        assert all(who.count(name) == 1 for name in NAMES.values())
    return sum(each["change"] == "new yes" for each in rows)


def test_every_sentence_rederives_from_the_answers_of_councils_by_chance() -> None:
    assert sum(map(rederived, range(20))) > 5


@pytest.mark.trial
def test_every_sentence_rederives_from_the_answers_of_500_councils_by_chance() -> None:
    assert sum(map(rederived, range(5000, 5500))) > 500
