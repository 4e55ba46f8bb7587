"""What was sent: the list, one upload in full, and taking it back and bringing it back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import history_list
from queries import ask
from tests.example import example_database
from tests.pages.drawing import drawn, lent, said
from tests.pages.made_up import NASTY
from tests.pages.test_sentences import shown

WHY = "Sent for *the wrong* half-year"


@pytest.fixture(scope="module", autouse=True)
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The example council, to be changed."""
    path = tmp_path_factory.mktemp("history") / "dashboard.duckdb"
    shutil.copy(example_database(), path)
    with duckdb.connect(str(path)) as connection:
        connection.execute("update sent.upload set file_name = ? where upload_id = 133", [NASTY])
        connection.execute("insert into sent.event values (999, 1, 'erased', '2026-11-20', null, 'Names a person')")
    yield from lent(path)


def body() -> None:
    """The page, on a dashboard where it can be reached."""
    import streamlit as st

    from pages.returns.history import history

    st.session_state.setdefault("doors", {"sent": st.session_state.get("door")})
    history()


def page(**address: str) -> AppTest:
    """The page at this address."""
    return drawn(body, **address)


def newest(return_name: str) -> dict[str, object]:
    """The newest upload of a return."""
    return dict(ask("returns/uploads").where(return_name=return_name)[0])


def test_every_choice_draws_and_counts_what_it_shows() -> None:
    rows = ask("returns/uploads").rows
    assert f"{len(rows)} uploads were sent" in said(page())
    for each in history_list.filters():
        for code, _ in (each.options[1], each.options[-1]):
            assert page(**{each.name: code}).title[0].value == "What was sent"
    mine = [row for row in rows if row["directorates"] == "ACH" and row["return_name"] == "themes"]
    assert f"{len(mine)} of {len(rows)} uploads match" in said(page(directorate="ACH", **{"return": "themes"}))


def test_a_half_year_shows_its_uploads_and_the_details_of_projects() -> None:
    rows = ask("returns/uploads").rows
    mine = [row for row in rows if row["periods"] in (None, "2024-25 H1")]
    assert f"{len(mine)} of {len(rows)} uploads match" in said(page(period="2024-25 H1"))


def test_nothing_that_matches_says_what_to_do() -> None:
    words = said(page(period="2023-24 H2", directorate="RES", **{"return": "themes"}))
    assert "Nothing that was sent matches" in words and "Choose every half-year" in words


def test_an_address_that_names_no_upload_says_so() -> None:
    for named in ("999", "*all*", "-1"):
        assert f"There is no upload {named}" in said(page(upload=named))


@pytest.mark.parametrize("return_name", ["projects", "maturity", "themes", "participation", "conditions"])
def test_one_upload_in_full(return_name: str) -> None:
    row, hidden = newest(return_name), return_name in ("maturity", "participation")
    at = page(upload=str(row["upload"]))
    words, labels = said(at), [each.label for each in at.get("download_button")]
    assert f"Upload {row['upload']} counts now" in words and str(row["agreed_by"]) in words
    assert ("Download the file as it was sent" in labels) != hidden
    assert ("holds counts of people" in words) == hidden
    assert [each.value for each in at.code] == ([] if hidden else [row["fingerprint"]])
    assert hidden or str(row["fingerprint"])[:12] in words


def test_a_file_name_is_shown_as_it_is_and_never_as_markup() -> None:
    for at in (page(), page(upload="133")):
        assert NASTY[:70] in said(at)
        assert not [each for each in at.markdown if NASTY[:70] in each.value]


def test_an_erased_upload_is_a_record_without_a_file() -> None:
    at = page(upload="1")
    assert "was erased for good" in said(at) and "Names a person" in said(at)
    assert not at.text_input and not [each for each in at.get("download_button") if "as it was sent" in each.label]


def press(at: AppTest, label: str) -> AppTest:
    """Press a button."""
    (button,) = [each for each in at.button if each.label == label]
    button.click()
    return at.run()


def test_an_upload_is_withdrawn_and_restored_with_a_reason_and_a_second_question() -> None:
    upload = str(newest("themes")["upload"])
    before = ask("returns/due_items", period="2026-27 H1").rows
    at = page(upload=upload)
    assert "so this is a correction" in words_of(at)
    press(at, f"Withdraw upload {upload}")
    assert "Say in one line why" in at.error[0].value and not at.exception
    at.text_input[0].set_value(WHY)
    press(at, f"Withdraw upload {upload}")
    assert WHY in shown(at.warning[0].value) and newest("themes")["status"] == "counts now"
    press(at, f"Yes, withdraw upload {upload}")
    assert f"Done. Upload {upload} no longer counts" in shown(at.success[0].value)
    assert newest("themes")["status"] == "withdrawn"
    assert ask("returns/due_items", period="2026-27 H1").rows != before
    assert f"withdrawn: “{WHY}”" in words_of(at)
    at.text_input[0].set_value("It was right")
    press(at, f"Restore upload {upload}")
    press(at, f"Yes, restore upload {upload}")
    assert newest("themes")["status"] == "counts now"
    assert ask("returns/due_items", period="2026-27 H1").rows == before


def words_of(at: AppTest) -> str:
    """Every word of the page as a reader sees it."""
    return said(at)


def test_no_is_no() -> None:
    upload = str(newest("conditions")["upload"])
    at = page(upload=upload)
    at.text_input[0].set_value(WHY)
    press(at, f"Withdraw upload {upload}")
    press(at, "No, leave it as it is")
    assert not at.warning and newest("conditions")["status"] == "counts now"
