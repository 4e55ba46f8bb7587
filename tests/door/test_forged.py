"""What no made-up message can do: acts are refused where they are carried out, not where buttons are."""

import pytest

from tests.door.signed import Dashboard, ticket
from tests.door.taken import answer, audit
from tests.door.visit import Visit, visiting

OTHERS, THEIRS = "133", "121"
WHY = "Made up"


def named(found: dict[str, str], words: str) -> str:
    """The id of what is called by these words."""
    return next(name for label, name in found.items() if words in label)


def asked_to_withdraw(visit: Visit, upload: str) -> dict[str, str]:
    """Fill in the form to withdraw an upload; the ids of its box, its button, and the last Yes."""
    visit.open("sent", f"upload={upload}")
    box, press = named(visit.boxes(), "Why is it withdrawn"), named(visit.buttons(), "Withdraw upload")
    visit.open("sent", f"upload={upload}", **{box: WHY, press: True})
    return {"box": box, "press": press, "yes": named(visit.buttons(), "Yes, withdraw")}


def still_counts(dashboard: Dashboard, upload: str) -> bool:
    """Whether an administrator sees that an upload counts, and no withdrawal among its acts."""
    with visiting(dashboard.address, ticket(dashboard.address, "ada")) as visit:
        visit.open("sent", f"upload={upload}")
        return any("counts now" in each for each in visit.headings()) and "Withdrawn on" not in visit.said


def leave(dashboard: Dashboard, cookie: str) -> None:
    """Sign out in another window."""
    assert answer(dashboard, "/auth/logout", cookie)[0] == 302


@pytest.fixture(scope="module")
def ids(dashboard: Dashboard) -> dict[str, str]:
    """The ids of the form and of the Yes for an upload of others, which an administrator is shown."""
    with visiting(dashboard.address, ticket(dashboard.address, "ada")) as visit:
        return asked_to_withdraw(visit, OTHERS)


@pytest.mark.parametrize("who", [None, "norman", "vera", "carl"])
def test_a_made_up_press_withdraws_nothing(dashboard: Dashboard, ids: dict[str, str], who: str | None) -> None:
    with visiting(dashboard.address, ticket(dashboard.address, who) if who else "") as visit:
        for page in ("sent", "due", ""):
            visit.open(page, f"upload={OTHERS}", **{ids["box"]: WHY, ids["press"]: True})
            visit.open(page, f"upload={OTHERS}", **{ids["box"]: WHY, ids["yes"]: True})
            assert not visit.boxes() and "Yes, withdraw" not in visit.said
    assert still_counts(dashboard, OTHERS)


def test_nobody_presses_after_signing_out_in_another_window(dashboard: Dashboard) -> None:
    cookie = ticket(dashboard.address, "carl")
    with visiting(dashboard.address, cookie) as visit, visiting(dashboard.address, cookie) as other:
        other.open("due")
        press = asked_to_withdraw(visit, THEIRS)
        leave(dashboard, cookie)
        visit.open("sent", f"upload={THEIRS}", **{press["yes"]: True})
        assert "You have signed out" in visit.said and list(visit.buttons()) == ["Sign in again"]
        assert list(other.open("due").buttons()) == ["Sign in again"]
    assert still_counts(dashboard, THEIRS)


def test_nobody_presses_after_their_sign_in_has_ended(dashboard: Dashboard) -> None:
    with visiting(dashboard.address, ticket(dashboard.address, "carl", seconds=2)) as visit:
        press = asked_to_withdraw(visit, THEIRS)
        while "Sign in again" not in visit.buttons():
            visit.open("sent", f"upload={THEIRS}")
        visit.open("sent", f"upload={THEIRS}", **{press["yes"]: True})
        assert "Your sign-in has ended" in visit.said
    assert still_counts(dashboard, THEIRS)


def block(visit: Visit, name: str) -> None:
    """Keep somebody out, as the page for administrators does it."""
    visit.open("access")
    who, why = named(visit.boxes(), "name or e-mail"), named(visit.boxes(), "Why, in a line")
    visit.open("access", **{who: name, why: WHY, named(visit.buttons(), "Keep out"): True})
    assert "is out at their next click" in visit.said


def test_somebody_kept_out_is_out_at_their_next_press(dashboard: Dashboard) -> None:
    mine = ticket(dashboard.address, "carl", email="Blocked@example.org")
    with visiting(dashboard.address, mine) as visit:
        press = asked_to_withdraw(visit, THEIRS)
        with visiting(dashboard.address, ticket(dashboard.address, "ada")) as administrator:
            block(administrator, "blocked@example.org")
        visit.open("sent", f"upload={THEIRS}", **{press["yes"]: True})
        assert "is kept out of this dashboard" in visit.said and list(visit.buttons()) == ["Sign out"]
    with visiting(dashboard.address, mine) as again:
        assert list(again.open("due").buttons()) == ["Sign out"]
    assert still_counts(dashboard, THEIRS)


def test_a_file_is_made_only_for_whoever_still_may(dashboard: Dashboard) -> None:
    cookie = ticket(dashboard.address, "vera")
    with visiting(dashboard.address, cookie) as visit:
        (file, *_) = visit.open("maturity").downloads().values()
        assert "/media/" not in visit.said, "nothing lies ready before it is asked for"
        assert visit.file(file).startswith("/media/")
        leave(dashboard, cookie)
        assert visit.file(file) == ""


def test_refusals_and_sign_outs_are_audited_once_each(dashboard: Dashboard) -> None:
    cookie = ticket(dashboard.address, "vera", preferred_username="audited@example.org")
    with visiting(dashboard.address, cookie) as visit:
        for page in ("audit", "access", "audit", "send"):
            visit.open(page)
    leave(dashboard, cookie)
    leave(dashboard, cookie)
    mine = [(line["act"], line["about"]) for line in audit(dashboard) if line["who"] == "audited@example.org"]
    pages = [about for act, about in reversed(mine) if act == "refused"]
    assert pages == ["the page audit", "the page access", "the page send"]
    assert [act for act, _ in mine].count("signed out") == 1
