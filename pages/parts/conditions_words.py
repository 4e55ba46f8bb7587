"""What the page on the conditions says, in plain English made by rule from the answers."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from pages.parts.sentences import day, listed

Row = Mapping[str, Any]
NAMED, NAMED_IN_COUNCIL = 4, 2
NO_RETURN = "no return"
ANSWERS = ("yes", "partly", "no", "not sure")
OPENINGS = {
    "yes": "yes in", "partly": "partly in", "no": "no in", "not sure": "not sure in",
    "not answered": "not answered in", "no return": "no return from", "not asked": "not asked yet in",
}  # fmt: skip
NOTHING_BEFORE = "There are no answers from the year before to compare with"
JIGSAW = (
    "The four pieces are those of the jigsaw of the Social Care Institute for Excellence (SCIE). "
    "The answers are the directorates’ own, shown one by one and never added up."
)


def quoted(row: Row) -> str:
    """A condition in a few words, in quotation marks."""
    return f"“{row['item_name']}”"


def of_directorate(rows: Sequence[Row]) -> list[str]:
    """What is new since last year in one directorate, and what it answers no to."""
    new = [quoted(row) for row in rows if row["change"] == "new yes"]
    refused = [quoted(row) for row in rows if row["answer"] == "no"]
    where = f" in {rows[0]['directorate_name']}"
    return [compared(rows, listed(new, NAMED), where), f"Answered no: {listed(refused, NAMED) or 'nothing'}"]


def of_council(rows: Sequence[Row]) -> list[str]:
    """What is new since last year, and what is answered no, each with its directorates."""
    new = by_condition([row for row in rows if row["change"] == "new yes"])
    refused = by_condition([row for row in rows if row["answer"] == "no"])
    said = listed(refused, NAMED_IN_COUNCIL) or "nothing"
    return [compared(rows, listed(new, NAMED_IN_COUNCIL), ""), f"Answered no: {said}"]


def compared(rows: Iterable[Row], new: str, where: str) -> str:
    """The answers that became yes since last year, already in words; or why there are none."""
    if new:
        return f"New yes since last year{where}: {new}"
    if all(row["change"] == "not compared" for row in rows):
        return NOTHING_BEFORE
    return f"No answer{where} has become yes since last year"


def by_condition(rows: Iterable[Row]) -> list[str]:
    """Each condition among these answers with its directorates, in the order of the list."""
    found: dict[tuple[int, str], list[str]] = {}
    for row in rows:
        found.setdefault((row["item_order"], quoted(row)), []).append(row["directorate_name"])
    return [f"{said} ({together(names)})" for (_, said), names in sorted(found.items())]


def together(names: Iterable[str]) -> str:
    """Directorates in a row; semicolons between them, since a name may have a comma of its own."""
    return "; ".join(names)


def of_question(rows: Sequence[Row]) -> list[str]:
    """One condition in every directorate: its question, who answers what, and what is new."""
    said = []
    for answer, opening in OPENINGS.items():
        names = [row["directorate_name"] for row in rows if row["answer"] == answer]
        if names:
            said.append(f"{opening} {together(names)}")
    new = [row["directorate_name"] for row in rows if row["change"] == "new yes"]
    last = f"New yes since last year: {together(new)}" if new else ""
    return [str(rows[0]["question"]), "; ".join(said), last]


def unanswered(rows: Iterable[Row]) -> str:
    """Which directorates sent no answers for the year; "" where all did."""
    names = list(dict.fromkeys(row["directorate_name"] for row in rows if row["answer"] == NO_RETURN))
    return f"No answers came from {listed(names)}." if names else ""


def since(row: Row) -> str:
    """An answer beside that of the year before: “new: was no last year”.

    Nothing in the first year, nor where there is an answer in neither.
    """
    before = row["answer_before"]
    if before is None or (before == row["answer"] and before not in ANSWERS):
        return ""
    if row["change"] == "same answer":
        return "the same last year"
    if before in ANSWERS:
        return f"{'new: ' if row['change'] == 'new yes' else ''}was “{before}” last year"
    return f"{before} last year"


def when(row: Row, halves: Mapping[str, str]) -> str:
    """Which year's answers these are, and with which half-year they were sent."""
    half = halves[row["sent_with"]]
    return f"Answered once a year: these are the answers for {row['year']}, sent with {half}."


def unsent(row: Row, mailbox: str, due: date) -> tuple[str, str] | None:
    """Why a directorate has no answers for the year, and what to do; None where it has."""
    if row["state"] == "not asked":
        said = f"{row['directorate_name']} was not asked yet for {row['year']}"
        return said, "Choose a later half-year, or another directorate"
    said = f"{row['directorate_name']} has not sent its answers for {row['year']}"
    if row["state"] == "missing":
        return f"{said}; they were due on {day(due)}", f"To ask for them, write to {mailbox}"
    if row["state"] == "not due yet":
        return f"{said} yet; they are due on {day(due)}", f"To ask for them early, write to {mailbox}"
    return None
