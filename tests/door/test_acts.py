"""Roles and acts: every act of the queries asks who is acting, and refuses whoever may not."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import queries
import queries.who as doors
from queries import Delivery, NotAllowed, NotReady, Person, WrongUse, may
from tests.example import example_database
from tests.pages.drawing import lent

PERIOD, NEVER, TAKEN_BACK = "2026-27 H1", 999_999, 121
PEOPLE = {
    "a viewer": Person("vera", "viewer"),
    "a contributor": Person("carl", "contributor", frozenset({"FIN"})),
    "an administrator": Person("ada", "administrator"),
    "whoever uses this machine": Person("this machine", "open"),
    "nobody": None,
}
ACTS: dict[str, tuple[str, Callable[[], Any]]] = {
    "ask": ("see", lambda: queries.ask("returns/due_by_period")),
    "ask for uploads": ("history", lambda: queries.ask("returns/uploads")),
    "as_it_stood": ("see", lambda: queries.as_it_stood("2025-05-14")),
    "since_final": ("see", lambda: queries.since_final("2025-26 H2")),
    "days_held": ("see", lambda: queries.days_held()),
    "choices": ("see", lambda: queries.choices("directorates")),
    "exported": ("see", lambda: queries.exported("briefing", b"")),
    "loss": ("see", lambda: queries.loss()),
    "mine": ("template", lambda: queries.mine()),
    "template": ("template", lambda: queries.template("FIN", PERIOD)),
    "preview": ("send", lambda: queries.preview(Delivery(datetime.now()), [])),
    "send": ("send", lambda: queries.send(Delivery(datetime.now()), [])),
    "withdraw": ("take back", lambda: queries.withdraw(NEVER, "made up")),
    "restore": ("take back", lambda: queries.restore(NEVER, "made up")),
    "tick_notes": ("take back", lambda: queries.tick_notes(NEVER)),
    "original": ("file", lambda: queries.original(NEVER)),
    "audit_lines": ("run", lambda: queries.audit_lines()),
    "audit_verdict": ("run", lambda: queries.audit_verdict()),
    "audit_file": ("run", lambda: queries.audit_file()),
    "backups": ("run", lambda: queries.backups()),
    "make_backup": ("run", lambda: queries.make_backup()),
    "kept_out": ("run", lambda: queries.kept_out()),
    "keep_out": ("run", lambda: queries.keep_out("", "")),
    "let_in_again": ("run", lambda: queries.let_in_again("", "")),
    "roles": ("run", lambda: queries.roles()),
    "ask for changes": ("run", lambda: queries.ask("running/changes")),
    "change": ("run", lambda: queries.change("", "", "", "")),
    "foresee": ("run", lambda: queries.foresee("", "", "")),
    "undo_change": ("run", lambda: queries.undo_change(NEVER, "made up")),
    "hidden_notes": ("run", lambda: queries.hidden_notes()),
    "open_problems": ("run", lambda: queries.open_problems()),
    "start_again": ("demo", lambda: queries.start_again()),
    "file_with_mistakes": ("demo", lambda: queries.file_with_mistakes()),
}
# What tells nothing that was sent, or is what signing in and running are made of.
ASKED_OF_NOBODY = {
    "acting", "alongside", "anybody", "area", "close", "council", "file_given_back", "findings",
    "has_signed_out", "is_kept_out", "listed_rows", "may", "moment", "note_refusal", "note_sign_in",
    "person_signed_in", "questions", "ready", "refusal", "rules", "sign_out", "template_name", "unreadable",
    "version", "well", "whereabouts", "which_moment", "who_acts",
}  # fmt: skip


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the example, lent to the queries."""
    yield from lent(Path(shutil.copy(example_database(), tmp_path_factory.mktemp("acts") / "acts.duckdb")))


def act_as(person: Person | None, patch: pytest.MonkeyPatch) -> None:
    """Let somebody act, or nobody."""

    def present() -> Person:
        if person is None:
            raise NotAllowed("Sign in.")
        return person

    patch.setattr(doors, "_present", [present])


def is_refused(act: Callable[[], Any]) -> bool:
    """Whether an act is not allowed; another mistake, such as a wrong number, is a mistake of the act."""
    with suppress(WrongUse, NotReady):
        try:
            act()
        except NotAllowed as reason:
            assert str(reason).endswith(".")
            return True
    return False


@pytest.mark.parametrize("who", PEOPLE)
def test_an_act_is_refused_to_whoever_may_not(example: Path, monkeypatch: pytest.MonkeyPatch, who: str) -> None:
    person = PEOPLE[who]
    act_as(person, monkeypatch)
    refused = {name for name, (_, act) in ACTS.items() if is_refused(act)}
    assert refused == {name for name, (needs, _) in ACTS.items() if person is None or not may(person, needs)}


def test_every_function_of_the_queries_is_tried_or_is_known_to_tell_nothing() -> None:
    found = {name: getattr(queries, name) for name in queries.__all__}
    functions = {name for name, each in found.items() if callable(each) and not isinstance(each, type)}
    tried = {name.split()[0] for name in ACTS} | {"export"}
    assert functions == tried | ASKED_OF_NOBODY


def test_figures_are_not_handed_to_whoever_may_not_see_them(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    act_as(PEOPLE["a viewer"], monkeypatch)
    found = queries.ask("returns/due_by_period")
    assert not is_refused(lambda: queries.export(found))
    act_as(None, monkeypatch)
    assert is_refused(lambda: queries.export(found))


def test_a_contributor_takes_back_and_takes_away_what_is_theirs_alone(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    act_as(PEOPLE["an administrator"], monkeypatch)
    uploads = queries.ask("returns/uploads").rows
    act_as(PEOPLE["a contributor"], monkeypatch)
    for row in uploads[:20]:
        number, mine = int(row["upload"]), row["directorates"] == "FIN"
        assert is_refused(lambda: queries.original(number)) != mine  # noqa: B023
        assert mine or is_refused(lambda: queries.withdraw(number, "made up"))  # noqa: B023
    assert {row["directorates"] for row in queries.ask("returns/uploads").rows} == {"FIN"}


def test_a_reason_that_a_made_up_message_brings_is_no_longer_than_a_form_takes(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    act_as(PEOPLE["an administrator"], monkeypatch)
    queries.withdraw(TAKEN_BACK, "made up\n" * 1000)
    queries.restore(TAKEN_BACK, "made up " * 1000)
    acts = [row for row in queries.ask("returns/upload_acts").rows if row["upload"] == TAKEN_BACK]
    assert [len(row["reason"]) for row in acts[-2:]] == [200, 200] and "\n" not in acts[-2]["reason"]
