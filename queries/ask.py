"""ask(): the only door to the database for a page."""

import threading
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import duckdb

from data.database import Database
from data.demo import open_demonstration
from data.mistakes import AuthorMistake
from data.settings import area, database_path, demo_folder, own_lists
from data.start import open_dashboard
from queries.answer import Answer, Note, Row, freeze
from queries.lists import entries, half_year
from queries.moments import A_MOMENT, end_of, moment_for, now_shown
from queries.owned import ABOUT_UPLOADS, directorates_of, own, who_asks
from queries.question import Question, questions

TYPED = {"timestamp": datetime, "text": str, "integer": int}
_opening = threading.Lock()
_open: list[Database] = []
_kept_for: list[tuple[int, str]] = []


def ready() -> None:
    """Open the database if it is not open. Raises NotReady with one sentence when it cannot be used."""
    _database().read("select 1")


def close() -> None:
    """Close the database and forget every answer."""
    with _opening:
        while _open:
            _open.pop().close()
        _answered.cache_clear()


def _database() -> Database:
    with _opening:
        if not _open:
            _open.append(_opened())
        return _open[0]


def _opened() -> Database:
    if demo_folder():
        return open_demonstration(database_path())
    return open_dashboard(database_path(), own_lists())


def complete(database: Database, question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """What the question is asked with: `given`, and the usual `as_at` and `area` where it has none.

    A date given for a moment means its last moment. Raises AuthorMistake for a parameter the
    question lacks or does not have, and for a value of another type than its header states.
    """
    types = {parameter.name: parameter.type for parameter in question.parameters}
    asked = {name: value for name, value in given.items() if (name, value) != ("as_at", None)}
    if "as_at" in types.keys() - asked.keys():
        asked["as_at"] = now_shown(database)
    if "area" in types.keys() - asked.keys():
        asked["area"] = area()
    if set(asked) != set(types):
        raise AuthorMistake(
            f"{question.address}: asked with {sorted(asked)}; its parameters are {sorted(types)}."
        )
    for name, value in asked.items():
        if type(value) is date and types[name] == "timestamp":
            asked[name] = end_of(value)
        elif type(value) is not TYPED[types[name]]:
            raise AuthorMistake(
                f"{question.address}: asked with {name} = {value!r}; wanted a {types[name]}."
            )
    return asked


def ask(address: str, **parameters: Any) -> Answer:
    """The answer to the question at this address, such as "maturity/projects_by_step".

    `as_at` is the moment to show, the one chosen for all pages unless it is given (a date means its
    last moment), and now where none was chosen; single uploads are shown as they are now. `area` is the area that people are compared with, the configured one unless given. Answers
    are kept until the data changes. Raises AuthorMistake for a question that is not there, a
    parameter it lacks, does not have or cannot take, or a header that is not true of what
    comes back; NotAllowed when nobody acts who may see anything.
    """
    person = who_asks(address)
    question = questions().get(address)
    if question is None:
        raise AuthorMistake(f"There is no question {address}: no file queries/{address}.sql.")
    database = _database()
    asked = complete(database, question, parameters | moment_for(question, parameters))
    _forget_others((id(database), database.version))
    found = _answered(address, tuple(sorted(asked.items())), id(database), database.version)
    if person.for_all or address not in ABOUT_UPLOADS:
        return found
    as_at = tuple((name, value) for name, value in asked.items() if name == "as_at")
    uploads = _answered("returns/uploads", as_at, id(database), database.version)
    return own(found, uploads, directorates_of(database, person))


def _forget_others(state: tuple[int, str]) -> None:
    """Let go of the answers from another state of the data: nobody asks for them again."""
    if _kept_for != [state]:
        _kept_for[:] = [state]
        _answered.cache_clear()


@lru_cache(maxsize=2048)
def _answered(
    address: str, asked: tuple[tuple[str, Any], ...], _which: int, _version: str
) -> Answer:
    """Kept by question, parameters and the data's version, never by time."""
    return answer(_database(), questions()[address], dict(asked))


def answer(database: Database, question: Question, asked: Mapping[str, Any]) -> Answer:
    """The answer from this database, unkept; checked against the question's header."""
    try:
        table = database.read(question.sql, asked)
    except duckdb.Error as error:
        raise AuthorMistake(f"{question.address}: does not run: {error}") from None
    stated = tuple(column.name for column in question.columns)
    if table.names != stated:
        raise AuthorMistake(
            f"{question.address}: the header lists the columns {stated}, and {table.names} come back."
        )
    moment = asked.get("as_at", end_of(date.today()))
    note = Note(
        question.source,
        half_year(database, asked.get("period")),
        question.counts_people,
        moment.date(),
        str(_council(database)["notice"] or ""),
        None if moment == end_of(moment.date()) else moment + A_MOMENT,
    )
    parameters = MappingProxyType(dict(asked))
    return Answer(question, parameters, freeze(table.rows, table.names), note)


def _council(database: Database) -> Row:
    return entries(database, "council")[0]


def council() -> Row:
    """Who this is: name, whether it is the made-up example, and the notice for every page."""
    return _council(_database())
