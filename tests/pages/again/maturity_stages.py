"""How far people are involved, stage by stage: what stands over each bar, from each project's own ratings."""

import re
from fractions import Fraction

from pages.parts import maturity_words as words
from tests.pages.again.reading import N, Row, read
from tests.queries.plain.ratings import STAGES, lower_median


def scores(mine: list[Row], stage: str) -> list[int]:
    """The scores of a stage."""
    return [int(each[stage]) for each in mine if each[stage].isdecimal()]


def at_stages(stages: tuple[Row, ...], mine: list[Row]) -> None:
    """What stands over each bar, and at which stages people work together most and least."""
    shares: dict[str, Fraction] = {}
    for row in stages:
        found = scores(mine, row["stage"])
        high = sum(score >= 6 for score in found)
        over = words.over_bar(row)
        if not found:
            assert over == "no scores"
            continue
        middle = rf" · middle {lower_median(found)}, (?:most near it|very mixed)" if len(found) >= 3 else ""
        assert read(rf"{N} of {N} scored 6 or 7{middle}", over) == (high, len(found))
        if len(found) >= 3:
            shares[row["stage_name"]] = Fraction(high, len(found))
            assert ("most near it" in over) == similar(found)
    said = words.by_stage(stages)
    if len(shares) < 2:
        assert said == ""
    elif set(shares.values()) == {0}:
        few = any(each[stage] in ("6", "7") for each in mine for stage in STAGES)
        where = " that 3 or more projects scored" if few else ""
        assert said == f"No rated project works together (step 6 or 7) at any stage{where}."
    elif len(set(shares.values())) == 1:
        assert said == "Working together is as common at one stage as at another."
    else:
        most, least = said.split(" and least common at ")
        for part, end in ((most, max(shares.values())), (least, min(shares.values()))):
            named = re.findall(r"(\w+) \((\d+) of (\d+)\)", part)
            assert {name for name, _, _ in named} == {name for name in shares if shares[name] == end}
            assert all(Fraction(int(one), int(whole)) == end for _, one, whole in named)


def similar(found: list[int]) -> bool:
    """Whether fewer than a third lie outside the best band of three steps that holds the middle."""
    middle = lower_median(found) or 0
    outside = [sum(not low <= score <= low + 2 for score in found) for low in range(middle - 2, middle + 1)]
    return 3 * min(outside) < len(found)
