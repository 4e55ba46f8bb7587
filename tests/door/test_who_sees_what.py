"""Who sees what: a stranger only the sign-in, everybody else what their role allows and no more."""

from typing import Any

import pytest

import pages
from data.access import Person
from queries import may
from tests.door.signed import Dashboard, ticket
from tests.door.visit import Visit, visiting

SIGNS: list[Any] = [body.sign for body in pages.found()]  # type: ignore[attr-defined]
ADDRESSES = ["", *(sign.address for sign in SIGNS[1:])]
ROLES = {"vera": "viewer", "carl": "contributor", "ada": "administrator"}
REFUSED, DOOR = "This page is not for your role", "Co-production dashboard"


def shows_only_the_door(visit: Visit) -> bool:
    """Whether a run sent nothing but how pages look, the title of the door, a sentence and one button."""
    looks = [each.html.body for each in visit.elements if each.WhichOneof("type") == "html"]
    drawn = [each.WhichOneof("type") for each in visit.elements]
    inside = [sign.title for sign in SIGNS] + ["Example Borough", "/media/", "upload_file"]
    return (
        visit.headings() == [DOOR] and set(drawn) <= {"heading", "markdown", "alert", "button", "empty", "html"}
        and all(each.startswith("<style>") for each in looks)
        and len(visit.buttons()) == 1 and not [each for each in inside if each in visit.said]
    )  # fmt: skip


def test_a_stranger_sees_only_the_sign_in(dashboard: Dashboard) -> None:
    with visiting(dashboard.address) as visit:
        for address in ADDRESSES:
            assert shows_only_the_door(visit.open(address, "directorate=FIN&upload=1")), address
            assert list(visit.buttons()) == ["Sign in"]


@pytest.mark.parametrize("who", ROLES)
def test_a_role_sees_its_pages_and_no_other(dashboard: Dashboard, who: str) -> None:
    role = Person(who, ROLES[who])
    with visiting(dashboard.address, ticket(dashboard.address, who)) as visit:
        for sign in SIGNS[3:]:
            heading = visit.open(sign.address).headings()[0].replace("\\", "")
            assert heading == (sign.title if may(role, sign.needs) else REFUSED), sign.address
            assert visit.in_the_menu() == [one.title for one in SIGNS if may(role, one.needs) and one.in_bar]
        named = {label.replace("\\", "").removeprefix(":primary[").removesuffix("]") for label in visit.open("pages").links()}
        assert named == {one.title for one in SIGNS if may(role, one.needs)} - {"Every page"}


@pytest.mark.parametrize(
    ("who", "claims", "said"),
    [
        ("norman", {}, "that account has no role here"),
        ("ada", {"seconds": -1}, "Your sign-in has ended"),
        ("ada", {"exp": "soon"}, "Your sign-in has ended"),
        ("ada", {"is_logged_in": "yes"}, "Sign in with your council account"),
        ("ada", {"origin": "http://elsewhere.example"}, "Sign in with your council account"),
        ("ada", {"secret": "guessed " * 8}, "Sign in with your council account"),
        ("ada", {"roles": None}, "has no role here"),
        ("ada", {"roles": [["looks-after"]]}, "has no role here"),
        ("ada", {"roles": "looks-after-flowers"}, "has no role here"),
    ],
)
def test_a_sign_in_that_does_not_count_is_said_so(
    dashboard: Dashboard, who: str, claims: dict[str, Any], said: str
) -> None:
    with visiting(dashboard.address, ticket(dashboard.address, who, **claims)) as visit:
        assert shows_only_the_door(visit.open("audit"))
        assert said in visit.said


def test_the_banner_says_who_is_signed_in_and_until_when(dashboard: Dashboard) -> None:
    with visiting(dashboard.address, ticket(dashboard.address, "carl")) as visit:
        assert "Signed in as Carl Contributor (contributor) until " in visit.open("due").said
        assert "only this computer can see it" not in visit.said


def test_a_contributor_is_offered_templates_of_their_own_and_a_viewer_none(dashboard: Dashboard) -> None:
    with visiting(dashboard.address, ticket(dashboard.address, "carl")) as visit:
        visit.open("due", "directorate=all")
        assert [each for each in visit.downloads() if "Template" in each] == ["Template: Finance"]
    with visiting(dashboard.address, ticket(dashboard.address, "vera")) as visit:
        visit.open("due", "directorate=all")
        assert not [each for each in visit.downloads() if "Template" in each]
        assert "Send a return" not in [each for each in visit.links()]
