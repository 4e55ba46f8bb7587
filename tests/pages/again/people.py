"""Who takes part: its sentences and pictures, from protected counts judged the slow way."""

import re
from math import isclose
from typing import Any

import duckdb

from pages.parts import diversity_words as words
from pages.parts.dots import against_population
from tests.house.code import PROJECT
from tests.pages.again.inviting import Slow, to_invite
from tests.pages.again.reading import Row, pieces, well_formed
from tests.queries.comparison_rows import rows as slow_rows
from tests.queries.inviting_rows import worked_out
from tests.queries.sent_counts import Council
from tests.queries.stand_in import PERIOD, pour

FEWER, MORE = "Fewer than expected", "More than expected"
SAID = (FEWER, MORE, "No clear difference")


def asked(connection: duckdb.DuckDBPyConnection, name: str, council: Council, area: str, **more: str) -> list[Row]:
    """The rows of a question about people."""
    sql = (PROJECT / "queries" / "diversity" / f"{name}.sql").read_text(encoding="utf-8")
    given: dict[str, Any] = {"as_at": "2026-06-01", "period": PERIOD, "unit": council.unit, "area": area}
    found = connection.execute(sql, given | {"ages": council.ages} | more)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def read_again(connection: duckdb.DuckDBPyConnection, council: Council, area: str) -> int:
    """Read every sentence of every place; how many there were."""
    pour(connection, council, area)
    slow, invited, seen = dict(slow_rows(council)), dict(worked_out(council)), 0
    findings = asked(connection, "findings", council, area)
    missing = [row for row in asked(connection, "missing", council, area) if row["fewer"]]
    for place in {row["directorate"] for row in findings}:
        here = [row for row in findings if row["directorate"] == place]
        judged(well_formed(words.summary(here, "Here")), here, slow)
        gone = [row for row in missing if row["directorate"] == place]
        to_invite(gone, "at_once", invited)
        seen += 2 + sum(line(row, slow) for row in here)
    for name in {row["characteristic"] for row in findings if row["collected"]}:
        shown = asked(connection, "shares", council, area, characteristic=name)
        for place in {row["directorate"] for row in shown}:
            here = [row for row in shown if row["directorate"] == place]
            one_characteristic(here, slow, name)
            gone = [row for row in missing if (row["directorate"], row["characteristic"]) == (place, name)]
            to_invite(gone, "together", invited)
            seen += 2
    return seen


def judged(said: str, here: list[Row], slow: Slow) -> None:
    """The headline: on how many characteristics a group is fewer, of those that can be judged."""
    place = here[0]["directorate"]
    found: dict[str, list[str]] = {row["characteristic"]: [] for row in here}
    for (where, name, _), row in slow.items():
        if where == place and name in found and row.get("verdict"):
            found[name].append(row["verdict"])
    can = [name for name, verdicts in found.items() if set(verdicts) & set(SAID)]
    fewer = [name for name in can if FEWER in found[name]]
    if not can:
        assert "too few answers" in said
    elif not fewer:
        assert "no group clearly takes part less" in said
        assert int((re.findall(r"any of (\d+) ", said) or [1])[0]) == len(can)
        unasked = sum(not row["collected"] for row in here)
        few = sum(row["verdict"] == SAID[2] and unseen(gap_of(row, slow)) for row in here)
        assert ("so few answers" in said) == bool(few)
        assert int((re.findall(r"but on (\d+) of them", said) or [len(can)])[0]) == (few or len(can))
        assert int((re.findall(r"; (\d+) characteristics? w\w+ not collected", said) or [0])[0]) == unasked
    else:
        assert re.search(rf"on {len(fewer)} of {len(can)} characteristic", said)


def line(row: Row, slow: Slow) -> int:
    """One characteristic's line: both shares in the order its word says, and who did not say."""
    if not row["collected"]:
        return int(bool(re.search(rf"said: .*{row['characteristic_name'].lower()}", words.uncollected([row]))))
    said, everyone = well_formed(words.finding(row)), row["answered"] + row["unanswered"]
    if row["verdict"] in (FEWER, MORE):
        us, them = re.findall(r": (.*?) of those who answered, (.*?) of the population", said)[0]
        in_order(row["verdict"], us, them)
        more = re.findall(r"About ([\d,]+) more", said)
        assert bool(more) == (row["verdict"] == FEWER and row["expected_share"] <= 50)
    if row["verdict"] == SAID[2]:
        gap = gap_of(row, slow)
        assert re.findall(r"gap of (\d+) points", said) == ([] if gap is None else [str(round(gap))])
        assert unseen(gap) == ("Like the population" not in said)
    quiet = words.unanswered(row)
    assert not (everyone < 20 and "%" in quiet), row
    if "%" in quiet and "under" not in quiet:
        assert abs(float(quiet.split("%")[0].split()[-1]) - 100 * row["unanswered"] / everyone) <= 0.5 + 1e-9
    return 2


def gap_of(row: Row, slow: Slow) -> float | None:
    """The smallest gap that the slow test would usually notice for the clearest group of a characteristic."""
    mine = [each for key, each in slow.items() if key[:2] == (row["directorate"], row["characteristic"])]
    found = [each for each in mine if isclose(each["share"], row["share"]) and isclose(each["expected_share"], row["expected_share"])]
    return found[0]["smallest_gap"]


def unseen(gap: float | None) -> bool:
    """Whether so few answered that only a gap over 10 points would usually show."""
    return gap is None or round(gap) > 10


def in_order(verdict: str, us: str, them: str) -> None:
    """Fewer is a lower share than the population's, as both are written; more a higher one."""
    if us == "fewer than 5 people":
        assert verdict == FEWER
        return
    ours, theirs = (0.5 if "under" in each else 99.5 if "over" in each else float(each.rstrip("%")) for each in (us, them))
    assert (ours < theirs) if verdict == FEWER else (ours > theirs), (verdict, us, them)


def one_characteristic(here: list[Row], slow: Slow, name: str) -> None:
    """The headline over one characteristic, and its picture, name the groups that the test does."""
    place = here[0]["directorate"]
    said = well_formed(words.groups(here, "Here", "Thing"))
    verdicts = {row["category_name"]: slow[place, name, row["category"]].get("verdict") for row in here}
    fewer = [each for each, verdict in verdicts.items() if verdict == FEWER]
    part = re.findall(r"fewer than expected are (.*?)(?:, and more are |$)", said)
    assert (part[0] if part else "") == words.listed(fewer)
    if " more " in said:
        more = re.findall(r"more (?:than expected )?are (.*)$", said)[0]
        singles = [row["category_name"] for row in here if not row["pooled"]]
        assert more == words.listed(each for each in singles if verdicts[each] == MORE)
    if all(verdicts.values()):
        drawn = pieces(against_population(
            [{**row, "share_shown": words.share_shown(row)} for row in here],
            category="category_name", population="expected_share",
        ))  # fmt: skip
        told = {each["name"]: each["verdict"] for each in drawn if "verdict" in each}
        assert told == verdicts, (told, verdicts)
