"""What was sent in words: one upload in a line, and how it stands."""

from collections.abc import Mapping, Sequence
from typing import Any

from pages.parts.due_words import EVERY_RETURN
from pages.parts.palette import BLUE, INK, PAPER, State
from pages.parts.sentences import count, day, listed, number, of

Row = Mapping[str, Any]
STANDS = (
    State("counts now", "Counts now", BLUE, BLUE, PAPER, "■"),
    State("replaced in part", "Replaced in part", BLUE, BLUE, PAPER, "◧"),
    State("replaced", "Replaced", PAPER, BLUE, INK, "□"),
    State("withdrawn", "Withdrawn", PAPER, INK, INK, "◇"),
    State("erased", "Erased", PAPER, INK, INK, "×"),
)
NAMED = 2
LONGEST = 80


def found(rows: Sequence[Row], everything: int) -> str:
    """The headline over a list: how many of the uploads ever received, and how many count."""
    counting = sum(row["status"] in ("counts now", "replaced in part") for row in rows)
    said = count(len(rows), "upload")
    if len(rows) < everything:
        said = f"{of(len(rows), everything)} uploads match"
        return f"{said}; {number(counting)} of them {'counts' if counting == 1 else 'count'} now, in whole or in part"
    verb = "was" if len(rows) == 1 else "were"
    return f"{said} {verb} sent; {number(counting)} {'counts' if counting == 1 else 'count'} now, in whole or in part"


def title(row: Row) -> str:
    """An upload's number and its return."""
    return f"Upload {row['upload']}: {EVERY_RETURN[row['return_name']]}"


def in_two_lines(row: Row) -> tuple[list[str], list[str]]:
    """Whose an upload is, for which half-year and when it came; then its file, and who agreed it."""
    places = listed((row["directorate_names"] or "").split("; "), NAMED)
    came = f"sent {day(row['received_on'])}, {row['received_at']}"
    agreed = f"agreed by {row['agreed_by']}" if row["agreed_by"] else ""
    minutes = count(row["minutes"], "minute") if row["minutes"] else ""
    reason = f"reason: {row['reason']}" if row["reason"] else ""
    file = f"“{shortened(row['file_name'])}”"
    first = (places, row["period_labels"] or "", came)
    second = (file, count(row["row_count"], "row"), agreed, minutes, reason)
    return [each for each in first if each], [each for each in second if each]


def shortened(name: str) -> str:
    """A file's name, cut so that one endless name does not fill the page."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def stands(row: Row) -> str:
    """The headline of one upload: whether it counts now."""
    said = f"Upload {row['upload']}"
    return {
        "counts now": f"{said} counts now",
        "replaced in part": f"{said} counts in part: {of(row['counting'], row['items'])} {things(row)}",
        "replaced": f"{said} was replaced: newer uploads count for everything in it",
        "withdrawn": f"{said} was withdrawn, so nothing in it counts",
        "erased": f"{said} was erased for good; only this record of it remains",
    }[row["status"]]


def things(row: Row) -> str:
    """What an upload is made of: the things that a newer one replaces together."""
    return "returns of a directorate" if row["return_name"] in ("participation", "conditions") else "projects"


def told(row: Row) -> list[tuple[str, str]]:
    """What is known of an upload, each fact under its name; what was not said is left out."""
    facts = (
        ("File", row["file_name"]),
        ("Rows taken in", number(row["row_count"])),
        ("Rows left out by the sender", number(row["rows_left_out"]) if row["rows_left_out"] else ""),
        ("Columns left out", row["columns_left_out"] or ""),
        ("Notes", f"{row['notes']}" if row["notes"] else ""),
        ("Agreed by", row["agreed_by"] or "not said"),
        ("Time it took", count(row["minutes"], "minute") if row["minutes"] else "not said"),
        ("Reason for the correction", row["reason"] or ""),
    )
    return [(name, said) for name, said in facts if said]


def act(row: Row) -> str:
    """One act on an upload: when, what, by whom and why."""
    by = f", {'agreed by' if row['act'] == 'sent' else 'by'} {row['done_by']}" if row["done_by"] else ""
    why = f": “{row['reason']}”" if row["reason"] else ""
    return f"{day(row['done_on'])}, {row['done_at']}: {row['act']}{by}{why}"
