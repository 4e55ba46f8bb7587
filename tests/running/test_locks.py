"""Locked packages: what requirements.txt says, with a hash of every file, and looked up honestly."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from running import audit
from running.audit import LOCKS, ROOT, Unchecked, judged, pinned, proved
from tests.house.requirements import wanted

PLACES = [Path(lock).with_suffix(".txt") for lock in LOCKS]
ENTRY = re.compile(r"^([A-Za-z0-9._-]+==\S+)( ; [^\\]+)? \\\n((?: {4}--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)")
WEAK = {"id": "ONE-1"}


def entries(text: str) -> list[tuple[str, str, str]]:
    """Each entry of a lock: its pin, the platforms it is for, its hashes; all of the text is read."""
    text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    found = []
    while text:
        match = ENTRY.match(text)
        assert match, text[:80]
        found.append((match[1], match[2] or "", match[3]))
        text = text[match.end() :]
    return found


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_lock_says_what_its_requirements_say(place: Path) -> None:
    asked = pinned("\n".join(re.sub(r"\[.*?\]", "", line) for line in wanted(ROOT / place)))
    locked = entries((ROOT / place.with_suffix(".lock")).read_text(encoding="utf-8"))
    every = {pin for pin, _, _ in locked}
    assert asked and asked <= pinned("\n".join(every)), "run `make lock`"
    earlier = [ROOT / each for each in PLACES[:3]]
    known = pinned("\n".join(line for file in earlier for line in wanted(file))) | asked
    for pin, platforms, hashes in locked:
        assert pinned(pin) <= known or platforms, f"{pin} is in no requirements.txt"
        assert hashes.count("sha256") >= 1


def test_one_release_of_a_package_is_installed_whatever_is_added() -> None:
    together = set().union(*(pinned((ROOT / lock).read_text(encoding="utf-8")) for lock in LOCKS[:3]))
    names = [pin.split("==")[0] for pin in together]
    assert len(names) == len(set(names)) > 60


def test_locks_hold_files_for_other_systems_too() -> None:
    hashes = dict(
        (pin.split("==")[0], hashes.count("sha256"))
        for pin, _, hashes in entries((ROOT / LOCKS[0]).read_text(encoding="utf-8"))
    )
    assert min(hashes["duckdb"], hashes["numpy"], hashes["pyarrow"]) > 10


def test_make_installs_nothing_that_has_no_hash() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "--require-hashes" in makefile.split("INSTALL :=")[1].splitlines()[0]
    for line in re.findall(r"\$\(INSTALL\).*", makefile):
        assert re.search(r"-r \S*requirements\.lock$", line)


def test_no_lock_names_a_place_to_fetch_from() -> None:
    for lock in LOCKS:
        assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


def report(**vulns: list[dict[str, str]] | None) -> audit.Report:
    """What the auditing program would answer; None for a package that it passed over."""
    return {
        "dependencies": [
            {"name": name, "skip_reason": "not found"}
            if weak is None
            else {"name": name, "version": "1", "vulns": weak}
            for name, weak in vulns.items()
        ]
    }


def test_a_weak_release_is_named() -> None:
    assert judged(report(a=[], b=[WEAK]), {"a==1", "b==1"}) == ["b==1: ONE-1"]
    assert judged(report(a=[]), {"a==1"}) == []


@pytest.mark.parametrize(
    ("said", "pins"),
    [
        (report(a=[], b=None), {"a==1", "b==1"}),
        (report(a=[]), {"a==1", "b==1"}),
        (report(a=[]), {"a==2"}),
        ({}, {"a==1"}),
        (report(), set()),
    ],
)
def test_what_was_not_looked_up_is_never_called_well(said: audit.Report, pins: set[str]) -> None:
    with pytest.raises(Unchecked, match="not looked up"):
        judged(said, pins)


@pytest.mark.parametrize("said", [report(jinja2=[]), report(jinja2=None), {}])
def test_a_source_that_knows_nothing_has_checked_nothing(said: audit.Report) -> None:
    with pytest.raises(Unchecked, match="Nothing was checked"):
        proved(said)
    proved({"dependencies": [{"name": "Jinja2", "version": "2.4.1", "vulns": [WEAK]}]})


def test_a_source_that_does_not_answer_fails_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    silent = SimpleNamespace(stdout="", stderr="Traceback\nno route to host")
    monkeypatch.setattr(audit.subprocess, "run", lambda *_, **__: silent)
    assert audit.audit() == 2
    assert "did not answer (no route to host)" in capsys.readouterr().err
