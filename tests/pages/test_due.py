"""What is due: the answer, the grid, what to chase and the template, against the rows themselves."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import due_words, options
from pages.parts.narrowed import narrowed
from queries import ask, choices
from tests.example import example_database
from tests.pages.drawing import drawn, lent, said

NOW = "2026-27 H1"


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


def body() -> None:
    """The page, on a dashboard where it can be reached."""
    import streamlit as st

    from pages.returns.due import due

    st.session_state.setdefault("doors", {"due": st.session_state.get("door")})
    due()


def page(**filters: str) -> AppTest:
    """The page at these filters."""
    return drawn(body, **filters)


def cells(at: AppTest) -> list[dict[str, object]]:
    """The cells of the grid as they are sent to the browser."""
    sent = at.get("vega_lite_chart")[0].proto.data.data
    return pyarrow.ipc.open_stream(sent).read_all().to_pylist()


def test_every_choice_draws() -> None:
    for code, _ in options.period().options:
        assert page(period=code).title[0].value == "What is due"
    for row in choices("directorates")[-3:]:
        assert page(directorate=str(row["code"])).title[0].value == "What is due"


def test_the_answer_counts_the_returns_and_says_when_they_were_due() -> None:
    rows = ask("returns/received_by_directorate", period=NOW).rows
    missing = sum(row["state"] == "missing" for row in rows)
    words = said(page())
    assert f"{missing} of the {len(rows)} returns for April to September 2026 are missing" in words
    assert "They were due on 14 November 2026" in words


def test_each_cell_says_what_came_in_when_and_who_agreed_it() -> None:
    told = ask("returns/received_by_directorate", period=NOW)
    drawn_cells = cells(page())
    assert len(drawn_cells) == 4 * len({row["directorate"] for row in told.rows})
    for row in told.rows:
        place = f"{row['directorate_name']} · {due_words.RETURNS[row['return_name']]}: "
        (cell,) = [each for each in drawn_cells if str(each["said"]).startswith(place)]
        if row["state"] == "received":
            assert row["agreed_by"] in str(cell["said"]) and "2026" in str(cell["words"])
        if row["state"] == "part received":
            assert f"{row['received'] + row['late']} of {row['items']}" in str(cell["words"])
        assert (row["state"] == "missing") == bool(cell["heavy"])


def test_a_directorate_is_told_what_is_missing_by_project() -> None:
    items = ask("returns/due_items", period=NOW).where(directorate="RES", state="missing")
    words = said(page(directorate="RES"))
    titles = [row["title"] for row in items if row["title"]]
    assert titles and all(title in words for title in titles)
    assert "The whole directorate**: Conditions and who takes part" in words
    assert "resources-returns@example.org" in words


def test_the_council_is_told_whom_to_write_to() -> None:
    words = said(page())
    for row in ask("returns/due_items", period=NOW).where(state="missing"):
        assert row["directorate_name"] in words and row["mailbox"] in words


def test_the_chase_list_has_a_row_a_missing_thing() -> None:
    answer = narrowed(ask("returns/due_items", period=NOW), "what is missing", state={"missing"})
    text = answer.csv().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text[text.index("directorate,") :])))
    assert len(rows) == len(answer.rows) > 0
    for row in rows:
        assert row["mailbox"] and row["return_name"] and row["due_date"] == "2026-11-14"
        assert int(row["days_overdue"]) > 0
    assert "Download the chase list (CSV)" in [each.label for each in page().get("download_button")]


def test_a_template_is_one_press_away_for_one_directorate_and_for_each() -> None:
    labels = [each.label for each in page(directorate="FIN").get("download_button")]
    assert "Download the template (Excel)" in labels and "The same as CSV files (zip)" in labels
    every = [each.label for each in page().get("download_button")]
    assert [each for each in every if each.startswith("Template: ")] == [
        f"Template: {row['label']}" for row in choices("directorates")
    ]


def test_nothing_due_says_when_the_first_return_is() -> None:
    words = said(page(directorate="FIN", period="2023-24 H2"))
    assert "Nothing is due from Finance for October 2023 to March 2024" in words
    assert "Its first return is due for October 2024 to March 2025" in words
