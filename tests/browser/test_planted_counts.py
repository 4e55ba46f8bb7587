"""Raw counts, planted so that they can be recognised, reach no browser and no log."""

import re
import shutil
import struct
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, WebSocket

import pages
from data.intake import Delivery, Offer, take_in
from data.start import open_ready
from pages.parts.sentences import escaped
from tests.browser.looking import DESKTOP, taken_away, visit
from tests.browser.server import running
from tests.door.visit import visiting
from tests.example import example_database

pytestmark = pytest.mark.browser
PLACE = "RES,2026-27 H1,people"
PEOPLE = {
    "sex": {"female": 104729, "male": 99991, "prefer_not_to_say": 100003},
    "age": {"25_to_44": 152362, "45_to_64": 152361},
    "disability": {"disabled": 101113, "not_disabled": 203610 - 99, "not_known": 99},
}
RATING = {"people": 15013, "asked": 15011, "felt_heard": 15007}
PLANTED = [*(n for each in PEOPLE.values() for n in each.values() if n > 99), *RATING.values(), 304723]

PROTECTED = (104725, 104730)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's database with returns whose counts can be recognised."""
    folder = tmp_path_factory.mktemp("planted")
    database = folder / "dashboard.duckdb"
    shutil.copy(example_database(), database)
    people = folder / "participation.csv"
    rows = [f"{PLACE},{c},{k},{n}" for c, each in PEOPLE.items() for k, n in each.items()]
    people.write_text("\n".join(["directorate,period,unit,characteristic,category,count", *rows]))
    rating = folder / "maturity.csv"
    rating.write_text(
        "project_id,period,design,decisions,delivery,evaluation,rated_by,aiming_for,"
        f"{','.join(RATING)}\nREG-P01,2026-27 H1,4,4,4,4,staff,4,{','.join(map(str, RATING.values()))}"
    )
    opened = open_ready(database)
    delivery = Delivery(datetime(2026, 11, 20, 12), reason="planted")
    outcome = take_in(opened, [(delivery, [Offer.of(file) for file in (people, rating)])])
    opened.close()
    assert outcome.status == "loaded", outcome.problems
    return database


@pytest.fixture(scope="module")
def served(planted: Path) -> Iterator[tuple[str, Path]]:
    """The dashboard on that database, and its log."""
    log = planted.parent / "log"
    with running("server.py", log, COPRODUCTION_DATABASE=str(planted)) as address:
        yield address, log


def written(number: int) -> re.Pattern[bytes]:
    """How a number is written: as figures by themselves, or with its comma wherever (a table's cells travel
    one right after another)."""
    return re.compile(rb"(?<![\d.])%d(?!\d)|%s" % (number, f"{number:,}".encode()))


def packed(number: int) -> list[bytes]:
    """How a number travels in frames of figures: the bytes of the usual types."""
    return [struct.pack("<q", number), struct.pack("<d", float(number)), struct.pack(">q", number)]


class Ear:
    """Everything that a browser is sent."""

    def __init__(self, page: Page) -> None:
        self.heard: list[bytes] = []
        page.on("websocket", self.over)
        page.on("response", self.body)

    def over(self, socket: WebSocket) -> None:
        """Listen to a WebSocket from now on."""
        socket.on("framereceived", self.frame)

    def frame(self, payload: str | bytes) -> None:
        """Keep one frame."""
        self.heard.append(payload.encode() if isinstance(payload, str) else payload)

    def body(self, response: Response) -> None:
        """Keep a download or other answer that is not part of Streamlit itself."""
        if "/media/" in response.url:
            self.heard.append(response.body())


def found(numbers: Iterable[int], heard: bytes) -> list[int]:
    """Which of these numbers are in what was heard, in any spelling."""
    return [
        number
        for number in numbers
        if written(number).search(heard) or any(each in heard for each in packed(number))
    ]


def leaks(heard: bytes) -> list[int]:
    """The planted numbers found in what was heard."""
    return found(PLANTED, heard)


def test_a_planted_number_would_be_noticed() -> None:
    assert leaks(b"... 104,729 ...") == [104729]
    assert leaks(b"Male104,729990") == [104729]
    assert leaks(b'{"people": 99991.0, "share": 33.15011}') == [99991]
    assert leaks(struct.pack("<q", 15013)) == [15013]


def test_planted_counts_are_in_no_frame_of_any_page_and_in_no_log(served: tuple[str, Path]) -> None:
    address, log = served
    states = (
        ("due", "directorate=RES"), ("sent", "upload=134"), ("sent", "upload=135"), ("maturity", "directorate=REG"),
        ("projects", "project=REG-P01"), ("diversity", "directorate=RES&characteristic=sex"),
    )  # fmt: skip
    with visiting(address) as visit_all:
        for body in pages.found():
            visit_all.open(body.sign.address if body.sign.order > 1 else "")
            assert visit_all.headings()[0] in (escaped(body.sign.title), "This page is not for your role")
        for where, filters in states:
            visit_all.open(where, filters)
        everything = b"".join(visit_all.heard) + log.read_bytes()
    assert found(PROTECTED, everything), "the protected count should be there"
    assert leaks(everything) == []


def test_planted_counts_are_in_no_download_and_stay_in_no_browser(
    served: tuple[str, Path], browser: Browser
) -> None:
    page = browser.new_page(viewport=DESKTOP)
    ear = Ear(page)
    visit(page, f"{served[0]}/diversity?directorate=RES&characteristic=sex")
    page.get_by_text("Show the figures").first.click()
    waiting = taken_away(page, page.get_by_role("button", name="Download the figures").first.click)
    ear.heard.append(waiting.path().read_bytes())
    ear.heard.append(page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])").encode())
    everything = b"".join(ear.heard)
    assert found(PROTECTED, everything), "the protected count should be there"
    assert leaks(everything) == []
    page.close()
