"""A large return: lists that hold 100,000 different rows of participation, and a file of them.

One file holds one directorate and one unit, so the rows differ in half-year, characteristic and
category. No council has 50 characteristics of 200 categories each; rows of that many are what a
region's file or a year of monthly counts would have, and each of them is right.
"""

import csv
import random
import shutil
from pathlib import Path

from data.settings import SHIPPED_LISTS

HALF_YEARS, CHARACTERISTICS, CATEGORIES = 10, 50, 200
HEADER = ("directorate", "period", "unit", "characteristic", "category", "count")
FAULTS = ("blank", "words", "negative", "category", "unit")
Place = tuple[int, str]
Rows = list[list[str]]


def periods() -> list[tuple[str, str, str]]:
    """The half-years, oldest first: code, first day, last day. The last ended in September 2026."""
    found = []
    for half in range(2026 * 2 - HALF_YEARS + 1, 2026 * 2 + 1):
        year, second = divmod(half, 2)
        code = f"{year}-{(year + 1) % 100:02} H{second + 1}"
        first, last = ("10-01", f"{year + 1}-03-31") if second else ("04-01", f"{year}-09-30")
        found.append((code, f"{year}-{first}", last))
    return found


def characteristics() -> list[str]:
    """The codes of the characteristics that the file counts."""
    return [f"question_{number:02}" for number in range(1, CHARACTERISTICS + 1)]


def categories() -> list[str]:
    """The codes of the categories of each."""
    return [f"group_{number:03}" for number in range(1, CATEGORIES + 1)]


def _add(path: Path, rows: list[list[str]]) -> None:
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def write_lists(folder: Path) -> None:
    """A council's own lists, with the half-years, characteristics and categories of the file."""
    folder.mkdir(parents=True)
    for name in ("services", "characteristics", "categories"):
        shutil.copyfile(SHIPPED_LISTS / f"{name}.csv", folder / f"{name}.csv")
    directorates = (SHIPPED_LISTS / "directorates.csv").read_text(encoding="utf-8")
    (folder / "directorates.csv").write_text(directorates, encoding="utf-8")
    (folder / "council.csv").write_text("name,example,notice\nBorough of Large,no,\n")
    (folder / "periods.csv").write_text("code,label,year,start,end,due,status,order\n")
    _add(folder / "periods.csv", [
        [code, f"Half-year {code}", code[:7], first, last, last, "open", str(order)]
        for order, (code, first, last) in enumerate(periods(), 1)
    ])  # fmt: skip
    _add(folder / "characteristics.csv", [
        [code, code.replace("_", " ").title(), str(order), "yes", "no", ""]
        for order, code in enumerate(characteristics(), 10)
    ])  # fmt: skip
    _add(folder / "categories.csv", [
        [whose, code, f"{code} of {whose}", str(order), "yes", "no", "", "2020-04-01", ""]
        for whose in characteristics() for order, code in enumerate(categories(), 1)
    ])  # fmt: skip


def right_rows(half_years: int = HALF_YEARS, unit: str = "people") -> Rows:
    """Rows without a fault: in each half-year every characteristic adds up to the same total."""
    chance = random.Random(7)
    counts = [chance.randrange(60) for _ in categories()]
    rows = []
    for period, _, _ in periods()[-half_years:]:
        for whose in characteristics():
            chance.shuffle(counts)
            rows += [
                ["ACH", period, unit, whose, code, str(count)]
                for code, count in zip(categories(), counts, strict=True)
            ]
    return rows


def with_faults(rows: Rows, many: int) -> tuple[Rows, set[Place]]:
    """The rows with faults planted, and the cells they are in: row of the file, and column.

    A sixth of them are rows that stand twice, whose second one is the fault, in its key.
    """
    chance, rows = random.Random(11), [list(row) for row in rows]
    chosen = chance.sample(range(1, len(rows)), many)
    twice, places = many // 6, set()
    for number, at in enumerate(chosen[twice:]):
        places.add((at + 2, _spoil(rows[at], FAULTS[number % len(FAULTS)], number)))
    whole = set(range(len(rows))) - set(chosen)
    for at in chance.sample(sorted(whole), twice):
        rows.append(list(rows[at]))
        places.add((len(rows) + 1, "key"))
    return rows, places


def _spoil(row: list[str], fault: str, number: int) -> str:
    """Plant one fault in a row, and return its column."""
    if fault in ("blank", "words", "negative"):
        row[5] = {"blank": "", "words": "about twelve", "negative": f"-{number + 1}"}[fault]
        return "count"
    column = HEADER.index(fault)
    row[column] = f"no such {fault} {number}"
    return fault


def write(path: Path, rows: Rows) -> None:
    """The rows as a CSV file under their header."""
    path.write_text(",".join(HEADER) + "\n", encoding="utf-8")
    _add(path, rows)
