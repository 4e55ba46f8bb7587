"""Which claims of a sign-in give which role: one file, read at the start."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from data.access.person import Person, alike
from data.mistakes import NotReady

EVERYBODY = "*"
NAMES = ("preferred_username", "email", "name", "sub")
KNOWN = ("claim", "names", "administrator", "viewer", "contributor")


@dataclass(frozen=True)
class Rules:
    """The values of `claim` that make an administrator, a viewer, or a contributor for whom.

    `contributors` gives, by value, the directorates and the services; `names` are the claims
    that may say what a person is called, the first that is there counting.
    """

    claim: str
    administrators: frozenset[str]
    viewers: frozenset[str]
    contributors: Mapping[str, tuple[frozenset[str], frozenset[str]]]
    names: tuple[str, ...] = NAMES


def read_rules(path: Path) -> Rules:
    """The rules in a TOML file. Raises NotReady with what is wrong with it and what to do."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NotReady(f"The roles in {path} cannot be read: {error}. Correct the file.") from None
    try:
        return _rules(said)
    except (KeyError, TypeError, ValueError) as error:
        raise NotReady(
            f"The roles in {path} are not as they should be: {error}. Compare the file with "
            "running/access.toml."
        ) from None


def _rules(said: Mapping[str, Any]) -> Rules:
    if unknown := sorted(set(said) - set(KNOWN)):
        raise ValueError(f"“{unknown[0]}” is not one of {', '.join(KNOWN)}")
    claim = said.get("claim")
    if not isinstance(claim, str) or not claim:
        raise ValueError("“claim” must name the claim that holds the roles")
    contributors: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for each in said.get("contributor", []):
        whom = _texts(each, "directorates"), _texts(each, "services")
        if not isinstance(each.get("value"), str) or not any(whom):
            raise ValueError("each contributor needs a value, and directorates or services")
        had = contributors.get(each["value"], (frozenset(), frozenset()))
        contributors[each["value"]] = (had[0] | whom[0], had[1] | whom[1])
    names = tuple(said["names"]) if _texts(said, "names") else NAMES
    administrators = _texts(said, "administrator")
    if not administrators or EVERYBODY in administrators:
        raise ValueError("“administrator” must list the values that make one, and not everybody")
    return Rules(claim, administrators, _texts(said, "viewer"), contributors, names)


def _texts(said: Mapping[str, Any], name: str) -> frozenset[str]:
    found = said.get(name, [])
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise ValueError(f"“{name}” must be a list of texts")
    return frozenset(each for each in found if each)


def person_of(claims: Mapping[str, Any], rules: Rules) -> Person | None:
    """Whom the claims of a sign-in name, with the most that they give; None without a role.

    A claim may be one text or a list of them, and stand inside others (`realm_access.roles`).
    """
    values = _values(claims, rules.claim) if _proven(claims, rules.claim) else frozenset()
    here = [whom for value, whom in rules.contributors.items() if value in values]
    if values & rules.administrators:
        role = "administrator"
    elif here:
        role = "contributor"
    elif values & rules.viewers or EVERYBODY in rules.viewers:
        role = "viewer"
    else:
        return None
    directorates, services = (frozenset().union(*(whom[place] for whom in here)) for place in (0, 1))
    called = [text for name in rules.names for text in sorted(_values(claims, name))]
    also = [text for name in NAMES for text in _values(claims, name)]
    return Person(
        called[0] if called else "somebody without a name", role, directorates, services,
        session_of(claims), frozenset(alike(each) for each in (*called, *also)), _ends(claims),
    )  # fmt: skip


def _values(claims: Mapping[str, Any], claim: str) -> frozenset[str]:
    found: Any = claims.get(claim)
    if found is None:  # the name of a claim may itself hold dots, so the whole is tried first
        found = claims
        for part in claim.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
    texts = [found] if isinstance(found, str) else found if isinstance(found, list | tuple) else []
    return frozenset(each for each in texts if isinstance(each, str) and each)


def _proven(claims: Mapping[str, Any], claim: str) -> bool:
    """Whether a claim may give a role: an address only where the provider says that it was confirmed.

    At many providers people write their address themselves, and could write an administrator's.
    """
    return claim != "email" or claims.get("email_verified") in (True, "true")


def session_of(claims: Mapping[str, Any]) -> str:
    """A mark of this very sign-in, from which nothing of it can be found."""
    said = [str(claims.get(each)) for each in ("iss", "sub", "iat", "exp", "nonce", "sid", "jti")]
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:16]


def _ends(claims: Mapping[str, Any]) -> float | None:
    ends = claims.get("exp")
    return float(ends) if isinstance(ends, int | float) and isfinite(ends) else 0.0
