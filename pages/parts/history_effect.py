"""What taking an upload back, or bringing it back, would do: in words, before and after."""

from collections.abc import Iterable, Sequence
from datetime import date

from pages.parts.history_words import Row
from pages.parts.sentences import day, listed, number, of

DONE = {
    "will no longer count": "no longer counts",
    "nothing will count": "nothing counts",
    "will count again": "counts again",
    "this is a correction, and pages will say so": "this was a correction, and pages say so",
}


def effect(upload: int, rows: Iterable[Row], act: str) -> list[str]:
    """What withdrawing or restoring an upload would do, a sentence each.

    `rows` are what is in it, from `returns/upload_items`.
    """
    found = list(rows)
    if act == "restore":
        return restoring(upload, found)
    mine = [row for row in found if row["counting"] == upload]
    back = [row for row in mine if row["before"]]
    said = [f"Upload {upload} will no longer count"]
    if back:
        older = listed(f"upload {each}" for each in sorted({row["before"] for row in back}))
        said.append(f"For {part(back, found)} what was sent before counts again ({older})")
    if gone := [row for row in mine if not row["before"]]:
        said.append(f"For {part(gone, found)} nothing was sent before, so nothing will count")
    return said + [replaced(len(found) - len(mine))] * (len(mine) < len(found))


def restoring(upload: int, rows: list[Row]) -> list[str]:
    """What restoring an upload would do."""
    mine = [row for row in rows if row["counting"] is None or row["counting"] < upload]
    said = [f"Upload {upload} will count again for {part(mine, rows)}"]
    over = sorted({row["counting"] for row in mine if row["counting"]})
    if over:
        said.append(f"It takes the place of {listed(f'upload {each}' for each in over)} there")
    return said + [replaced(len(rows) - len(mine))] * (len(mine) < len(rows))


def part(some: Sequence[Row], rows: Sequence[Row]) -> str:
    """How much of what is in an upload: all 4 projects, 2 of 4 projects, its one project."""
    noun = "project" if any(row["project_id"] for row in rows) else "return"
    if len(rows) == 1:
        return f"its one {noun}"
    return f"all {number(len(rows))} {noun}s" if len(some) == len(rows) else f"{of(len(some), len(rows))} {noun}s"


def replaced(size: int) -> str:
    """That a newer upload has replaced some of it, which stays so."""
    return f"{number(size)} {'was' if size == 1 else 'were'} replaced since, and {'stays' if size == 1 else 'stay'} so"


def final(upload: int, rows: Iterable[Row], act: str) -> str:
    """That the act corrects figures that are final, or "" when none is."""
    touched = [row for row in rows if act == "restore" or row["counting"] == upload]
    days: list[date] = sorted({row["due_date"] for row in touched if row["final"]})
    if not days:
        return ""
    return f"These figures are final since {listed(map(day, days))}, so this is a correction, and pages will say so"


def done(words: str) -> str:
    """What an act was going to do, as what it did."""
    for before, after in DONE.items():
        words = words.replace(before, after)
    return words
