"""Claims give roles: the most that any of them gives, and none where none fits."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from data.access import ACTS, COMMAND, DEMONSTRATION, THIS_MACHINE, Person, may, person_of, read_rules, refusal
from data.mistakes import NotReady

FILE = """
claim = "roles"
administrator = ["dashboard-administrators"]
viewer = ["dashboard-viewers"]
[[contributor]]
value = "dashboard-ach"
directorates = ["ACH"]
[[contributor]]
value = "dashboard-homes"
services = ["NBH-01", "NBH-02"]
"""
SOMEBODY = {"iss": "https://provider.test", "sub": "7", "email": "Ana@Council.test", "exp": 2_000_000_000}
ROLES = [
    (["dashboard-administrators", "dashboard-ach"], "administrator"),
    (["dashboard-viewers", "dashboard-ach"], "contributor"),
    (["dashboard-viewers"], "viewer"),
    ("dashboard-viewers", "viewer"),
    (["dashboard-administrators "], None),
    (["DASHBOARD-ADMINISTRATORS"], None),
    ([], None),
    (None, None),
    ({"dashboard-administrators": True}, None),
    ([["dashboard-administrators"]], None),
]


def somebody(tmp_path: Path, text: str = FILE, **claims: Any) -> Person | None:
    """Who the claims say it is, by the rules of a file."""
    path = tmp_path / "access.toml"
    path.write_text(text, encoding="utf-8")
    return person_of({**SOMEBODY, **claims}, read_rules(path))


@pytest.mark.parametrize(("said", "role"), ROLES)
def test_the_most_that_a_claim_gives_is_the_role(tmp_path: Path, said: object, role: str | None) -> None:
    found = somebody(tmp_path, roles=said)
    assert (found and found.role) == role


def test_without_the_claim_there_is_no_role_unless_everybody_may_look(tmp_path: Path) -> None:
    assert somebody(tmp_path) is None
    everybody = FILE.replace('viewer = ["dashboard-viewers"]', 'viewer = ["*"]')
    found = somebody(tmp_path, everybody)
    assert found is not None and found.role == "viewer"


@pytest.mark.parametrize(
    ("proof", "role"), [(True, "administrator"), ("true", "administrator"), (False, None), (None, None)]
)
def test_an_address_gives_a_role_only_when_the_provider_confirmed_it(
    tmp_path: Path, proof: object, role: str | None
) -> None:
    addresses = FILE.replace('"roles"', '"email"').replace("dashboard-administrators", "Ana@Council.test")
    found = somebody(tmp_path, addresses, email_verified=proof)
    assert (found and found.role) == role


def test_contributions_add_up(tmp_path: Path) -> None:
    found = somebody(tmp_path, roles=["dashboard-ach", "dashboard-homes"])
    assert found is not None
    assert (found.directorates, found.services) == ({"ACH"}, {"NBH-01", "NBH-02"})
    covered = [found.covers(*each) for each in (("ACH", None), ("NBH", "NBH-01"), ("NBH", None), ("FIN", None))]
    assert covered == [True, True, False, False] and not found.covers(None, None)


@pytest.mark.parametrize("claim", ["realm_access.roles", "https://council.test/roles"])
def test_a_claim_may_stand_inside_another_or_have_dots_in_its_name(tmp_path: Path, claim: str) -> None:
    inside: Mapping[str, Any] = {"realm_access": {"roles": ["dashboard-viewers"]}}
    plain = {"https://council.test/roles": ["dashboard-viewers"]}
    found = somebody(tmp_path, FILE.replace('"roles"', f'"{claim}"'), **inside, **plain)
    assert found is not None and found.role == "viewer"


def test_a_person_is_known_by_every_name_and_each_sign_in_has_its_mark(tmp_path: Path) -> None:
    first = somebody(tmp_path, roles="dashboard-viewers", iat=1)
    second = somebody(tmp_path, roles="dashboard-viewers", iat=2)
    assert first is not None and second is not None
    assert first.name == "Ana@Council.test" and {"ana@council.test", "7"} <= first.known_as
    assert first.session != second.session and first.ends_at == 2_000_000_000


@pytest.mark.parametrize("ends", [None, "never", float("nan"), float("inf")])
def test_a_sign_in_that_does_not_say_when_it_ends_has_ended(tmp_path: Path, ends: object) -> None:
    found = somebody(tmp_path, roles="dashboard-viewers", exp=ends)
    assert found is not None and found.ends_at == 0


WRONG = {
    "nothing in it": "",
    "not TOML": "claim = ",
    "no administrator": 'claim = "roles"\nviewer = ["*"]',
    "everybody an administrator": 'claim = "roles"\nadministrator = ["*"]',
    "a text for a list": 'claim = "roles"\nadministrator = "me"',
    "a word nobody knows": FILE.replace("viewer", "viewers"),
    "a contributor for nobody": FILE.replace('directorates = ["ACH"]', ""),
    "a contributor without a value": FILE.replace('value = "dashboard-ach"', ""),
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG.keys())
def test_roles_that_cannot_be_meant_are_refused_with_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(NotReady, match="access.toml"):
        somebody(tmp_path, text)


def test_each_role_may_do_more_than_the_one_before() -> None:
    allowed = [
        {act for act in ACTS if may(Person("Ana", role), act)}
        for role in ("viewer", "contributor", "administrator")
    ]
    real = set(ACTS) - {"demo"}
    assert allowed[0] < allowed[1] < allowed[2] == real and allowed[0] == {"see"}
    assert all(may(person, act) for person in (COMMAND, THIS_MACHINE) for act in real)
    assert not any(may(person, "demo") for person in (COMMAND, THIS_MACHINE)) and may(DEMONSTRATION, "demo")
    assert "Ana (viewer), who may not send returns" in refusal(Person("Ana", "viewer"), "send")
