"""Overview's list of who has not sent, from projects and returns."""

import re
from collections.abc import Iterator

from tests.pages.again.reading import Row
from tests.queries.plain.files import Council


def who_has_not_sent(told: list[tuple[str, str]], council: Council, everything: list[Row]) -> None:
    """Every directorate with something overdue is named, with its projects where only some came in."""
    names = {each["code"]: each["label"] for each in council.ordered("directorates")}
    late = [one for one in everything if one["state"] == "missing"]
    assert sorted(name for name, _ in told) == sorted({names[one["directorate"]] for one in late})
    for name, words in told:
        mine = [one for one in everything if names[one["directorate"]] == name]
        assert sorted(in_part(words)) == sorted(partly(mine)), words


def in_part(words: str) -> list[tuple[str, int, int]]:
    """Each return that is said to have come in part, with the projects it lacks and all it is due for."""
    said = re.findall(r"((?:ratings|themes)(?: and themes)?) of (\d+) of (\d+) projects? \(([^)]*)\)", words)
    for _, some, _, titles in said:
        assert min(int(some), 3) == len(re.findall(r"Title of [\w-]+|Title \d+|Same title", titles)), words
    return [(each, int(some), int(size)) for what, some, size, _ in said for each in what.split(" and ")]


def partly(mine: list[Row]) -> Iterator[tuple[str, int, int]]:
    """The returns of a directorate of which some came in and some did not."""
    for name, word in (("maturity", "ratings"), ("themes", "themes")):
        states = [one["state"] for one in mine if one["return_name"] == name]
        if 0 < states.count("missing") < len(states):
            yield word, states.count("missing"), len(states)
