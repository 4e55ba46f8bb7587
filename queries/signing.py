"""Signing in and out: whose sign-in still counts, and what is noted of it."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from data.access import DEMONSTRATION, THIS_MACHINE, Person, Rules, is_blocked, person_of, read_rules
from data.access.ended import end, ended
from data.audit import note
from data.mistakes import NotReady
from data.settings import access_path, demo_folder
from queries.ask import _database

LOG = logging.getLogger("coproduction.door")
NO_ROLE = "none"
_ended_here: set[str] = set()
_refused_here: set[tuple[str, str]] = set()


@cache
def rules() -> Rules | None:
    """Which claims give which role, read once; None where nobody signs in.

    Raises NotReady with what is wrong with the file.
    """
    path = access_path()
    return read_rules(path) if path else None


def anybody() -> Person:
    """Whoever is here where nobody signs in."""
    return DEMONSTRATION if demo_folder() else THIS_MACHINE


def person_signed_in(claims: Mapping[str, Any]) -> Person:
    """Whom the claims of a sign-in name; their role is NO_ROLE where the claims give none."""
    said = rules()
    if said is None:
        raise NotReady("There are no roles: set COPRODUCTION_ACCESS to the file that gives them.")
    found = person_of(claims, said)
    if found is not None:
        return found
    named = person_of(claims, replace(said, viewers=frozenset({"*"})))
    if named is None:
        raise NotReady("A sign-in could not be read.")
    return replace(named, role=NO_ROLE)


def is_kept_out(person: Person) -> bool:
    """Whether this person is on the administrators' block list."""
    return is_blocked(_database(), person)


def has_signed_out(person: Person) -> bool:
    """Whether this very sign-in was ended, in whichever window."""
    return person.session in _ended_here or person.session in ended(_database())


def sign_out(person: Person) -> None:
    """End this sign-in everywhere; it is noted once."""
    _ended_here.add(person.session)
    _noted(lambda: end(_database(), person))


def note_sign_in(person: Person) -> None:
    """Note that somebody signed in."""
    _noted(lambda: note(_database(), person, "signed in"))


def note_refusal(person: Person, about: str) -> None:
    """Note that somebody was refused, and what in a few words of ours; once a sign-in."""
    if (person.session, about) not in _refused_here:
        _refused_here.add((person.session, about))
        _noted(lambda: note(_database(), person, "refused", about))


def well() -> bool:
    """Whether the database answers."""
    try:
        return bool(_database().read("select 1").rows)
    except Exception:
        return False


def _noted(act: Callable[[], None]) -> None:
    """Carry out a note; where it cannot be kept the log says so, and nobody is let in by it."""
    try:
        act()
    except Exception as mistake:
        LOG.error("a sign-in, sign-out or refusal could not be noted: %s", type(mistake).__name__)
