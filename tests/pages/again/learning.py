"""What we have learnt: what is said of the notes, and the three picked, from what was sent and ticked."""

from collections import Counter
from datetime import datetime

from data.database import Database
from pages.parts import learning_words as words
from queries import Answer
from tests.pages.again.reading import Row, numbers, well_formed
from tests.queries.plain import learning
from tests.queries.plain.files import Council
from tests.queries.poured import asked

STRENGTH = {"a result was measured": 3, "a service or policy changed": 2, "a decision changed": 1}
FILTERS = ("directorate", "theme", "level", "period")


def read_again(database: Database, council: Council, as_at: datetime, period: str) -> int:
    """Read what is said of every choice of one filter, and of a half-year in a place; how many there were."""
    shown, slowly = asked(database, "learning/notes", as_at), learning.notes(council, as_at)
    held, waits = asked(database, "learning/waiting", as_at), learning.waiting(council, as_at)
    choices = [{}, *({name: each[name]} for name in FILTERS for each in slowly)]
    choices += [{"period": period, "directorate": each["directorate"]} for each in slowly]
    seen = 0
    for chosen in {tuple(each.items()): each for each in choices}.values():
        mine = [row for row in slowly if chosen.items() <= row.items()]
        rows = shown.where(**chosen)
        if mine:
            the_headline(words.told(rows), mine)
            the_three(words.best(rows), mine)
            seen += 2
    for place in ("all", *(each["directorate"] for each in waits)):
        waiting(words.waiting(held.rows, place), [each for each in waits if place in ("all", each["directorate"])])
        seen += 1
    return seen + searched(shown, slowly)


def the_headline(said: str, mine: list[Row]) -> None:
    """How many projects, and how many notes tell of what: together all of them."""
    about = Counter(each["about"] for each in mine)
    projects, *sizes = numbers(well_formed(said))
    assert projects == len({each["project_id"] for each in mine})
    others = [about["what was learnt"]] if about["what was learnt"] else []
    assert sizes == [about[each] for each in ("what changed", "helped", "got in the way")] + others
    assert sum(sizes) == len(mine)


def the_three(picked: list[Row], mine: list[Row]) -> None:
    """One note of each kind that there is; none of the kind comes before it by the rule on the page."""
    kinds = [each for each in ("what changed", "helped", "got in the way") if any(one["about"] == each for one in mine)]
    assert [each["about"] for each in picked] == kinds
    for place, one in enumerate(picked):
        taken = {each["directorate"] for each in picked[:place]}
        assert not any(ahead(each, one, taken) for each in mine if each["about"] == one["about"]), one


def ahead(each: Row, one: Row, taken: set[str]) -> bool:
    """Whether a note comes before another by the rule; `taken` are the directorates picked from before."""
    if each["period"] != one["period"]:
        return bool(each["period"] > one["period"])
    fresh, known = each["directorate"] not in taken, one["directorate"] not in taken
    if fresh != known:
        return fresh
    changed = [STRENGTH.get(row["difference"], 0) for row in (each, one)]
    if changed[0] != changed[1]:
        return changed[0] > changed[1]
    if each["with_evidence"] != one["with_evidence"]:
        return bool(each["with_evidence"])
    return bool(each["title"] < one["title"])


def waiting(said: str, mine: list[Row]) -> None:
    """How many notes wait, and of which directorates."""
    sizes = {each["directorate_name"]: each["waiting"] for each in mine if each["waiting"]}
    if not sizes:
        assert said == ""
        return
    assert numbers(well_formed(said)) == [sum(sizes.values()), *sizes.values()]
    assert all(f"{name} ({size})" in said for name, size in sizes.items())


def searched(shown: Answer, slowly: list[Row]) -> int:
    """A search finds the notes that hold the words, in their text or title, and no other."""
    seen = 0
    for sought in ("staff", "SAME learnt", "changed 1"):
        found = [row["place"] for row in words.found_in(shown, sought).rows]
        assert found == [
            row["place"] for row in slowly
            if all(each in f"{row['note']} {row['title']}".lower() for each in sought.lower().split())
        ]  # fmt: skip
        seen += bool(found)
    return seen
