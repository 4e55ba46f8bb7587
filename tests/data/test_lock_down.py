"""The database is locked: nothing outside it can be read, loaded or set, and reading writes nothing."""

from pathlib import Path

import duckdb
import pytest

from data.database import Database
from data.mistakes import AuthorMistake
from data.settings import ledger_path
from data.start import open_ready
from tests.data.sending import contents

FILES = (
    "from read_csv('{file}')",
    "from read_text('{file}')",
    "from read_blob('{file}')",
    "from glob('{folder}/*')",
    "from '{file}'",
    "from read_csv('https://example.org/a.csv')",

)
STATEMENTS = (
    "attach '{folder}/other.duckdb'",
    "copy sent.upload to '{folder}/copy.csv'",
    "export database '{folder}/export'",
    "install httpfs",
    "load httpfs",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "set memory_limit = '100GB'",
    "reset enable_external_access",
    "pragma enable_profiling",
)
WRITES = (
    "drop table sent.upload",
    "delete from sent.event",
    "update sent.setting set value = 'no'",
    "insert into sent.setting values ('a', 'b')",
    "create table mine (a integer)",
    "select 1; drop table sent.upload",
    "begin; delete from sent.event; commit",
    "",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file that anybody might want to read."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret.csv").write_text("secret\n7919\n")
    return folder


@pytest.mark.parametrize("sql", FILES)
def test_no_file_can_be_read(unchanged: Database, folder: Path, sql: str) -> None:
    with pytest.raises(duckdb.Error, match="disabled|not exist|cannot be|permission"):
        unchanged.read(sql.format(file=folder / "secret.csv", folder=folder))


@pytest.mark.parametrize("sql", STATEMENTS)
def test_nothing_can_be_attached_loaded_written_out_or_set(
    unchanged: Database, folder: Path, sql: str
) -> None:
    statement = sql.format(folder=folder)
    with pytest.raises(AuthorMistake, match="only one SELECT can be read with"):
        unchanged.read(statement)
    if not statement.startswith("pragma"):
        with pytest.raises(duckdb.Error), unchanged.writing() as writer:
            writer.cursor.execute(statement)
    assert [path.name for path in folder.iterdir()] == ["secret.csv"]


@pytest.mark.parametrize("sql", WRITES)
def test_reading_writes_nothing(unchanged: Database, sql: str) -> None:
    before = contents(unchanged)
    with pytest.raises(AuthorMistake):
        unchanged.read(sql)
    assert contents(unchanged) == before


def test_a_frame_of_python_is_not_a_table(unchanged: Database) -> None:
    import pandas

    frame = pandas.DataFrame({"a": [1]})
    assert len(frame) == 1
    with pytest.raises(duckdb.Error, match="frame does not exist"):
        unchanged.read("from frame")


def test_a_parameter_is_a_value_and_never_sql(unchanged: Database) -> None:
    hostile = "'; drop table sent.upload; --"
    rows = unchanged.read("select $word as word", {"word": hostile}).rows
    assert rows == [(hostile,)] and unchanged.read("from sent.upload").rows


def test_a_start_that_changes_nothing_leaves_every_byte_as_it_was(council_path: Path) -> None:
    ledger, before = ledger_path(council_path), council_path.read_bytes()
    open_ready(council_path).close()
    noted = ledger.read_bytes()
    open_ready(council_path).close()
    assert (council_path.read_bytes(), ledger.read_bytes()) == (before, noted)
    assert set(council_path.parent.iterdir()) == {council_path, ledger}


def test_an_error_while_writing_leaves_nothing_behind(council: Database) -> None:
    before, version = contents(council), council.version
    with pytest.raises(ZeroDivisionError), council.writing() as writer:
        writer.cursor.execute("delete from sent.event")
        raise ZeroDivisionError
    with council.writing() as writer:
        writer.cursor.execute("delete from sent.event")
        writer.abandon()
    assert contents(council) == before and council.version == version
