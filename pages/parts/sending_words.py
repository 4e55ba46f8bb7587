"""What an officer is told about a file, in sentences: what it is, what it would change."""

from collections.abc import Sequence

from queries import Change, Received, choices

from pages.parts.sentences import count, day, listed, number

REASON = "Why the figures, which were final, are corrected"
PEOPLE = ("participation", "maturity")
Row = dict[str, str | int]


def verdict(files: Sequence[Received], status: str) -> str:
    """The one sentence at the top of a check."""
    wrong = [one for each in files for one in each.must_fix]
    asked = sum(len(each.unsure) for each in files)
    if asked and all(one.kind == "unsure" for one in wrong):
        return f"{count(asked, 'column')} to settle first"
    if wrong:
        return f"{count(len(wrong), 'cell or row', 'cells or rows')} must be put right first"
    if status == "already":
        return already(files)
    return "No problems found"


def already(files: Sequence[Received]) -> str:
    """That everything in the files counts already, since when and as which upload."""
    told = [
        f"{each.title}: already sent on {day(each.sent_on)}, as upload {each.upload}"
        for each in files
        if each.status == "already" and each.sent_on
    ]
    return "; ".join(told) or "Already sent"


def read_as(received: Received) -> str:
    """What a file was read as, in one line: rows, and what was passed over."""
    said = [f"{count(received.rows, 'row')} read"]
    if received.unanswered:
        said.append(f"{count(received.unanswered, 'row')} without an answer left out")
    if received.left_out:
        said.append(f"{count(received.left_out, 'row')} left out because of problems")
    if received.nothing_changed:
        projects = count(received.nothing_changed, "project")
        said.append(f"{projects} with nothing changed, the last ratings sent again")
    return f"{', '.join(said)}. {' '.join(received.notes)}".strip()


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
    if any(each.return_name in PEOPLE and each.status == "loaded" for each in files):
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


def receipt(files: Sequence[Received]) -> str:
    """The sentence of a receipt: under which numbers it was received."""
    sent = [str(each.upload) for each in files if each.status == "loaded"]
    if not sent:
        return already(files)
    return f"Sent: {'upload' if len(sent) == 1 else 'uploads'} {listed(sent)}"
