"""A question's header: the comment lines that state what it answers, parameter by parameter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.mistakes import AuthorMistake

KINDS = ("label", "people", "work", "open")
TYPES = ("timestamp", "text", "integer")
HEADINGS = ("Grain", "Source", "Parameters", "Columns")


@dataclass(frozen=True)
class Parameter:
    """What a question can be asked for: `choices` is "free", or where its values are listed."""

    name: str
    type: str
    choices: str
    meaning: str


@dataclass(frozen=True)
class Column:
    """One column of an answer: its kind, its meaning and its unit ("" for a label).

    `origin` names the column that a figure was worked out of; its kind is then "from".
    """

    name: str
    kind: str
    meaning: str
    unit: str
    origin: str | None = None


@dataclass(frozen=True)
class Header:
    """A header as it is written: the question in English, grain, source, parameters, columns."""

    text: str
    grain: str
    source: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]


def _under_headings(address: str, sql: str) -> dict[str, list[str]]:
    """The comment lines at the top, by the heading they stand under ("" for those above any)."""
    found: dict[str, list[str]] = {"": []}
    heading = ""
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        said = line[2:].rstrip()
        named = re.match(rf" ({'|'.join(HEADINGS)}):\s*(.*)", said)
        if named:
            heading = named[1]
            found[heading] = [named[2]] if named[2] else []
        elif said.strip():
            found[heading].append(said)
    for wanted in HEADINGS:
        if not found.get(wanted):
            raise AuthorMistake(f"{address}: the header has no “{wanted}:”. Add it.")
    return found


def _cells(address: str, lines: list[str], parts: int) -> Iterator[list[str]]:
    for line in lines:
        cells = re.split(r" {2,}", line.strip())
        if len(cells) < parts:
            raise AuthorMistake(
                f"{address}: “{line.strip()}” has {len(cells)} parts, set apart by two spaces or "
                f"more; {parts} were wanted."
            )
        yield [*cells[: parts - 1], " ".join(cells[parts - 1 :])]


def _parameter(address: str, name: str, type_: str, choices: str, said: str) -> Parameter:
    if type_ not in TYPES:
        raise AuthorMistake(f"{address}: parameter {name} is “{type_}”, which is none of {TYPES}.")
    if choices != "free" and not choices.startswith("one of "):
        raise AuthorMistake(
            f"{address}: parameter {name} is “{choices}”. Say free, or “one of” what lists its values."
        )
    return Parameter(name, type_, choices, said)


def _column(address: str, name: str, kind: str, said: str) -> Column:
    unit = re.search(r"\[(.+)\]$", said)
    meaning = said[: unit.start()].strip() if unit else said
    origin = kind.removeprefix("from ") if kind.startswith("from ") else None
    if origin is None and kind not in KINDS:
        raise AuthorMistake(f"{address}: column {name} has no kind: “{kind}” is none of {KINDS}.")
    if unit is None and kind != "label":
        raise AuthorMistake(f"{address}: column {name} has no unit. End its line with [unit].")
    shown = "from" if origin else kind
    return Column(name, shown, meaning, unit[1] if unit else "", origin)


def read_header(address: str, sql: str) -> Header:
    """The header of a question's SQL. Raises AuthorMistake for one that does not say it all."""
    found = _under_headings(address, sql)
    text = " ".join(line.strip() for line in found[""])
    if not text.endswith("?"):
        raise AuthorMistake(f"{address}: the first line is not a question ending in “?”.")
    parameters = [_parameter(address, *cells) for cells in _cells(address, found["Parameters"], 4)]
    columns = [_column(address, *cells) for cells in _cells(address, found["Columns"], 3)]
    grain, source = " ".join(found["Grain"]), " ".join(found["Source"])
    return Header(text, grain, source, tuple(parameters), tuple(columns))
