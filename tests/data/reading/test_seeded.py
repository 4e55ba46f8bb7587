"""Each seeded error is found once, at its cell; and a file that is refused changes nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.database import Database
from data.reading import reader
from data.reading.here import read_here
from tests.data.reading.clean import PEOPLE, PROJECTS
from tests.data.reading.seeded import Seeded, seeded
from tests.data.reading.trying import Trial, trial
from tests.data.reading.written import Style, as_text, as_workbook
from tests.data.sending import problems

pytestmark = pytest.mark.usefixtures("council_key")
TEXT = as_text(PROJECTS)
REFUSED = {
    "two tables in a file": as_text([*PROJECTS, [], *PEOPLE]),
    "two tables in a worksheet": as_workbook([*PROJECTS, [], *PEOPLE]),
    "a header alone": as_text(PROJECTS[:1]),
    "a worksheet with a header alone": as_workbook(PROJECTS[:1]),
    "a blank worksheet": as_workbook([]),
    "two codings": TEXT + "NEW-9,Café".encode("cp1252"),
    "letters of no coding": TEXT.replace(b"Total", b"Tot\x8dl"),
    "a quotation mark not closed": TEXT.replace(b"Total", b'"Total'),
    "a quotation mark inside": TEXT.replace(b"Total Place", b'"Total" Place'),
    "a cell too many": TEXT.replace(b"Total Place", b"Total, Place"),
    "a cell too few": TEXT.replace(b"Total Place,", b""),
    "half a workbook": as_workbook(PROJECTS)[:3000],
    "two bytes a letter, cut": as_text(PROJECTS, Style(encoding="utf-16"))[:-1],
    "columns of another kind": as_text([["colour", "shape"], ["red", "round"]]),
}


@pytest.fixture(scope="module")
def trying(unchanged: Database) -> Iterator[Trial]:
    """Where files are tried; workbooks are read in this process, which reads the same."""
    with pytest.MonkeyPatch.context() as patch, trial(unchanged) as under_way:
        patch.setattr(reader, "read_in_child", read_here)
        yield under_way


@pytest.mark.parametrize("wrong", list(seeded()), ids=str)
def test_a_seeded_error_is_found_once_at_its_cell(trying: Trial, wrong: Seeded) -> None:
    tried = trying.of(wrong.file, wrong.content)
    assert len(tried.must_fix) == 1, [str(problem) for problem in tried.must_fix]
    (problem,) = tried.must_fix
    assert (problem.column, problem.value, problem.kind) == (wrong.column, wrong.value, wrong.kind)
    assert (problem.line, problem.excel_row, problem.letter) == (
        wrong.line, wrong.excel_row, wrong.letter)  # fmt: skip
    assert problem.message.endswith(".") and problem.file == wrong.file


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_what_is_refused_changes_nothing(
    unchanged: Database, tmp_path: Path, content: bytes
) -> None:
    found = [each for each in problems(unchanged, tmp_path, projects=content)
             if each.severity == "must_fix"]  # fmt: skip
    assert 1 <= len(found) <= 3
    assert found[0].message.endswith(".") and "\n" not in found[0].message
