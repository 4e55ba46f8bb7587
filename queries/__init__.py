"""Middle floor: one SQL file a question, and ask(), the only door to the database for a page."""

from data.intake import Delivery, Effect, Finding, Offer, Outcome, Received, Unsure, file_given_back, findings
from data.intake import listed_rows
from data.mistakes import AuthorMistake, ChangedMeanwhile, NotReady, WrongUse
from data.settings import area
from queries.answer import Answer, Note
from queries.ask import ask, choices, close, council, ready
from queries.header import Column, Parameter
from queries.preview import Change, Preview, preview
from queries.question import Question, questions
from queries.sending import COUNTS_PEOPLE, moment, send, version
from queries.sent import original, restore, withdraw
from queries.template import template, template_name

__all__ = [
    "COUNTS_PEOPLE",
    "Answer",
    "AuthorMistake",
    "Change",
    "ChangedMeanwhile",
    "Column",
    "Delivery",
    "Effect",
    "Finding",
    "NotReady",
    "Note",
    "Offer",
    "Outcome",
    "Parameter",
    "Preview",
    "Question",
    "Received",
    "Unsure",
    "WrongUse",
    "area",
    "ask",
    "choices",
    "close",
    "council",
    "file_given_back",
    "findings",
    "listed_rows",
    "moment",
    "original",
    "preview",
    "questions",
    "ready",
    "restore",
    "send",
    "template",
    "template_name",
    "version",
    "withdraw",
]
