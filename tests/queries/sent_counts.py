"""What a council sent in one period, and the base of each place and characteristic in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.queries.sample import Sample

LEFT_OUT = "included in the whole council only"


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
    each category; `most` is how many more people it can invite.
    """

    people: Mapping[tuple[str, str, str], int]
    projects: Mapping[str, int]
    residents: Mapping[tuple[str, str], tuple[str, Mapping[str, int]]]
    categories: tuple[Category, ...]
    unit: str = "people"
    ages: str = "all"
    most: int | None = None


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
