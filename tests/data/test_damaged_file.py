"""A file that is not this dashboard's sound database gets a sentence, and keeps every byte."""

import random
import shutil
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from data import load
from data.mistakes import NotReady
from data.settings import database_path
from data.start import open_dashboard, open_ready
from tests.data.sending import PEOPLE, put

ROOT = Path(__file__).parents[2]
DAMAGED = "is damaged or is not the dashboard's database; it was left as it is. Move it aside"
NEWER = "was made by a newer version than this one; it was left as it is. Update the dashboard"
BLOCK = 4096
NOISE = random.Random(1).randbytes(50_000)


def summed(block: bytes) -> bytes:
    """A block of DuckDB's header with the checksum that it must start with."""
    figure = 5381
    for (word,) in struct.iter_unpack("<Q", block[8:]):
        figure ^= word * 0xBF58476D1CE4E5B9 & (1 << 64) - 1
    return struct.pack("<Q", figure) + block[8:]


def of_later_duckdb(sound: bytes) -> bytes:
    """The file as if a DuckDB far in the future had written it."""
    return summed(sound[:12] + struct.pack("<Q", 999) + sound[20:BLOCK]) + sound[BLOCK:]


def of_sqlite(sound: bytes, path: Path) -> None:
    """A database of another program."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table mine (a)")


def of_duckdb(sql: str) -> Callable[[bytes, Path], None]:
    """A DuckDB file in which somebody else did something."""

    def make(sound: bytes, path: Path) -> None:
        with duckdb.connect(str(path)) as connection:
            connection.execute(sql)

    return make


def of_later_format(sound: bytes, path: Path) -> None:
    """The dashboard's own file, marked as of a format to come."""
    path.write_bytes(sound)
    of_duckdb("update sent.setting set value = '99' where name = 'format'")(b"", path)


def put_bytes(change: Callable[[bytes], bytes]) -> Callable[[bytes, Path], object]:
    """A file of the sound file's bytes, changed."""
    return lambda sound, path: path.write_bytes(change(sound))


FILES: dict[str, tuple[Callable[[bytes, Path], object], str]] = {
    "no byte": (put_bytes(lambda sound: b""), DAMAGED),
    "random bytes": (put_bytes(lambda sound: NOISE), DAMAGED),
    "a text": (put_bytes(lambda sound: b"not a database\n"), DAMAGED),
    "a beginning": (put_bytes(lambda sound: sound[:5000]), DAMAGED),
    "half a file": (put_bytes(lambda sound: sound[: len(sound) // 2]), DAMAGED),
    "a spoilt header": (put_bytes(lambda sound: sound[:40] + b"spoilt" + sound[46:]), DAMAGED),
    "a spoilt middle": (
        put_bytes(lambda sound: sound[: 3 * BLOCK] + NOISE + sound[3 * BLOCK + 50_000 :]), DAMAGED),
    "another program's": (of_sqlite, DAMAGED),
    "somebody's tables": (of_duckdb("create table mine as select 1 as a"), DAMAGED),
    "somebody's view": (of_duckdb("create view mine as select 1 as a"), DAMAGED),
    "a later DuckDB's": (put_bytes(of_later_duckdb), NEWER),
    "a later format": (of_later_format, NEWER),
}  # fmt: skip


@pytest.fixture
def blocked(tmp_path: Path) -> Path:
    """A path with “lock” in it, which must not be taken for DuckDB's word for a lock."""
    return tmp_path / "clock-block" / "dashboard.duckdb"


@pytest.mark.parametrize(("make", "says"), FILES.values(), ids=FILES)
def test_a_file_that_cannot_be_used_gets_one_sentence_and_keeps_its_bytes(
    blocked: Path, council_file: Path, make: Callable[[bytes, Path], object], says: str
) -> None:
    blocked.parent.mkdir()
    make(council_file.read_bytes(), blocked)
    before = blocked.read_bytes()
    for start in (open_ready, lambda path: open_dashboard(path, None)):
        with pytest.raises(NotReady) as refused:
            start(blocked)
        said = str(refused.value)
        assert says in said and str(blocked) in said and "COPRODUCTION_DATABASE" in said
        assert "\n" not in said and blocked.read_bytes() == before
        assert [path.name for path in blocked.parent.iterdir()] == [blocked.name]


@pytest.mark.parametrize("seed", range(8))
def test_damage_anywhere_is_a_sentence_or_not_in_the_way(
    council_path: Path, council_key: Path, seed: int
) -> None:
    spoilt, chance = bytearray(council_path.read_bytes()), random.Random(seed)
    for _ in range(3):
        place = chance.randrange(len(spoilt) - 64)
        spoilt[place : place + 64] = chance.randbytes(64)
    council_path.write_bytes(spoilt)
    try:
        database = open_ready(council_path)
    except NotReady as refused:
        assert DAMAGED in str(refused) and council_path.read_bytes() == spoilt
        return
    for (name,) in database.read("select table_name from duckdb_tables() where schema_name = 'sent'").rows:
        try:
            database.read(f"select count(*), bit_xor(hash(held)) from sent.{name} as held")
        except NotReady as refused:
            assert DAMAGED in str(refused)
    database.close()


def test_the_command_shows_no_traceback(council_path: Path, tmp_path: Path) -> None:
    council_path.write_bytes(NOISE)
    said = subprocess.run(
        [sys.executable, "-m", "data.load", str(put(tmp_path, "people.csv", PEOPLE))],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith(f"The file {council_path} {DAMAGED}")
    assert said.stderr.count("\n") == 1 and council_path.read_bytes() == NOISE


def test_a_folder_in_the_way_of_the_database_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database_path().mkdir(parents=True)
    assert load.main([str(put(tmp_path, "people.csv", PEOPLE))]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    shutil.rmtree(database_path().parent)
    database_path().parent.write_text("a file where a folder is wanted")
    assert load.main([str(put(tmp_path, "people.csv", PEOPLE))]) == 1
    assert "cannot be made: " in capsys.readouterr().err
