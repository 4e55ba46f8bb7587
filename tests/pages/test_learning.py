"""What we have learnt: only ticked notes, three by the rule, and hidden at once by those who may."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import queries
import queries.who as doors
from pages.council.learning import about, half_year, theme
from pages.parts import hiding, options
from pages.parts.learning_words import best, found_in, waiting
from queries import NotAllowed, Person, ask, choices
from tests.example import example_database
from tests.pages.drawing import dealt, drawn, lent, said
from tests.pages.test_sentences import shown

FILTERS = (half_year, options.directorate, theme, options.level, about)
ROLES = {"viewer": Person("vera", "viewer"), "contributor": Person("carl", "contributor", frozenset({"ACH"}))}


@pytest.fixture(scope="module", autouse=True)
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the example, in which notes are hidden and shown again."""
    copy = tmp_path_factory.mktemp("learning") / "own.duckdb"
    yield from lent(Path(shutil.copy(example_database(), copy)))


def page(**filters: str) -> AppTest:
    """The page."""

    def body() -> None:
        from pages.council.learning import learning

        learning()

    return drawn(body, **filters)


def cards(at: AppTest) -> list[str]:
    """The quotes on the wall, as a reader sees them."""
    return [shown(each.value) for each in at.subheader if each.value.startswith("“")]


def test_every_choice_draws() -> None:
    offered = {one.name: [code for code, _ in one.options] for one in (made() for made in FILTERS)}
    for filters in dealt(offered):
        assert page(**filters).title[0].value == "What we have learnt"


def test_the_three_are_of_each_kind_and_of_three_directorates() -> None:
    rows = best(ask("learning/notes").rows)
    assert [row["about"] for row in rows] == ["what changed", "helped", "got in the way"]
    assert len({row["directorate"] for row in rows}) == 3
    assert {row["period"] for row in rows} == {"2026-27 H1"}
    at = page()
    assert [shown(each.value) for each in at.header[1:]] == [f"“{row['note']}”" for row in rows]
    assert "How these three are picked" in said(at)


def test_the_headline_counts_what_the_wall_holds_and_says_what_waits() -> None:
    rows, held = ask("learning/notes").rows, ask("learning/waiting").rows
    found = re.match(r"(\d+) projects tell of (\d+) changes, (\d+) things that helped and (\d+) that", said(page()))
    kinds = [row["about"] for row in rows]
    assert found and [*map(int, found.groups())] == [
        len({row["project_id"] for row in rows}), *map(kinds.count, ("what changed", "helped", "got in the way")),
    ]  # fmt: skip
    assert sum(row["waiting"] for row in held) > 0 and waiting(held, "all") in said(page())
    assert waiting(held, "ACH") == "" and "Regeneration and Place (" in waiting(held, "REG")


def test_the_wall_turns_searches_and_starts_again_after_another_choice() -> None:
    rows = [f"“{row['note']}”" for row in ask("learning/notes").rows]
    at = page()
    assert cards(at) == rows[:12]
    (older,) = [each for each in at.button if each.label == "Older notes"]
    older.click().run()
    assert cards(at) == rows[12:24] and "13 to 24 of" in said(at)
    at.selectbox(key="filter about").set_value("helped").run()
    assert "1 to 12 of" in said(at)
    found = found_in(ask("learning/notes"), "ROOM budget").rows
    assert found and all("budget" in row["note"].casefold() for row in found)
    assert cards(page(words="ROOM budget")) == [f"“{row['note']}”" for row in found][:12]
    assert "No note is like that" in said(page(words="zzz"))


def test_a_half_year_without_notes_says_what_to_do() -> None:
    codes = [str(row["code"]) for row in choices("directorates")]
    assert "LAW" in codes and "Choose every half-year" in said(page(directorate="LAW"))


def test_a_note_is_hidden_at_once_and_shown_again() -> None:
    first = ask("learning/notes").rows[0]
    at = page(words="welcome")
    where = f"hide wall {first['place']}"
    assert not [each for each in at.button if "Hide" in each.label]
    at.toggle[0].set_value(True).run()
    at.button(key=where).click().run()
    (press,) = [each for each in at.button if each.label == "Hide it now"]
    press.click().run()
    assert "Say in one line why" in at.error[0].value and first in ask("learning/notes").rows
    at.text_input[1].set_value("Somebody could be recognised")
    (press,) = [each for each in at.button if each.label == "Hide it now"]
    press.click().run()
    assert "hidden on every page" in at.success[0].value
    assert first["place"] not in {row["place"] for row in ask("learning/notes").rows}
    assert shown(first["note"]) in said(at) and f"“{first['note']}”" not in cards(at)
    (form,) = [each for each in at.text_input if each.label.startswith("Why is it shown")]
    form.set_value("Nobody is named")
    (press,) = [each for each in at.button if each.label == "Show again"]
    press.click().run()
    assert "shown again" in at.success[0].value and first in ask("learning/notes").rows


@pytest.mark.parametrize("role", ROLES)
def test_nobody_else_may_hide_or_see_what_is_hidden(monkeypatch: pytest.MonkeyPatch, role: str) -> None:
    place = str(ask("learning/notes").rows[0]["place"])
    number = queries.change("hide note", place, "", "to have one")
    monkeypatch.setattr(doors, "_present", [lambda: ROLES[role]])
    monkeypatch.setattr("pages.parts.hiding.present", lambda: ROLES[role])
    monkeypatch.setattr("pages.parts.hidden_list.present", lambda: ROLES[role])
    at = page()
    assert not at.toggle and not [each for each in at.button if "Hide" in each.label or "Show" in each.label]
    assert "Hidden notes" not in said(at)
    for act in (
        lambda: hiding.carry_out(place, "why"), queries.hidden_notes, lambda: queries.undo_change(number, "why")
    ):
        with pytest.raises(NotAllowed):
            act()
    monkeypatch.undo()
    queries.undo_change(number, "again")
