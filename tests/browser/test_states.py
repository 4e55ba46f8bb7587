"""Every page in every state, in windows of three widths: nothing cut, covered, off the screen or jumping."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.layout import SIZES, TOP, amiss, jumped
from tests.browser.looking import DESKTOP, PHONE, ready, violations, visit
from tests.browser.states import served
from tests.browser.test_pages import ADDRESSES

pytestmark = pytest.mark.browser
NARROWER = ((768, 1024), (320, 640))
FOLD = 768
# Beyond it a page is held to jump (web.dev, Cumulative Layout Shift: good up to 0.1).
JUMP = 0.1
OPENED = 3
# The house's type: title, answer, headings of three levels, text, and what stands beside it.
SCALE = {32.0, 24.0, 19.0, 17.0, 16.0, 14.0}
TITLE = ["32px", '"Source Sans", sans-serif', "700", "rgb(26, 26, 26)", 80]
# Addresses that name what is not there, and what is shown instead; a directorate that never sent a return.
REFUSED = (
    "maturity?period=soon&directorate=NOBODY", "projects?project=NONE-P99", "sent?upload=999999",
    "diversity?as_it_stood_on=2031-02-30", "themes?theme=T99&directorate=RES",
)  # fmt: skip
NO_RETURN = ("LAW", "RES")
FEW = ("maturity",)


@pytest.fixture(scope="module")
def in_state(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[str]:
    """The web address of a dashboard in the state a test asks for."""
    with served(request.param, tmp_path_factory.mktemp("state")) as address:
        yield address


def lies_well(page: Page, address: str) -> None:
    """The page as it opens on a desktop, then in narrower windows."""
    page.set_viewport_size(DESKTOP)
    visit(page, address)
    top = page.evaluate(TOP)
    assert top["title"] == TITLE
    assert top["foot"] <= FOLD, f"“{top['answer']}” is not seen without scrolling"
    assert set(page.evaluate(SIZES)) <= SCALE
    assert amiss(page) == []
    for width, height in NARROWER:
        page.set_viewport_size({"width": width, "height": height})
        ready(page)
        assert (width, amiss(page)) == (width, [])


@pytest.mark.parametrize(
    "address", [pytest.param(each, marks=() if each in FEW else pytest.mark.trial) for each in ADDRESSES]
)
def test_a_page_of_many_projects_lies_well(dashboard: str, desktop: Page, address: str) -> None:
    lies_well(desktop, f"{dashboard}/{address}")


@pytest.mark.parametrize("in_state", ["empty"], indirect=True)
def test_a_page_without_any_return_lies_well(in_state: str, desktop: Page) -> None:
    lies_well(desktop, f"{in_state}/")


@pytest.mark.trial
@pytest.mark.parametrize("size", (DESKTOP, PHONE), ids=("desktop", "phone"))
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_does_not_jump_as_it_loads(
    dashboard: str, desktop: Page, address: str, size: ViewportSize
) -> None:
    desktop.set_viewport_size(size)
    for _ in range(OPENED):
        visit(desktop, f"{dashboard}/{address}")
        far, moved = jumped(desktop)
        assert far <= JUMP, moved


@pytest.mark.trial
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("in_state", ["empty", "one project", "unreadable"], indirect=True)
def test_a_page_in_every_other_state_lies_well_and_breaks_no_rule(
    in_state: str, desktop: Page, address: str
) -> None:
    lies_well(desktop, f"{in_state}/{address}")
    for size in (PHONE, DESKTOP):
        desktop.set_viewport_size(size)
        ready(desktop)
        assert violations(desktop) == []


@pytest.mark.trial
@pytest.mark.parametrize("place", NO_RETURN)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_of_a_directorate_without_returns_lies_well(
    dashboard: str, desktop: Page, address: str, place: str
) -> None:
    lies_well(desktop, f"{dashboard}/{address}?directorate={place}")


@pytest.mark.parametrize(
    "address", [pytest.param(each, marks=() if each == REFUSED[1] else pytest.mark.trial) for each in REFUSED]
)
def test_a_page_asked_for_what_is_not_there_lies_well(dashboard: str, desktop: Page, address: str) -> None:
    lies_well(desktop, f"{dashboard}/{address}")


@pytest.mark.trial
def test_a_page_that_breaks_says_so_and_lies_well(furniture: str, desktop: Page) -> None:
    visit(desktop, f"{furniture}/broken")
    expect(desktop.get_by_text("This page could not be worked out")).to_be_visible()
    assert amiss(desktop) == []
