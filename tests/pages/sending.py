"""An officer before the Send page without a browser: files chosen, questions answered, sent."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.data.sending import text
from tests.example import example_database
from tests.pages.drawing import lent, said

PERIOD = "2025-26 H2"
LATE = "2026-27 H1"
RATING = {
    "project_id": "ACH-P01", "period": PERIOD, "design": 7, "decisions": 4, "delivery": 3,
    "evaluation": "NS", "rated_by": "staff", "aiming_for": 6, "evidence": "Minutes of the board",
    "people": 37,
}  # fmt: skip
Row = Mapping[str, str | int]


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """A copy of the example, lent to the pages, that a test may change."""
    yield from lent(Path(shutil.copy(example_database(), tmp_path / "own.duckdb")))


def body() -> None:
    """The page."""
    from pages.returns.send import send

    send()


def choose(*files: tuple[str, bytes | list[Row]], **filters: str) -> AppTest:
    """The page after these files were chosen."""
    at = AppTest.from_function(body, default_timeout=90)
    for name, code in filters.items():
        at.query_params[name] = code
    at.run()
    assert not at.exception
    chosen = [
        (name, held if isinstance(held, bytes) else text(held), "text/csv") for name, held in files
    ]
    at.file_uploader[0].set_value(chosen).run()
    assert not at.exception
    return at


def headline(at: AppTest) -> str:
    """The sentence at the top."""
    return said(at).replace("\\", "") if not at.header else at.header[0].value.replace("\\", "")


def press(at: AppTest, label: str) -> AppTest:
    """Press the button with this label, which must be there once."""
    (button,) = [each for each in at.button if each.label == label]
    return button.click().run()


def tables(at: AppTest) -> list[list[dict[str, str]]]:
    """Every table as rows, a cell as the reader sees it."""
    return [
        [
            {name: str(cell).replace("\\", "") for name, cell in row.items()}
            for row in each.value.to_dict("records")
        ]
        for each in at.table
    ]
