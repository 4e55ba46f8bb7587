"""The receipt: what came in, when, agreed by whom and what is still owed, against what the database holds."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import receipt_words, sending_receipt, sending_time
from queries import Answer, Received, ask, choices
from tests.data.sending import Row, counted
from tests.pages.drawing import said
from tests.pages.sending import LATE, PERIOD, RATING, choose, headline, own, press, tables

__all__ = ["own"]
FORMULA = "=HYPERLINK(1).csv"


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> list[Answer]:
    """The figures that the receipt hands out as files."""
    handed: list[Answer] = []
    monkeypatch.setattr(sending_receipt, "download", lambda answer, called: handed.append(answer))
    return handed


def sent(*files: tuple[str, bytes | list[Row]]) -> AppTest:
    """The receipt after these files were sent, agreed by words that a spreadsheet would run."""
    at = choose(*files)
    for box, words in zip(at.text_input, ("=Head of Service", "Counted again"), strict=False):
        box.set_value(words)
    return press(at, "Send")


@pytest.mark.usefixtures("own")
def test_a_receipt_says_whose_for_when_and_what_is_still_owed(files: list[Answer]) -> None:
    left = ask("returns/due_items", period=LATE).where(directorate="RES", state="missing")
    at = sent((FORMULA, [*counted("sex", period=LATE, directorate="RES", female=13, male=11)]))
    newest, words = ask("returns/uploads").rows[0], said(at)
    assert headline(at) == "Sent for Resources, April to September 2026: who takes part."
    assert f"at {newest['received_at']} as upload {newest['upload']}, agreed by =Head of Service." in words
    (row,) = tables(at)[0]
    assert (row["Directorate"], row["Upload"], row["File"]) == ("Resources", str(newest["upload"]), FORMULA)
    owed = words[words.index("Resources, April to September 2026**:") :]
    titles = [str(each["title"]) for each in left if each["title"]]
    assert titles and all(title in owed for title in titles[:3])
    assert "conditions. This was due on 14 November 2026." in owed and "who takes part" not in owed
    (file,) = files
    assert [each["upload"] for each in file.rows] == [newest["upload"]] and newest["fingerprint"] is None
    assert f"'{FORMULA}" in file.csv().decode() and "'=Head of Service" in file.csv().decode()


@pytest.mark.usefixtures("own")
def test_before_sending_it_is_said_that_a_half_year_has_closed() -> None:
    due = {str(row["code"]): row for row in choices("periods")}
    corrects = choose(("ratings.csv", [RATING])).warning[0].value.replace("\\", "")
    assert corrects.startswith("October 2025 to March 2026 closed on 14 May 2026. Some figures for it are final")
    assert "what you send (ratings) corrects them" in corrects and str(due[PERIOD]["due"]) == "2026-05-14"
    late = choose(("people.csv", [*counted("sex", period=LATE, directorate="RES", female=13, male=11)])).warning
    assert [each.value.replace("\\", "") for each in late] == [
        "April to September 2026 closed on 14 November 2026. What you send for it (who takes part) is late, "
        "and “What is due” will say so."
    ]


def received(return_name: str, status: str = "loaded", upload: int = 7) -> Received:
    """A return of a sending."""
    return Received("a.csv", status, return_name, upload, periods=(LATE,))


def test_nothing_is_said_of_what_comes_in_time_and_of_projects() -> None:
    half_year = {"period": LATE, "label": "X", "due_date": None, "passed": False}
    assert sending_time.told([received("maturity")], [half_year]) == []
    assert sending_time.told([received("projects")], [{**half_year, "passed": True}]) == []


def test_a_receipt_of_several_returns_names_each_once() -> None:
    usual = {"directorate_names": "A; B; C; D", "period_labels": "X", "received_on": None}
    rows = [{**usual, "upload": 8, "return_name": "themes"}, {**usual, "upload": 7, "return_name": "maturity"}]
    files = [received("maturity"), received("themes", upload=8)]
    assert receipt_words.answer(files, rows) == "Sent for A, B, C and 1 other, X: ratings and themes"
    assert receipt_words.answer([received("themes", "already")], rows) == "Already sent"
    assert receipt_words.taken_in([received("themes", "already")], rows) == ""
