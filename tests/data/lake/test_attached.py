"""The connection to a lake reaches its own folder and nothing else, and says in a sentence what it lacks."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from data.lake.attached import attached
from data.lake.noting import Noting
from data.mistakes import AuthorMistake, NotReady
from data.settings import lake_address, lake_data
from data.start import open_dashboard
from tests.browser.server import ROOT

FORBIDDEN = (
    "from read_text('/etc/hostname')",
    "copy (select 1) to '/tmp/not-allowed.csv'",
    "attach '/tmp/not-allowed.duckdb' as other",
    "attach 'dbname=postgres' as other (type postgres)",
    "install httpfs",
    "load '/tmp/not-allowed.duckdb_extension'",
    "set enable_external_access = true",
    "set allowed_directories = ['/']",
)


def test_a_lake_is_locked_as_a_file_is(lake: Path) -> None:
    connection = attached(lake_address() or "", lake_data())
    for statement in FORBIDDEN:
        with pytest.raises(duckdb.Error):
            connection.execute(statement)
    connection.execute("create table within as select 1 as one")
    assert connection.execute("from within").fetchall() == [(1,)]
    assert list(lake.rglob("*.parquet"))
    connection.close()


def test_a_lake_without_its_folder_is_refused(lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPRODUCTION_DATA", str(lake / "nowhere"))
    with pytest.raises(NotReady, match="COPRODUCTION_DATA names no folder"):
        attached(lake_address() or "", lake_data())


def test_a_database_of_its_own_is_no_working_copy(lake: Path, council_path: Path, council_file: Path) -> None:
    from data.lake.moving import bring

    before = council_path.read_bytes()
    bring(council_file)
    with pytest.raises(NotReady, match="is a database of its own"):
        open_dashboard(council_path, None)
    assert council_path.read_bytes()[:4096] == before[:4096]


def test_without_its_packages_the_dashboard_starts_and_a_lake_says_what_is_missing() -> None:
    hidden = "import sys; sys.modules.update(dict.fromkeys(['psycopg', 'duckdb_extension_ducklake']))\n"
    tried = "from data.lake.catalogue import Catalogue\ntry: Catalogue('').newest()\n"
    tried += "except Exception as mistake: print(mistake)"
    command = [sys.executable, "-c", f"{hidden}import data.start, queries\n{tried}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert "running/lake/requirements.lock" in done.stdout, done.stderr


def test_a_write_that_cannot_be_noted_is_refused() -> None:
    connection = duckdb.connect()
    connection.execute("create schema sent; create table sent.event (event_id integer)")
    noting = Noting(connection.cursor())
    noting.execute("-- why\ninsert into sent.event values (1); update sent.event set event_id = 2")
    assert (noting.added, noting.changed) == ({"sent.event"}, {"sent.event"})
    for sql in ("drop table sent.event", "with one as (select 1) insert into sent.event from one"):
        with pytest.raises(AuthorMistake, match="cannot be told"):
            noting.execute(sql)
    with pytest.raises(AttributeError):
        noting.append("event", None)
