"""A question: one SQL file whose header says what it answers, and is checked to be true."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.mistakes import AuthorMistake
from queries.header import Column, Parameter, read_header
from queries.reads import protected, reads, used_parameters

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Question:
    """A question as its file states it: address, English, grain, source, parameters, columns."""

    address: str
    text: str
    grain: str
    source: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sql: str
    reads: frozenset[str]

    @property
    def counts_people(self) -> bool:
        """Whether any of its figures is a count of people."""
        return any(column.kind == "people" for column in self.columns)


def _check_origins(question: Question) -> None:
    origins = {column.name: column.origin for column in question.columns}
    for column in question.columns:
        passed, name = {column.name}, column.origin
        while name is not None:
            if name not in origins:
                raise AuthorMistake(
                    f"{question.address}: {column.name} is from {name}, which is no column of it."
                )
            if name in passed:
                raise AuthorMistake(f"{question.address}: {column.name} is from itself.")
            passed.add(name)
            name = origins[name]


def _check_people(question: Question) -> None:
    if question.counts_people != bool(question.reads & protected()):
        raise AuthorMistake(
            f"{question.address}: a people column and a protected definition "
            f"({', '.join(sorted(protected()))}) go together; here there is only one of them."
        )


def _check_parameters(question: Question) -> None:
    used = used_parameters(question.sql)
    stated = {parameter.name for parameter in question.parameters}
    if used != stated:
        raise AuthorMistake(
            f"{question.address}: the header lists the parameters {sorted(stated)}, the SQL uses "
            f"{sorted(used)}. Make them agree."
        )


def read_question(path: Path, root: Path = HERE) -> Question:
    """The question in a file. Raises AuthorMistake when its header is not true of its SQL."""
    address = path.relative_to(root).with_suffix("").as_posix()
    sql = path.read_text(encoding="utf-8")
    header = read_header(address, sql)
    question = Question(
        address,
        header.text,
        header.grain,
        header.source,
        header.parameters,
        header.columns,
        sql,
        reads(address, sql),
    )
    _check_origins(question)
    _check_people(question)
    _check_parameters(question)
    return question


@cache
def questions() -> dict[str, Question]:
    """Every question by its address, in the order of the addresses."""
    files = sorted(HERE.glob("*/*.sql"))
    return {question.address: question for question in map(read_question, files)}
