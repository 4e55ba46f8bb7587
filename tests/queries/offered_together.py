"""What is offered at once by chance: a file, several, a workbook of several returns, or one return twice."""

import io
from dataclasses import dataclass

import xlsxwriter

from data.intake import Offer
from tests.data.sending import text
from tests.queries.offered import Held, Made, Offered, Row, Slices

SORTS = {"one file": 4, "several files": 3, "a workbook": 3, "one return twice": 2}
MOST = 3


@dataclass(frozen=True)
class Together:
    """Offers, what sort of sending they are, and the slices that each return is about."""

    sort: str
    offers: list[Offer]
    slices: dict[str, Slices]


def together(offered: Offered, held: Held) -> Together:
    """The next sending."""
    (sort,) = offered.chance.choices(list(SORTS), list(SORTS.values()))
    made = [offered.file(held)]
    if sort == "one return twice":
        made.append(offered.again(made[0]))
    many = offered.chance.randint(2, MOST) if sort in ("several files", "a workbook") else 1
    while len(made) < many:
        more = offered.file(held)
        if more.schema not in [each.schema for each in made]:
            made.append(more)
    offers = [_workbook(made)] if sort == "a workbook" else [_file(*each) for each in enumerate(made)]
    return Together(sort, offers, {each.schema.name: each.slices for each in made})


def _file(place: int, made: Made) -> Offer:
    return Offer(f"{place}-{made.schema.name}.csv", text(made.rows), good_rows=made.good_rows)


def _workbook(made: list[Made]) -> Offer:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        for each in made:
            page = book.add_worksheet(each.schema.name)
            for place, cells in enumerate(_cells(each.rows)):
                for column, cell in enumerate(cells):
                    page.write_string(place, column, cell)
    return Offer("all.xlsx", content.getvalue(), good_rows=any(each.good_rows for each in made))


def _cells(rows: list[Row]) -> list[list[str]]:
    said = [["" if value is None else str(value) for value in row.values()] for row in rows]
    return [list(rows[0]), *said]
