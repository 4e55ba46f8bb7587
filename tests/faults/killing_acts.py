"""Kills in what is done beside sending: taking back, erasing, backing up, bringing an older file up to date."""

import shutil

import duckdb

from data.backup import kept, verify
from data.settings import backups_folder
from data.upgrading import FORMAT
from tests.faults.killing import WHY, Killing
from tests.faults.points import POINTS, Place

OLDER = (
    "drop table audit.line",
    "drop table access.block",
    "alter table sent.maturity drop column nothing_changed",
    "alter table sent.upload drop column rows_left_out",
    "update sent.setting set value = '1' where name = 'format'",
    "delete from sent.setting where name in ('identity', 'views')",
)
CONTENT = "select (select count(*) from sent.upload), (select bit_xor(hash(held)) from sent.projects as held)"


def place_of(point: str, number: int) -> Place:
    """The places of a point by turns."""
    return POINTS[point][number % len(POINTS[point])]


def kill_withdrawing(killing: Killing, number: int) -> None:
    """Kill a taking back: it was done or it was not, and doing it again ends it."""
    upload = killing.states().popitem()[0]
    became = killing.parent.run("withdraw", upload, *WHY, "--json", place=place_of("in a withdrawal", number))
    done = killing.states()[upload] == "withdrawn"
    assert became.killed and not became.answer
    again = killing.parent.run("withdraw", upload, *WHY, "--json")
    assert again.answer and (again.code, again.answer["status"]) == ((2, "rejected") if done else (0, "withdrawn"))
    assert killing.states()[upload] == "withdrawn"
    killing.parent.run("restore", upload, *WHY, "--json")
    assert killing.states()[upload] == "restored"
    killing.became["withdrawn" if done else "not withdrawn"] += 1


def kill_erasing(killing: Killing, number: int) -> None:
    """Kill an erasing: it was done or it was not, and doing it again leaves no trace."""
    killing.send(killing.next_file())
    upload = max(killing.states())
    became = killing.parent.run("erase", upload, *WHY, "--json", place=place_of("in an erasing", number))
    done = killing.states()[upload] == "erased"
    assert became.killed and not became.answer
    again = killing.parent.run("erase", upload, *WHY, "--json").answer
    assert again and again["status"] == ("already" if done else "erased"), again
    assert killing.states()[upload] == "erased"
    assert not [left for left in killing.path.parent.iterdir() if left.name.startswith("writing-anew-")]
    killing.became["erased" if done else "not erased"] += 1


def kill_backing_up(killing: Killing, number: int) -> None:
    """Kill a backup: those before it are whole, none is there by half, and the next one is made."""
    place = place_of("in a backup", number)
    became = killing.parent.run("make", command="data.backup", place=place)
    assert became.killed, became
    killing.states()
    whole = kept(killing.path)
    assert [wrong for each in whole if (wrong := verify(each))] == []
    made = killing.parent.run("make", command="data.backup")
    assert made.code == 0 and not made.wrong, made
    found = kept(killing.path)
    assert found and not [wrong for each in found if (wrong := verify(each))]
    known = {each.file for each in found}
    files = {each.name for each in backups_folder(killing.path).glob("*.duckdb")}
    assert files == known
    assert not list(backups_folder(killing.path).glob("making-*"))
    killing.became[f"{len(whole)} good before, {len(found)} after"] += 1


def kill_bringing_up_to_date(killing: Killing, number: int) -> None:
    """Kill the opening of an older file: it is older still or up to date, and opens with all it held."""
    killing.begin_again()
    with duckdb.connect(str(killing.path)) as older:
        for change in OLDER:
            older.execute(change)
        before = older.execute(CONTENT).fetchall()
    shutil.rmtree(backups_folder(killing.path), ignore_errors=True)
    place = place_of("in a migration", number)
    became = killing.parent.run("history", "--json", place=place)
    assert became.killed and not became.answer, place
    with duckdb.connect(str(killing.path)) as between:
        held = between.execute("select value from sent.setting where name = 'format'").fetchall()[0][0]
    assert held in ("1", str(FORMAT))
    with killing.opened() as database:
        assert database.setting("format") == str(FORMAT) and database.read(CONTENT).rows == before
    assert [verify(each) for each in kept(killing.path) if each.name.startswith("before-")] == [None]
    killing.became[f"format {held} after the kill"] += 1
