"""Whatever a council sends, every sentence says what the figures and the pictures say."""

from collections.abc import Iterable, Iterator
from types import ModuleType

import pytest

from data.database import Database
from tests.pages.again import changed, governance, learning, maturity, overview, projects, standing, themes
from tests.pages.again.people import in_order
from tests.pages.again.people import read_again as read_people_again
from tests.pages.again.reading import read, well_formed
from tests.queries.chance import look
from tests.queries.chance_grown import lively_council
from tests.queries.poured import empty, pour
from tests.queries.stand_in import stand_in
from tests.queries.test_people_to_invite import planted

WORK = (maturity, themes, overview, governance, projects, learning, changed, standing)
FEW = (9, 11)


def named(page: ModuleType) -> str:
    """What a page is called in a test's name."""
    return page.__name__.rsplit(".", 1)[1]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database for one council after the other."""
    made = empty(tmp_path_factory.mktemp("sentences"))
    yield made
    made.close()


def work(database: Database, page: ModuleType, seeds: Iterable[int]) -> int:
    """Read a page's sentences about work of so many councils; how many there were."""
    seen = 0
    for seed in seeds:
        council = lively_council(seed)
        pour(database, council)
        seen += page.read_again(database, council, *look(seed))
    return seen


def people(seeds: range) -> int:
    """Read the sentences about people of so many councils; how many there were."""
    connection = stand_in()
    seen = sum(read_people_again(connection, *planted(seed)) for seed in seeds)
    connection.close()
    return seen


@pytest.mark.parametrize("read_again", WORK, ids=named)
def test_sentences_about_work_in_random_councils(database: Database, read_again: ModuleType) -> None:
    assert work(database, read_again, FEW) > 5


def test_sentences_about_people_in_random_councils() -> None:
    assert people(range(3)) > 60


@pytest.mark.trial
@pytest.mark.parametrize("read_again", WORK, ids=named)
def test_sentences_about_work_in_500_random_councils(database: Database, read_again: ModuleType) -> None:
    assert work(database, read_again, range(1000, 1500)) > 500


@pytest.mark.trial
def test_sentences_about_people_in_500_random_councils() -> None:
    assert people(range(1000, 1500)) > 5000


def test_a_sentence_that_is_not_so_is_seen() -> None:
    for said in ("1 projects are done", "6 of 5 projects", "None of it", "0 of 0 rated projects"):
        with pytest.raises(AssertionError):
            well_formed(said)
    with pytest.raises(AssertionError):
        in_order("Fewer than expected", "20%", "20%")
    assert read(r"(none|\d+) of ([\d,]+) here", "none of 1,205 here") == (0, 1205)
