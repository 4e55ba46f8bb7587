"""What an officer is told about a file, in sentences: what it is, what it would change."""

from collections.abc import Sequence

from queries import COUNTS_PEOPLE, Change, Effect, Received, choices, findings

from pages.parts.sentences import count, day, listed, number

REASON = "Why the figures, which were final, are corrected"
Row = dict[str, str | int]


def verdict(files: Sequence[Received], status: str) -> str:
    """The one sentence at the top of a check."""
    wrong = [one for each in files for one in each.must_fix]
    strange = list(dict.fromkeys(each.file for each in files if each.return_name is None))
    if strange:
        return f"{listed(f'“{each}”' for each in strange)} cannot be read as a return"
    asked = sum(len(each.unsure) for each in files)
    if asked and all(one.kind == "unsure" for one in wrong):
        return f"{count(asked, 'column')} to settle first"
    if wrong:
        return f"{count(len(wrong), 'cell or row', 'cells or rows')} must be put right first"
    if status == "already":
        return already(files)
    again = sum(len(findings(each, "please_check")) for each in files)
    return f"No problems found; {count(again, 'thing')} to check" if again else "No problems found"


def already(files: Sequence[Received]) -> str:
    """That everything in the files counts already, since when and as which upload."""
    told = [
        f"{each.title}: already sent on {day(each.sent_on)}, as upload {each.upload}"
        for each in files
        if each.status == "already" and each.sent_on
    ]
    return "; ".join(told) or "Already sent"


def read_as(received: Received) -> str:
    """What a return was read as, in one line: its rows, and what was passed over."""
    if received.status == "untouched":
        return "no answer yet, so nothing of it is sent"
    said = [count(received.rows, "row")] if received.sheet else []
    if received.unanswered:
        said.append(f"{count(received.unanswered, 'row')} without an answer left out")
    if received.left_out:
        said.append(f"{count(received.left_out, 'row')} left out because of problems")
    if received.nothing_changed:
        said.append(f"{count(received.nothing_changed, 'project')} with nothing changed, rated as last time")
    if received.status == "already" and received.sent_on:
        said.append(f"already sent on {day(received.sent_on)}, as upload {received.upload}")
    return ", ".join(said)


def passed_over(received: Received) -> str:
    """What was not read of a file, in sentences; of our own template nothing is to be said."""
    sheet = received.sheet
    ours = sheet is not None and sheet.worksheet == received.title[:31]
    return "" if ours else " ".join(received.notes)


def summary(files: Sequence[Received]) -> str:
    """What happens to rows, in one sentence."""
    together = sum((each.effect for each in files if each.status == "loaded"), Effect())
    many = {"new": together.new, "changed": together.changed, "removed": together.removed}
    parts = [f"{count(rows, 'row')} {what}" for what, rows in many.items() if rows]
    return listed(parts) or "No row is new, changed or removed"


def rows_changed(files: Sequence[Received]) -> list[Row]:
    """A table row for each return: rows new, changed, removed, and the same."""
    return [
        {
            "Return": each.title,
            "New": number(each.effect.new),
            "Changed": number(each.effect.changed),
            "Removed": number(each.effect.removed),
            "The same": number(each.effect.same),
        }
        for each in files
        if each.status in ("loaded", "already")
    ]


def counts_apart(files: Sequence[Received]) -> str:
    """Why counts of people are not among the rows compared, where a file holds any."""
    if any(each.return_name in COUNTS_PEOPLE and each.status == "loaded" for each in files):
        return (
            "Counts of people are not compared here: figures about people are worked out when "
            "you send, so that nobody can find out an exact count by trying numbers."
        )
    return ""


def changes(found: Sequence[Change]) -> list[Row]:
    """A table row for each figure about work that changes: whose, what it counts, before, after."""
    labels = names("periods")
    several = len({each.period for each in found}) > 1
    return [
        {
            **({"Half-year": labels[each.period]} if several else {}),
            "Where": each.about or "Whole council",
            "Figure": capital(each.meaning),
            "Before": number(each.before or 0),
            "After": number(each.after or 0),
        }
        for each in found
    ]


def changing(found: Sequence[Change]) -> str:
    """What the table of figures about work is of: before and after, and of which half-years."""
    labels = names("periods")
    of = listed(labels[period] for period in dict.fromkeys(each.period for each in found))
    return f"Figures about work for {of}, before and after"


def capital(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


def own_counts(files: Sequence[Received]) -> list[Row]:
    """A table row for each characteristic the officer counted: their own total, nobody else's."""
    labels, periods = names("characteristics"), names("periods")
    return [
        {
            "Half-year": periods.get(period, period),
            "Counted": unit,
            "Characteristic": labels.get(about, about),
            "Your total": number(total),
        }
        for each in files
        for period, unit, about, total in each.counts
    ]


def names(listing: str) -> dict[str, str]:
    """The labels of a reference list by code."""
    return {str(row["code"]): str(row["label"]) for row in choices(listing)}
