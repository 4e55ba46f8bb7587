"""There and back: a template filled in with what was sent says so, and an empty one is refused."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from data.database import Database
from data.intake import Delivery, Offer, Outcome, take_in
from data.intake.template import csv_files, workbook
from data.reading import read
from data.schema import vocabulary
from data.start import open_ready
from tests.data.sending import NOW, PERIOD, PROJECT, RATING, text
from tests.data.template.filling import fill, saved, takes
from tests.data.template.opened import opened
from tests.data.template.worked_out import SENT, labelled


@pytest.fixture
def copied(example_file: Path, tmp_path: Path) -> Iterator[Database]:
    """The example council's database, to be sent to."""
    shutil.copyfile(example_file, tmp_path / "example.duckdb")
    database = open_ready(tmp_path / "example.duckdb")
    yield database
    database.close()


def sent(database: Database, *files: tuple[str, bytes]) -> Outcome:
    """What became of files that are sent together."""
    delivery = Delivery(NOW, "a test", "Head of Testing", None, None)
    return take_in(database, [(delivery, [Offer(name, content) for name, content in files])])


def filled_in(book: Workbook, directorate: str, period: str) -> bytes:
    """The workbook with what that directorate sent for that half-year in its boxes."""
    theirs = {row["project_id"] for row in SENT.projects.values() if row["directorate"] == directorate}
    rated = [row for key, row in SENT.ratings.items() if key[0] in theirs and key[1] == period]
    fill(book, "maturity", takes(rated, "project_id"))
    stated = [row for (project, when), rows in SENT.themes.items() for row in rows
              if project in theirs and when == period]  # fmt: skip
    fill(book, "themes", takes(map(labelled, stated), "project_id", "main_or_also"))
    fill(book, "participation", takes(counts(directorate, period), "characteristic", "category"))
    answers = {row["item"]: row for row in SENT.sent("conditions")
               if (row["directorate"], row["period"]) == (directorate, period)}  # fmt: skip
    said = [{name: row[name] for name in ("item", "answer", "note")} for row in answers.values()]
    fill(book, "conditions", takes(said, "item"))
    return saved(book)


def counts(directorate: str, period: str) -> Iterator[dict[str, object]]:
    """What was counted, by the labels of characteristics and categories."""
    called = {row["code"]: row["label"] for row in SENT.list("characteristics")}
    labels = {(row["characteristic"], row["code"]): row["label"] for row in SENT.list("categories")}
    for characteristic, found in SENT.counts[directorate, period, "people"].items():
        for category, count in found.items():
            yield {"characteristic": called[characteristic], "category": labels[characteristic, category],
                   "count": count}  # fmt: skip


@pytest.mark.parametrize(("directorate", "period"), [("ACH", PERIOD), ("CFE", "2025-26 H2")])
def test_a_template_filled_in_with_what_was_sent_is_already_there(
    copied: Database, directorate: str, period: str
) -> None:
    book = opened(workbook(copied, directorate, period))
    outcome = sent(copied, ("returns.xlsx", filled_in(book, directorate, period)))
    assert [(each.status, each.return_name) for each in outcome.files if each.status != "already"] == []
    assert outcome.status == "already" and len(outcome.files) == len(book.sheetnames) - 2


def test_only_the_returns_are_found_in_a_template(example: Database) -> None:
    content = workbook(example, "ACH", PERIOD)
    sheets = read("returns.xlsx", content, vocabulary())
    assert [sheet.worksheet for sheet in sheets] == opened(content).sheetnames[1:-1]
    assert [len(sheet.records) for sheet in sheets] == [14, 9, 27, 59, 12]
    assert not any(sheet.problems for sheet in sheets)


def test_an_empty_template_changes_nothing(council: Database) -> None:
    assert sent(council, ("returns.xlsx", workbook(council, "ACH", PERIOD))).status != "loaded"
    assert sent(council, ("returns.xlsx", workbook(council, "LAW", PERIOD))).status == "rejected"
    files = csv_files(council, "ACH", PERIOD)
    assert sent(council, *files.items()).status != "loaded"


def test_a_title_that_looks_like_a_formula_comes_back_as_it_was(council: Database) -> None:
    title = '=HYPERLINK("x"),  @everyone'
    assert sent(council, ("projects.csv", text([{**PROJECT, "title": title}]))).status == "loaded"
    outcome = sent(council, ("returns.xlsx", workbook(council, "ACH", PERIOD)))
    assert [each.status for each in outcome.files if each.return_name == "projects"] == ["already"]


def test_nothing_changed_sends_the_last_ratings_again(council: Database) -> None:
    book = opened(workbook(council, "ACH", "2025-26 H2"))
    evidence = {**RATING, "evidence": "Seen"}
    fill(book, "maturity", takes([{**evidence, "period": "2025-26 H2"}], "project_id"))
    assert sent_late(council, saved(book)).status == "loaded"
    book = opened(workbook(council, "ACH", PERIOD))
    fill(book, "maturity", takes([{"project_id": "ACH-1", "nothing_changed": "yes"}], "project_id"))
    assert sent(council, ("returns.xlsx", saved(book))).status == "loaded"
    found = council.read(
        "select design, decisions, rated_by, evidence from maturity_in_force(timestamp '9999-12-31') "
        f"where project_id = 'ACH-1' and period = '{PERIOD}'"
    )
    assert found.rows == [("5", "3", "staff", "Seen")]


def sent_late(database: Database, content: bytes) -> Outcome:
    """What became of a workbook for a half-year that is final."""
    delivery = Delivery(NOW, "a test", "Head of Testing", None, "A test")
    return take_in(database, [(delivery, [Offer("returns.xlsx", content)])])
