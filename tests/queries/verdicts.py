"""Who takes part, compared with the population, worked out slowly and plainly.

The same judgements as the table macro `comparison`, by another road: Holm by p-values instead of
critical values, intervals and gaps by halving instead of formulas, and the people to add by trying
5, 10, 15, ... Samples are protected counts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import ceil, erfc, sqrt
from statistics import NormalDist

from tests.queries.sample import Sample

NORMAL = NormalDist()
USUALLY = 0.8


@dataclass(frozen=True)
class Judgement:
    """What the test says of a row: its score, the critical value it was held to, the word."""

    score: float
    critical: float
    tests: int
    verdict: str


def judge(sample: Sample, always: str = "") -> dict[str, Judgement]:
    """The judgement of every row that can be tested; `always` names a pooled row to keep."""
    tested = [
        row
        for row in sample.rows
        if sample.enough(row) and (row in sample.people or row == always or sample.pooled_in_use(row))
    ]
    gaps = {row: sample.count(row) - sample.answered * sample.share(row) for row in tested}
    scores = {
        row: round(max(abs(gap) - sample.slack, 0) / sample.spread(row, sample.share(row)), 9)
        for row, gap in gaps.items()
    }
    return {row: _judgement(scores, row, gaps[row]) for row in tested}


def _judgement(scores: Mapping[str, float], row: str, gap: float) -> Judgement:
    ordered = sorted(scores.values(), reverse=True)
    chances = [erfc(score / sqrt(2)) for score in ordered]
    held = [chance * (len(chances) - before) < 0.05 for before, chance in enumerate(chances)]
    place = ordered.index(scores[row])
    stopped = held.index(False) if False in held else len(held)
    critical = NORMAL.inv_cdf(1 - 0.025 / (len(chances) - min(place, stopped)))
    verdict = "No clear difference"
    if place < stopped:
        verdict = "Fewer than expected" if gap < 0 else "More than expected"
    return Judgement(scores[row], critical, len(chances), verdict)


def _root(rises: Callable[[float], float]) -> float:
    """Where a rising function of 0 to 1 crosses nought, by halving; 0 or 1 where it does not."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if rises(middle) > 0 else (middle, high)
    return (low + high) / 2


def interval(sample: Sample, row: str, critical: float) -> tuple[float, float]:
    """The lowest and highest share, 0 to 1, that the people of a row would not differ from."""
    n, x = sample.answered, sample.count(row)
    low = _root(lambda share: n * share + critical * sample.spread(row, share) - (x - sample.slack))
    high = _root(lambda share: n * share - critical * sample.spread(row, share) - (x + sample.slack))
    return low, high


def smallest_gap(sample: Sample, row: str, critical: float) -> float | None:
    """The gap, 0 to 1, noticed in 80% of samples towards a half; None where there is no room."""
    share, n = sample.share(row), sample.answered
    towards = 1 if share < 0.5 else -1
    room = max(share, 1 - share)
    needed = critical * sample.spread(row, share) + sample.slack

    def noticed(gap: float) -> float:
        return n * gap - needed - NORMAL.inv_cdf(USUALLY) * sample.spread(row, share + towards * gap)

    return None if noticed(room) < 0 else _root(lambda gap: noticed(min(gap, room)))


def with_more(sample: Sample, row: str, added: int) -> Sample:
    """The sample with more people of a row; those of a pooled row in proportion to residents."""
    each = added / sample.living_here(row)
    more = {category: each * sample.residents[category] for category in sample.rows[row]}
    people = {category: count + more.get(category, 0) for category, count in sample.people.items()}
    return replace(sample, people=people)


def how_many_more(sample: Sample, row: str) -> int | None:
    """The least multiple of 5 that changes the word "fewer"; None where p is above 50%."""
    if sample.share(row) > 0.5:
        return None
    added = 5
    while judge(with_more(sample, row, added), always=row)[row].verdict == "Fewer than expected":
        added += 5
    return added


def answers_needed(sample: Sample, row: str) -> int | None:
    """How many must answer before anything can be said of a row, None where nobody lives here."""
    living_here = sample.living_here(row)
    return max(30, 5 * ceil(sample.all_residents / living_here)) if living_here else None
