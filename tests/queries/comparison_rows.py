"""The rows of `comparison`, put together slowly from a council's protected counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.queries.verdicts import (
    Judgement,
    Sample,
    answers_needed,
    how_many_more,
    interval,
    judge,
    smallest_gap,
)

LEFT_OUT = "included in the whole council only"
Row = dict[str, Any]


@dataclass(frozen=True)
class Category:
    """A category of a characteristic as the reference list has it."""

    characteristic: str
    code: str
    answered: bool
    adult: bool
    pool: str


@dataclass(frozen=True)
class Council:
    """One period and unit of a council: protected counts, and what they are compared with.

    `people` is by directorate, characteristic and category; `projects` by directorate;
    `residents` by directorate ('' for the area) and characteristic: a name, and the residents in
    each category.
    """

    people: Mapping[tuple[str, str, str], int]
    projects: Mapping[str, int]
    residents: Mapping[tuple[str, str], tuple[str, Mapping[str, int]]]
    categories: tuple[Category, ...]
    unit: str = "people"
    ages: str = "all"


@dataclass(frozen=True)
class Base:
    """One characteristic of one place: who answered, who did not, and the sample to test."""

    place: str
    sample: Sample
    unanswered: int
    projects: int
    unit: str
    compared_with: str | None

    @property
    def too_few(self) -> str | None:
        """Why nothing can be said of the place, whatever the group."""
        answered = int(self.sample.answered)
        if self.unit == "attendances":
            return "attendances are not independent"
        if self.place != "all" and (self.projects < 2 or answered < 30):
            return LEFT_OUT
        if answered < 30:
            return "fewer than 30 answered"
        return "fewer than 60% answered" if answered < 0.6 * (answered + self.unanswered) else None


def _boxes(council: Council, characteristic: str) -> list[Category]:
    """The categories of a characteristic, without the younger where only adults are asked for."""
    mine = [each for each in council.categories if each.characteristic == characteristic]
    if characteristic != "age" or council.ages == "all":
        return mine
    return [each for each in mine if each.adult or not each.answered]


def _residents(council: Council, place: str, characteristic: str) -> tuple[str | None, Mapping[str, int]]:
    """The population to compare with, a directorate's own first: its name and its categories."""
    if council.unit == "attendances":
        return None, {}
    own, area = (place, characteristic), ("", characteristic)
    return council.residents.get(own) or council.residents.get(area) or (None, {})


def base(council: Council, place: str, characteristic: str) -> Base | None:
    """The base of a place and characteristic, or None when it was not sent."""
    boxes = _boxes(council, characteristic)
    cells = [
        (directorate, category, people)
        for (directorate, about, category), people in council.people.items()
        if place in (directorate, "all") and about == characteristic
    ]
    cells = [cell for cell in cells if cell[1] in {each.code for each in boxes}]
    if not cells:
        return None
    name, residents = _residents(council, place, characteristic)
    answers = {each.code: each.pool for each in boxes if each.answered}
    sample = Sample(
        {code: sum(people for _, category, people in cells if category == code) for code in answers},
        {code: residents.get(code, 0) for code in answers},
        {code: pool for code, pool in answers.items() if pool},
        len({directorate for directorate, _, _ in cells}),
    )
    unanswered = sum(people for _, category, people in cells if category not in answers)
    return Base(place, sample, unanswered, council.projects.get(place, 0), council.unit, name)


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


def row_of(found: Base, row: str, judgement: Judgement | None) -> Row:
    """One row, everything shown of it; what is not to be shown is left out or None."""
    sample, too_few = found.sample, found.too_few
    answered, left_out = int(sample.answered), too_few == LEFT_OUT
    shown: Row = {
        "people": sample.count(row),
        "answered": answered,
        "everyone": answered + found.unanswered,
        "unanswered": found.unanswered,
        "share": 100 * sample.count(row) / answered if answered >= 20 and not left_out else None,
        "directorates": sample.directorates,
        "categories": len(sample.people),
        "compared_with": found.compared_with,
        "reason": too_few if left_out or found.unit == "attendances" else None,
    }
    if not sample.all_residents:
        return shown
    shown["expected_share"] = 100 * sample.share(row)
    shown["expected"] = None if left_out else answered * sample.share(row)
    if judgement is not None:
        return shown | said(sample, row, judgement)
    shown |= {"verdict": "Too few to say", "reason": too_few or "fewer than 5 would be expected"}
    if too_few is None or (answered < 30 and (found.place == "all" or found.projects > 1)):
        shown["answers_needed"] = answers_needed(sample, row)
    return shown


def rows(council: Council) -> Iterator[tuple[tuple[str, str, str], Row]]:
    """Every row by place, characteristic and category."""
    places = sorted({sent for sent, _, _ in council.people}) + ["all"]
    characteristics = sorted({each.characteristic for each in council.categories})
    for place in places:
        for characteristic in characteristics:
            found = base(council, place, characteristic)
            if found is None:
                continue
            can_say = found.too_few is None and found.sample.all_residents
            judgements = judge(found.sample) if can_say else {}
            for row in found.sample.rows:
                some_too_few = found.sample.all_residents and (
                    found.too_few or found.sample.pooled_in_use(row)
                )
                if row in found.sample.people or some_too_few:
                    yield (place, characteristic, row), row_of(found, row, judgements.get(row))
