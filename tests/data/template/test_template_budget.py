"""The budget: three projects in under 20 minutes, worked out by hand."""

from data.database import Database
from data.intake.template import cells_to_fill, workbook
from tests.data.template.opened import opened


def test_three_projects_take_less_than_20_minutes(example: Database) -> None:
    """Three projects new to it, in a half-year that opens its year: as much as three can ask."""
    # Four stages, who rated and the aim; a main theme and its strength; the questions; the categories.
    asked = {"projects": 0, "maturity": 3 * 6, "themes": 3 * 2, "participation": 36, "conditions": 12}
    assert cells_to_fill(example, "REG", "2024-25 H1") == asked
    seconds = (18 + 6 + 12) * 20 + 36 * 5 + 3 * 60
    assert seconds == 18 * 60
    guidance = opened(workbook(example, "REG", "2024-25 H1"))["Guidance"]
    (told,) = [cell for row in guidance.iter_rows() for cell in row if cell.comment]
    assert told.value == "3 projects: 72 boxes to fill in, about 18 minutes."
    parts = ("36 ratings and choices at 20 seconds", "36 counts at 5 seconds", "each of 3 at 60 seconds")
    assert all(part in told.comment.text for part in parts)
