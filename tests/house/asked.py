"""Questions written to a folder and read, to see which are refused."""

from pathlib import Path

from data.mistakes import AuthorMistake
from queries.question import Question, read_question

HEADER = """-- How many?
-- Grain: one row
-- Source: nobody
-- Parameters:
--   as_at  timestamp  free  returns received up to this moment count
-- Columns:
--   found  work  what is found [things]
"""


def written(folder: Path, text: str) -> Question:
    """The question in a file with this text. Raises AuthorMistake when it is refused."""
    path = folder / "topic" / "question.sql"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return read_question(path, folder)


def refusal(folder: Path, text: str) -> str:
    """Why a question is refused, or an empty text when it is not."""
    try:
        written(folder, text)
    except AuthorMistake as mistake:
        return str(mistake)
    return ""
