"""The rows of `comparison`, put together slowly from a council's protected counts."""

from collections.abc import Iterator
from typing import Any

from tests.queries.sample import Sample
from tests.queries.sent_counts import LEFT_OUT, Base, Council, base
from tests.queries.verdicts import Judgement, answers_needed, how_many_more, interval, judge, smallest_gap

Row = dict[str, Any]


def said(sample: Sample, row: str, judgement: Judgement) -> Row:
    """What is shown of a row beside its counts when something can be said of it."""
    low, high = interval(sample, row, judgement.critical)
    clear = judgement.verdict == "No clear difference"
    gap = smallest_gap(sample, row, judgement.critical) if clear else None
    fewer = judgement.verdict == "Fewer than expected"
    return {
        "low": 100 * low,
        "high": 100 * high,
        "score": judgement.score,
        "critical": judgement.critical,
        "tests": judgement.tests,
        "verdict": judgement.verdict,
        "smallest_gap": None if gap is None else 100 * gap,
        "how_many_more": how_many_more(sample, row) if fewer else None,
    }


def _counts(found: Base, row: str) -> Row:
    """What is shown of every row, whatever can be said of it."""
    sample, left_out = found.sample, found.too_few == LEFT_OUT
    answered = int(sample.answered)
    return {
        "people": sample.count(row),
        "answered": answered,
        "everyone": answered + found.unanswered,
        "unanswered": found.unanswered,
        "share": 100 * sample.count(row) / answered if answered >= 20 and not left_out else None,
        "directorates": sample.directorates,
        "categories": len(sample.people),
        "compared_with": found.compared_with,
        "reason": found.too_few if left_out or found.unit == "attendances" else None,
    }


def row_of(found: Base, row: str, judgement: Judgement | None) -> Row:
    """One row, everything shown of it; what is not to be shown is left out or None."""
    sample, too_few = found.sample, found.too_few
    shown = _counts(found, row)
    if not sample.all_residents:
        return shown
    shown["expected_share"] = 100 * sample.share(row)
    shown["expected"] = None if too_few == LEFT_OUT else sample.answered * sample.share(row)
    if judgement is not None:
        return shown | said(sample, row, judgement)
    shown |= {"verdict": "Too few to say", "reason": too_few or "fewer than 5 would be expected"}
    if too_few is None or (sample.answered < 30 and (found.place == "all" or found.projects > 1)):
        shown["answers_needed"] = answers_needed(sample, row)
    return shown


def _shown(found: Base, row: str) -> bool:
    """Whether there is such a row: a pooled one only where one of its parts is too few to say."""
    if row in found.sample.people:
        return True
    return found.sample.all_residents > 0 and (found.too_few is not None or found.sample.pooled_in_use(row))


def rows(council: Council) -> Iterator[tuple[tuple[str, str, str], Row]]:
    """Every row by place, characteristic and category."""
    places = sorted({directorate for directorate, _, _ in council.people}) + ["all"]
    characteristics = sorted({each.characteristic for each in council.categories})
    for place in places:
        for characteristic in characteristics:
            found = base(council, place, characteristic)
            if found is None:
                continue
            can_say = found.too_few is None and found.sample.all_residents > 0
            judgements = judge(found.sample) if can_say else {}
            for row in filter(lambda name: _shown(found, name), found.sample.rows):
                yield (place, characteristic, row), row_of(found, row, judgements.get(row))
