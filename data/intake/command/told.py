"""What the command tells: a record for machines, words for people, and whether it refused."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from data.in_words import many
from data.intake.final import MESSAGE
from data.intake.outcome import Outcome, Received
from data.intake.report import findings
from data.intake.shown import on_one_line
from data.mistakes import Problem

SAID = {"must_fix": "Must fix", "please_check": "Please check"}
LEFT_OUT = "Left out, to be put right"
SENT = {
    "loaded": "sent as upload {upload}: {rows}.",
    "partial": "sent as upload {upload}: {rows}; {left_out} left out.",
    "already": "already sent, as upload {upload}; nothing was changed.",
    "rejected": "refused; nothing was sent.",
    "held back": "nothing is wrong with it, and nothing was sent because of the others.",
    "untouched": "holds no answers and was passed over.",
}
CHECKED = SENT | {
    "loaded": "can be sent: {rows}.",
    "partial": "can be sent: {rows}; {left_out} would be left out.",
    "rejected": "would be refused.",
    "held back": "nothing is wrong with it; it cannot be sent because of the others.",
}


@dataclass(frozen=True)
class Told:
    """What came of a command. `record` is what --json prints, `words` what is printed without."""

    record: Any
    words: str
    refused: bool = False


def failed(error: str) -> dict[str, Any]:
    """The record of a command that could not be carried out."""
    return _record("rejected", None, (), error)


def received(outcome: Outcome, trying: bool) -> Told:
    """What became of the returns in a file, or with `trying` what would become of them."""
    files = [_final(each) for each in outcome.files] if trying else list(outcome.files)
    said = [each for each in files if each.status != "untouched"]
    status = _together(said)
    record = _record(status, None, said)
    if len(said) == 1:
        record |= _one(said[0], trying)
    else:
        record["files"] = [{"file": each.file, **_one(each, trying)} for each in files]
    words = "\n".join(line for each in files for line in _lines(each, trying))
    return Told(record, words, status == "rejected")


def _final(each: Received) -> Received:
    """A look does not refuse a change of final figures that lacks its reason; a sending does."""
    if not each.needs_reason or each.status not in ("loaded", "held back"):
        return each
    problem = Problem(each.file, None, "period", None, MESSAGE, kind="final")
    return replace(each, status="rejected", problems=(*each.problems, problem))


def _status(each: Received) -> str:
    return "partial" if each.status == "loaded" and each.left_out else each.status


def _together(files: Iterable[Received]) -> str:
    states = {_status(each) for each in files}
    return next((each for each in ("rejected", "partial", "loaded") if each in states), "already")


def _record(
    status: str, return_name: str | None, files: Iterable[Received], error: str | None = None
) -> dict[str, Any]:
    found = list(files)
    return {
        "status": status,
        "return": return_name,
        "upload": None,
        "rows": 0 if status == "rejected" else sum(each.rows for each in found),
        "rows_left_out": 0 if status == "rejected" else sum(each.left_out for each in found),
        "problems": [problem.as_record() for each in found for problem in (*each.problems, *each.dropped)],
        "error": error,
    }


def _one(each: Received, trying: bool) -> dict[str, Any]:
    status = _status(each)
    kept = each.status == "already" or not trying
    refused = "rejected" if status == "held back" else status
    one = _record(refused, each.return_name, [each])
    return one | {"status": status, "upload": each.upload if kept else None}


def _lines(each: Received, trying: bool) -> Iterable[str]:
    sentence = (CHECKED if trying else SENT)[_status(each)].format(
        upload=each.upload, rows=many(each.rows, "row"), left_out=many(each.left_out, "row")
    )
    yield on_one_line(f"{each.file}, {each.title}: {sentence}" if each.return_name else
                      f"{each.file}: {sentence}")  # fmt: skip
    if trying and _status(each) in ("loaded", "partial"):
        yield "  " + _effect(each)
    yield from (f"  {on_one_line(note)}" for note in each.notes)
    found = list(_found(each))
    yield from found
    if not found and each.status != "untouched":
        yield "  No problems found."


def _found(each: Received) -> Iterable[str]:
    told = [(LEFT_OUT, one) for one in findings(replace(each, problems=each.dropped), "must_fix")]
    told += [(said, one) for severity, said in SAID.items() for one in findings(each, severity)]
    for said, one in told:
        place = f"{one.place}: " if one.place else ""
        yield from (on_one_line(f"{said}. {place}{sentence}") for sentence in one.sentences())


def _effect(each: Received) -> str:
    effect = each.effect
    return (
        f"It would add {many(effect.new, 'row')}, change {effect.changed:,}, remove "
        f"{effect.removed:,} and leave {effect.same:,} the same; counts of people are not compared."
    )
