"""Middle floor: one SQL file a question, and ask(), the only door to the database for a page."""

from data.mistakes import AuthorMistake, NotReady
from data.settings import area
from queries.answer import Answer, Note
from queries.ask import ask, choices, close, council, ready
from queries.header import Column, Parameter
from queries.question import Question, questions

__all__ = [
    "Answer",
    "AuthorMistake",
    "Column",
    "NotReady",
    "Note",
    "Parameter",
    "Question",
    "area",
    "ask",
    "choices",
    "close",
    "council",
    "questions",
    "ready",
]
