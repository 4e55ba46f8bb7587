"""Every polluted form of a clean return loads the very rows of the clean one, and no others."""

from collections.abc import Iterator

import pytest

from data.database import Database
from data.reading import reader
from data.reading.here import read_here
from tests.data.reading.clean import CLEAN, held
from tests.data.reading.corpus import Polluted, corpus
from tests.data.reading.trying import Trial, only_filled, trial
from tests.data.reading.written import as_text


@pytest.fixture(scope="module")
def trying(unchanged: Database) -> Iterator[Trial]:
    """Where files are tried; workbooks are read in this process, which reads the same."""
    with pytest.MonkeyPatch.context() as patch, trial(unchanged) as under_way:
        patch.setattr(reader, "read_in_child", read_here)
        yield under_way


@pytest.mark.parametrize("name", CLEAN)
def test_the_clean_return_loads(trying: Trial, name: str) -> None:
    tried = trying.of(f"{name}.csv", as_text(CLEAN[name]))
    assert (tried.name, tried.problems, tried.notes) == (name, [], ())
    assert only_filled(tried.rows, CLEAN[name][0]) == held(name)


@pytest.mark.parametrize("name", CLEAN)
def test_there_are_sixty_forms_and_more(name: str) -> None:
    assert len({each.content for each in corpus(name)}) >= 60


@pytest.mark.parametrize("file", [*corpus("projects"), *corpus("participation")], ids=str)
def test_a_polluted_file_loads_the_very_rows(trying: Trial, file: Polluted) -> None:
    tried = trying.of(file.file, file.content)
    assert not tried.must_fix, [str(problem) for problem in tried.must_fix]
    assert tried.name == file.name
    assert only_filled(tried.rows, CLEAN[file.name][0]) == held(file.name)
