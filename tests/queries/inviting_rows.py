"""The rows of `people_to_invite`, put together slowly from a council's protected counts."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.queries.inviting import FEWER, USUAL_MOST, Handed, enough, missing, samples, words
from tests.queries.sample import Sample
from tests.queries.sent_counts import Council
from tests.queries.verdicts import how_many_more

Row = dict[str, Any]
NUMBERS = ("how_many_more", "together", "together_total", "at_once", "at_once_total")


def worked_out(council: Council) -> Iterator[tuple[tuple[str, str, str], Row]]:
    """The same rows, slowly."""
    most = council.most or USUAL_MOST
    totals = range(5, most + 1, 5)
    for place in sorted({directorate for directorate, _, _ in council.people}) + ["all"]:
        here = dict(samples(council, place))
        short = {name: sample for name, sample in here.items() if missing(sample)}
        working = {
            name: {total: handed for total in totals if (handed := enough(sample, total))}
            for name, sample in short.items()
        }
        both = set(totals).intersection(*working.values())
        for name, sample in here.items():
            for row, word in words(sample, sample).items():
                if word == FEWER:
                    yield (place, name, row), answer(sample, row, working.get(name, {}), both)


def answer(sample: Sample, row: str, working: Mapping[int, Handed], both: set[int]) -> Row:
    """What is said of one group with fewer; nothing of one that is most of the population."""
    if sample.share(row) > 0.5:
        return dict.fromkeys(NUMBERS)
    first, all_at_once = min(working, default=None), min(both, default=None)
    together = working[first].needed[row] if first else None
    at_once = working[all_at_once].needed[row] if all_at_once else None
    return dict(zip(NUMBERS, (how_many_more(sample, row), together, first, at_once, all_at_once), strict=True))
