"""A form: one return as a template lays it out, whether as a worksheet or as a CSV."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.schema import Field, Schema

Value = str | int | date | None
LONGEST_SHEET_NAME = 31


@dataclass(frozen=True)
class Column:
    """One column of a form. Without a field it is for information only, and is not read back.

    `name` heads it in a CSV and `heading` in a workbook; `offered` fills its drop-down, `hint`
    shows beside a box that is being filled in, and `width` is in characters.
    """

    name: str
    heading: str
    explained: str
    example: str
    width: int
    field: Field | None = None
    offered: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class Row:
    """One row of a form: what is filled in already, by column name.

    `needed` are the boxes that must be filled in, `closed` those that this row does not offer;
    `begins` says that a group of rows begins here.
    """

    values: Mapping[str, Value]
    needed: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    begins: bool = False


@dataclass(frozen=True)
class Form:
    """One return laid out: a sentence on how to fill it in, columns, rows, and rows to spare.

    `example` is shown where there is no row, and is never read.
    """

    schema: Schema
    sentence: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    spare: int = 0
    example: Mapping[str, Value] | None = None

    @property
    def sheet_name(self) -> str:
        """Its title as a worksheet may be called: 31 characters, none of them reserved."""
        return re.sub(r"[\[\]:*?/\\]", " ", self.schema.title)[:LONGEST_SHEET_NAME].strip(" '")
