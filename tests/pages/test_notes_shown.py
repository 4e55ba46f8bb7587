"""The tick that lets notes be shown: asked where a file holds any, and given later; notes stay text."""

import pytest
from streamlit.testing.v1 import AppTest

from queries import Delivery, Offer, ask, moment, send
from tests.data.sending import text
from tests.pages.drawing import drawn, said
from tests.pages.made_up import NASTY
from tests.pages.sending import LATE, RATING, choose, headline, own, press
from tests.pages.test_sentences import shown as as_seen

__all__ = ["own"]
pytestmark = pytest.mark.usefixtures("own")


@pytest.mark.parametrize("ticked", [True, False])
def test_whoever_sends_notes_is_asked_whether_they_may_be_shown(ticked: bool) -> None:
    row = {**RATING, "period": LATE, "learning": f"Ask early, {ticked}"}
    at = choose(("ratings.csv", [row]))
    assert not at.checkbox[0].value and at.checkbox[0].label.startswith("Nobody could be recognised")
    at.text_input[0].set_value("Head of Service")
    if len(at.text_input) > 1:
        at.text_input[1].set_value("A note was missing")
    at.checkbox[0].set_value(ticked)
    assert headline(press(at, "Send")).startswith("Sent for ")
    shown = [row["note"] for row in ask("learning/notes").rows if row["place"] == f"maturity/ACH-P01/{LATE}/learning"]
    assert shown == ([f"Ask early, {ticked}"] if ticked else [])
    bare = {name: cell for name, cell in RATING.items() if name != "evidence"}
    assert not choose(("ratings.csv", [{**bare, "design": 5}])).checkbox


def one_upload(number: int) -> AppTest:
    """One upload on the page What was sent."""

    def body() -> None:
        from pages.returns.history import history

        history()

    return drawn(body, upload=str(number))


def test_notes_that_wait_are_let_go_on_the_page_of_their_upload() -> None:
    row = next(row for row in ask("returns/uploads").rows
               if (row["notes"], row["return_name"], row["status"]) == ("wait for the tick", "maturity", "counts now"))  # fmt: skip
    held = len(ask("learning/notes").rows)
    at = press(one_upload(row["upload"]), "Let them be shown")
    assert "Nothing was changed" in at.error[0].value and len(ask("learning/notes").rows) == held
    at.checkbox[0].set_value(True)
    at = press(at, "Let them be shown")
    assert "may be shown" in at.success[0].value and len(ask("learning/notes").rows) > held
    assert "**Notes**: may be shown" in said(at) and not at.checkbox


def test_a_hostile_note_is_shown_as_it_is() -> None:
    note = NASTY[:200]
    rows = [{**RATING, "period": LATE, "learning": note, "what_changed": "=1+1"}]
    offer = [Offer("ratings.csv", text(rows))]
    assert send(Delivery(moment(), reason="again", nobody_recognised=True), offer).status == "loaded"

    def body() -> None:
        from pages.council.learning import learning

        learning()

    at = drawn(body, words=note.split()[0])
    quotes = [as_seen(each.value) for each in at.subheader]
    assert f"“{' '.join(note.split())}”" in quotes
    found = ask("learning/notes").csv().decode()
    assert "'=1+1" in found and ",=1+1" not in found
