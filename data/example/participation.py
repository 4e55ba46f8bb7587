"""Who takes part in the example's directorates, drawn from Wirral's Census shares.

Everybody is as likely to take part as their share of residents says, but for the weights of
`story/mix.csv`: those are the findings the example is meant to show.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from data.example.projects import Project, Row, dice
from data.example.story import STORY, Line, Period, lines, outlines
from data.settings import SHIPPED_LISTS

COMPARED_WITH = "Wirral"
FEWEST, MOST = 40, 350
# Some people are in two projects and count once in a directorate.
COUNTED_ONCE = 0.85
# Staff and partners have no line but in `role`, so its total is larger.
WITH_STAFF = 1.25
# One person comes to several sessions; a form is filled in at one-off events only.
UNITS = {"people": 1.0, "attendances": 1.9, "forms": 0.5}


def participation_rows(
    seed: int, directorate: str, period: Period, unit: str, revision: int = 0
) -> Iterator[Row]:
    """A directorate's lines of the participation return: every category of what it collects.

    All characteristics but `role` add up to the same total, 40 to 350. A revision above 0 is a
    corrected count, about a tenth lower.
    """
    total = _total(seed, directorate, period, unit, revision)
    for line in _collected(directorate, period):
        name = line["characteristic"]
        many = round(total * WITH_STAFF) if name == "role" else total
        weights = _weights(directorate, line)
        chance = dice(seed, directorate, period.code, name, revision)
        drawn = Counter(chance.choices(list(weights), list(weights.values()), k=many))
        for category in weights:
            yield {
                "directorate": directorate,
                "period": period.code,
                "unit": unit,
                "characteristic": name,
                "category": category,
                "count": drawn[category],
            }


def _total(seed: int, directorate: str, period: Period, unit: str, revision: int) -> int:
    projects = (Project(each, 1, seed) for each in outlines() if each.directorate == directorate)
    places = sum(each.outline.people for each in projects if each.belongs(period))
    chance = dice(seed, directorate, period.code, "total")
    total = places * COUNTED_ONCE * UNITS[unit] * chance.uniform(0.92, 1.08)
    return round(max(FEWEST, min(MOST, total)) * (0.9 if revision else 1))


def _collected(directorate: str, period: Period) -> Iterator[Line]:
    for line in lines(STORY / "collected.csv"):
        if line["directorate"] == directorate and line["since"] <= period.code:
            yield line


def _weights(directorate: str, collected: Line) -> dict[str, float]:
    name = collected["characteristic"]
    categories = [line for line in _categories() if line["characteristic"] == name]
    answers = {
        line["code"]: _share(name, line["code"]) * _mix(directorate, name, line["code"])
        for line in categories
        if line["answer"] == "yes"
    }
    silent = {each: float(collected[each]) for each in ("prefer_not_to_say", "not_known")}
    answered = (1 - sum(silent.values())) / sum(answers.values())
    spread = {code: weight * answered for code, weight in answers.items()} | silent
    return {line["code"]: spread[line["code"]] for line in categories}


@cache
def _categories() -> tuple[Line, ...]:
    return tuple(lines(SHIPPED_LISTS / "categories.csv"))


@cache
def _shares() -> dict[tuple[str, str], float]:
    residents = [
        line
        for line in lines(SHIPPED_LISTS / "population.csv")
        if line["area"] == COMPARED_WITH and not line["directorate"]
    ]
    totals: Counter[str] = Counter()
    for line in residents:
        totals[line["characteristic"]] += int(line["count"])
    return {
        (line["characteristic"], line["category"]): int(line["count"])
        / totals[line["characteristic"]]
        for line in residents
    }


def _share(characteristic: str, category: str) -> float:
    # What the Census did not ask has no share: there the weights of the story are the shares.
    return _shares().get((characteristic, category), 1.0)


@cache
def _mixes() -> dict[tuple[str, str, str], float]:
    return {
        (line["directorate"], line["characteristic"], line["category"]): float(line["weight"])
        for line in lines(STORY / "mix.csv")
    }


def _mix(directorate: str, characteristic: str, category: str) -> float:
    everywhere = _mixes().get(("", characteristic, category), 1.0)
    return _mixes().get((directorate, characteristic, category), everywhere)
