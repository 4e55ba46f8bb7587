"""Looking after the dashboard is for administrators, wherever the wish comes from."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import queries
from data.access import COMMAND, Person
from data.intake import Delivery, Offer
from queries import who as doors
from queries.ask import _database

ADMINISTRATOR = Person("Dee", "administrator", session="x", known_as=frozenset({"dee"}))
MINE = Person("Ana", "contributor", frozenset({"ACH"}), session="y")
VIEWER = Person("Vic", "viewer", session="z")
RUNNING: dict[str, Callable[[], object]] = {
    "audit_lines": queries.audit_lines,
    "audit_verdict": queries.audit_verdict,
    "audit_file": queries.audit_file,
    "backups": queries.backups,
    "make_backup": queries.make_backup,
    "open_problems": queries.open_problems,
    "kept_out": queries.kept_out,
    "keep_out": lambda: queries.keep_out("ben", "left"),
    "let_in_again": lambda: queries.let_in_again("ben", "came back"),
    "roles": queries.roles,
}
OFFER = [Offer("a.csv", b"directorate,period\n")]
SENDING: dict[str, Callable[[], object]] = {
    "preview": lambda: queries.preview(Delivery(queries.moment()), OFFER),
    "send": lambda: queries.send(Delivery(queries.moment()), OFFER),
    "withdraw": lambda: queries.withdraw(1, "why"),
    "restore": lambda: queries.restore(1, "why"),
    "original": lambda: queries.original(1),
    "template": lambda: queries.template("ACH", "2026-27 H1"),
    "uploads": lambda: queries.ask("returns/uploads"),
    "acts": lambda: queries.ask("returns/upload_acts"),
}
SEEING: dict[str, Callable[[], object]] = {
    "ask": lambda: queries.ask("overview/headline", period="2026-27 H1"),
    "choices": lambda: queries.choices("periods"),
    "export": lambda: queries.export(queries.ask("returns/period_status", period="2026-27 H1")),
    "loss": queries.loss,
}


@pytest.fixture
def act(own_example: Path) -> Iterator[Callable[[Person], None]]:
    """Let somebody act from here on."""
    before = list(doors._present)
    yield lambda person: queries.who_acts(lambda: person)
    doors._present[:] = before


def nobody() -> Person:
    """What stands for whoever has not signed in."""
    raise queries.NotAllowed("Sign in first.")


@pytest.mark.parametrize("name", RUNNING)
def test_only_an_administrator_looks_after_it(act: Callable[[Person], None], name: str) -> None:
    for person in (VIEWER, MINE):
        act(person)
        with pytest.raises(queries.NotAllowed, match="may not look after the dashboard"):
            RUNNING[name]()
    act(ADMINISTRATOR)
    if name == "let_in_again":
        queries.keep_out("ben", "left")
    RUNNING[name]()


@pytest.mark.parametrize("name", SENDING)
def test_a_viewer_sends_nothing_and_sees_no_upload(act: Callable[[Person], None], name: str) -> None:
    before = _database().version
    act(VIEWER)
    with pytest.raises(queries.NotAllowed):
        SENDING[name]()
    assert _database().version == before


@pytest.mark.parametrize("name", [*RUNNING, *SENDING, *SEEING])
def test_whoever_has_not_signed_in_has_nothing(own_example: Path, name: str) -> None:
    answer = queries.ask("returns/period_status", period="2026-27 H1")
    acts = {**RUNNING, **SENDING, **SEEING, "export": lambda: queries.export(answer)}
    before = list(doors._present)
    queries.who_acts(nobody)
    try:
        with pytest.raises(queries.NotAllowed):
            acts[name]()
    finally:
        doors._present[:] = before


def test_a_contributor_sees_and_takes_what_is_of_their_directorate(act: Callable[[Person], None]) -> None:
    everything = queries.ask("returns/uploads").rows
    act(MINE)
    mine = queries.ask("returns/uploads").rows
    assert 0 < len(mine) < len(everything)
    assert all("ACH" in str(row["directorates"]).split("; ") for row in mine)
    assert mine == tuple(row for row in everything if "ACH" in str(row["directorates"]).split("; "))
    acts = queries.ask("returns/upload_acts").rows
    assert {row["upload"] for row in acts} == {row["upload"] for row in mine}
    assert queries.mine() == {"ACH"} and queries.template("ACH", "2026-27 H1")[1]
    with pytest.raises(queries.NotAllowed, match="other directorates than CFE"):
        queries.template("CFE", "2026-27 H1")


def test_without_pages_the_server_s_own_commands_act(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doors, "_present", [])
    assert queries.acting("run") == COMMAND


def test_exports_are_audited_and_say_who(act: Callable[[Person], None]) -> None:
    act(ADMINISTRATOR)
    queries.export(queries.ask("returns/period_status", period="2026-27 H1"))
    lines = queries.audit_file().decode("utf-8-sig").splitlines()
    newest = [line.split(",") for line in lines[1:3]]
    assert [each[2:7] for each in newest] == [
        ["Dee", "administrator", "exported", "", "audit"],
        ["Dee", "administrator", "exported", "", "returns/period_status"],
    ]
