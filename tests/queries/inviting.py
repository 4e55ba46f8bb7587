"""How many more people of which groups would change the word, by handing them out five at a time.

The same answer as the table macro `people_to_invite`, by another road: no formula says what a group
needs. Five after five are given to it until it is near enough to what is expected, and the whole test,
Holm's correction by p-values and all, is done again after each way of handing out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from statistics import NormalDist

from tests.queries.sample import Sample
from tests.queries.sent_counts import Council, base
from tests.queries.verdicts import judge

FEWER = "Fewer than expected"
USUAL_MOST = 500


@dataclass(frozen=True)
class Handed:
    """People handed out: to each row that needs some, and so to each category in all."""

    needed: Mapping[str, int]
    added: Mapping[str, float]


def words(sample: Sample, start: Sample) -> dict[str, str]:
    """The word on each row tested; a pooled row in use at the start is kept."""
    kept = next((pool for pool in set(start.pools.values()) if start.pooled_in_use(pool)), "")
    return {row: judgement.verdict for row, judgement in judge(sample, always=kept).items()}


def missing(sample: Sample) -> list[str]:
    """The rows with fewer than expected that are at most half of the population."""
    return [row for row, word in words(sample, sample).items() if word == FEWER and sample.share(row) <= 0.5]


def _far_below(sample: Sample, row: str, people: float, answered: float, critical: float) -> bool:
    grown = replace(sample, people={"": answered})
    gap = answered * sample.share(row) - people - sample.slack
    spread = (grown.answered * sample.share(row) * (1 - sample.share(row)) + sample.rounding(row)) ** 0.5
    return round(gap / spread - critical, 9) > 0


def _can_be_short(sample: Sample, row: str, answered: float) -> bool:
    enough = answered * sample.living_here(row) >= 5 * sample.all_residents
    in_use = row in sample.people or sample.pooled_in_use(row)
    return enough and in_use and 0 < sample.share(row) <= 0.5


def hand_out(sample: Sample, total: int, critical: float) -> Handed | None:
    """So many people, five at a time to whoever is too far below; None if they do not suffice.

    Those of a pooled row's parts count towards it. Who is left over is like the residents of the
    groups that need nobody.
    """
    answered = sample.answered + total
    needed = dict.fromkeys(sample.rows, 0)
    for row, parts in sample.rows.items():
        if not _can_be_short(sample, row, answered):
            continue
        mine = [part for part in parts if part != row]
        while _far_below(
            sample, row, sample.count(row) + needed[row] + sum(needed[part] for part in mine), answered, critical
        ):
            needed[row] += 5
            if sum(needed.values()) > total:
                return None
    return Handed(_of_rows(sample, needed), _of_categories(sample, needed, total))


def _of_rows(sample: Sample, needed: Mapping[str, int]) -> dict[str, int]:
    return {
        row: needed[row] + sum(needed[part] for part in parts if part != row)
        for row, parts in sample.rows.items()
    }


def _of_categories(sample: Sample, needed: Mapping[str, int], total: int) -> dict[str, float]:
    pools = {part: pool for pool, parts in sample.rows.items() for part in parts if part != pool}
    asked = {pool for part, pool in pools.items() if needed[part]} | {row for row in needed if needed[row]}
    idle = [each for each in sample.people if each not in asked and pools.get(each) not in asked]
    left, living = total - sum(needed.values()), sum(sample.residents[each] for each in idle)
    added = {}
    for each in sample.people:
        pool = pools.get(each, "")
        added[each] = float(needed[each])
        if pool:
            added[each] += needed[pool] * sample.residents[each] / (sample.living_here(pool) or 1)
        if each in idle and living:
            added[each] += left * sample.residents[each] / living
    return added


def with_all(sample: Sample, handed: Handed) -> Sample:
    """The sample with the people handed out."""
    people = {each: count + handed.added[each] for each, count in sample.people.items()}
    return replace(sample, people=people)


def nobody_is_missing(sample: Sample, handed: Handed) -> bool:
    """Whether the whole test, done again, finds no row fewer that is at most half of the population."""
    found = words(with_all(sample, handed), sample)
    return not any(word == FEWER and sample.share(row) <= 0.5 for row, word in found.items())


def enough(sample: Sample, total: int) -> Handed | None:
    """The first handing out that works, from the strictest critical value to the mildest."""
    for tests in range(len(sample.people) + 1, 0, -1):
        handed = hand_out(sample, total, NormalDist().inv_cdf(1 - 0.025 / tests))
        if handed is not None and nobody_is_missing(sample, handed):
            return handed
    return None


def samples(council: Council, place: str) -> Iterator[tuple[str, Sample]]:
    """Each characteristic of a place of which something can be said."""
    for characteristic in sorted({each.characteristic for each in council.categories}):
        found = base(council, place, characteristic)
        if found is not None and found.too_few is None and found.sample.all_residents:
            yield characteristic, found.sample
