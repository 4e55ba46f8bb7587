"""Whether people are involved well: practices, priorities, partners and rewards, said again."""

import re
from datetime import datetime

from data.database import Database
from pages.council.governance import stacked
from pages.parts import practice_words as words
from pages.parts.palette import PRACTICES
from pages.parts.themes_words import scope
from pages.parts.worded import worded
from tests.pages.again.reading import Row, numbers, pieces, well_formed
from tests.queries.plain import governance
from tests.queries.plain.files import Council
from tests.queries.poured import asked
from tests.queries.tiny import COUNTING


def read_again(database: Database, council: Council, as_at: datetime, period: str) -> int:
    """Read them for every place; how many sentences there were."""
    told = asked(database, "governance/practice_by_directorate", as_at, period=period, **COUNTING)
    others = asked(database, "governance/choices_by_directorate", as_at, period=period, **COUNTING)
    slowly = governance.practice_by_directorate(council, as_at, period, **COUNTING)
    chosen = governance.choices_by_directorate(council, as_at, period, **COUNTING)
    places = list(dict.fromkeys(row["directorate"] for row in slowly))
    for place in places:
        mine = [row for row in slowly if row["directorate"] == place]
        most_and_least(words.practice(told.where(directorate=place), scope("", "", "")), mine)
        the_bars(told.where(directorate=place), mine)
        what_was_chosen(others.where(directorate=place), [row for row in chosen if row["directorate"] == place])
    return 11 * len(places)


def most_and_least(said: str, mine: list[Row]) -> None:
    """Which practice is most common and which least, and in how many projects."""
    sizes = {row["practice_name"]: row["yes"] for row in mine}
    whole, ends = mine[0]["projects"], (max(sizes.values()), min(sizes.values()))
    if ends[0] == ends[1]:
        assert numbers(well_formed(said)) == [ends[0], whole] and "“" not in said
        return
    for part, end in zip(said.split(". "), ends, strict=True):
        wanted = [name for name, size in sizes.items() if size == end]
        named, others = re.findall(r"“(.*?)”", part), re.search(r"and (\d+) others?", part)
        assert named == wanted[: len(named)] and len(named) + int(others[1] if others else 0) == len(wanted)
        assert numbers(part.rsplit("in ", 1)[1]) == ([end, whole] if end == ends[0] else [end])


def the_bars(rows: tuple[Row, ...], mine: list[Row]) -> None:
    """Over each bar its figures; the bar cut into the answers, together every project."""
    over = {row["practice_name"]: words.over_bar(row) for row in rows}
    bars = [piece for row in rows for piece in stacked(row["practice_name"], row, PRACTICES)]
    drawn = pieces(worded(bars, PRACTICES, over))
    for row in mine:
        name = row["practice_name"]
        assert numbers(over[name]) == [row["yes"], row["projects"], *([row["partly"]] if row["partly"] else [])]
        parts = [each for each in drawn if str(each.get("said", "")).startswith(f"{name}: ")]
        sizes = [row[each] for each in ("yes", "partly", "not_yet", "no", "not_said") if row[each]]
        assert sorted(each["end"] - each["start"] for each in parts) == sorted(sizes)
        assert sum(sizes) == row["projects"]


def what_was_chosen(rows: tuple[Row, ...], mine: list[Row]) -> None:
    """Priorities, partners and rewards: every answer's figure, together every project."""
    for subject, say in (("priorities_set_by", words.priorities), ("partner", words.partners), ("reward", words.rewards)):
        sizes = [row["projects"] for row in mine if row["subject"] == subject]
        said = [size for size in numbers(re.sub(r"\bnone (?=\d)", "", say(rows))) if size]
        assert sorted(said) == sorted(sizes), (subject, say(rows))
        assert sum(sizes) == next(row["of_projects"] for row in mine if row["subject"] == subject)
