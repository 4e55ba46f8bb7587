"""Looking at a page as a browser does: when it is ready, what it says, what is wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Download, Error, Page, Request, TimeoutError

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",  # no other machine is found
]  # fmt: skip
DESKTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
PATIENCE = 90_000  # the first page of a server just started, on a machine with other things to do
TALLEST = 8000

# What Streamlit's own parts break and neither a page nor our style can mend: the rule, and a piece of the
# tag that breaks it. docs/accessibility.md says why each is left; anything else is ours.
STREAMLITS_OWN = (
    ("landmark-unique", 'aria-label="Scrollable table"'),
    ("presentation-role-conflict", 'data-testid="stFileUploaderDropzone"'),
    ("focus-order-semantics", 'data-testid="stCode"'),
    ("focus-order-semantics", 'data-tag=""'),
    ("region", 'role="listbox"'),
)
# Rules of these kinds are tried; level AAA is more than the standard asked for.
KINDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice", "experimental")


def ready(page: Page) -> None:
    """Wait until the script has run and every picture is drawn."""
    page.wait_for_selector(READY, timeout=PATIENCE)
    page.wait_for_selector("[data-testid=stSkeleton]", state="detached")
    page.wait_for_timeout(150)
    page.wait_for_selector(READY, timeout=PATIENCE)


def arrived(page: Page, *words: str) -> None:
    """Wait until the address says each of these and the page is at rest: right after a press it still stands there."""
    page.wait_for_url(lambda url: all(each in url for each in words))
    ready(page)


def visit(page: Page, address: str) -> None:
    """Open an address and wait until it is ready."""
    page.goto(address)
    ready(page)


def taken_away(page: Page, press: Callable[[], object]) -> Download:
    """The file that a press gives, pressed once the page is at rest: a file goes with the run that offers it."""
    ready(page)
    try:
        with page.expect_download() as waiting:
            press()
    except TimeoutError as late:
        said = page.locator("[data-testid=stMain] [role=alert], [data-testid=stMain] [data-testid=stAlert]")
        raise AssertionError(f"No file came. The page warns: {said.all_inner_texts()}") from late
    return waiting.value


def violations(page: Page) -> list[str]:
    """What breaks any rule of axe-core here, best practice too, less what is Streamlit's own."""
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": KINDS}}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{each['id']} ({each['impact']}): {node['html'][:200]}"
        for each in found
        for node in each["nodes"]
        if not any(each["id"] == rule and piece in node["html"] for rule, piece in STREAMLITS_OWN)
    ]


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))


def picture(page: Page, file: Path) -> None:
    """Write the whole page as a PNG, not only the part in the window."""
    size = page.viewport_size or DESKTOP
    tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": min(TALLEST, max(tall, size["height"]))})
    ready(page)
    page.wait_for_timeout(700)
    page.screenshot(path=file)
    page.set_viewport_size(size)


@dataclass
class Watch:
    """What a page says on the console as an error, and what it asks of other machines."""

    errors: list[str] = field(default_factory=list)
    outgoing: list[str] = field(default_factory=list)

    def over(self, page: Page) -> "Watch":
        """Watch this page from now on."""
        page.on("console", self.hear)
        page.on("pageerror", self.stumble)
        page.on("request", self.see)
        return self

    def off(self, page: Page) -> None:
        """Watch this page no longer: what it says from now on is another test's."""
        page.remove_listener("console", self.hear)
        page.remove_listener("pageerror", self.stumble)
        page.remove_listener("request", self.see)

    def stumble(self, error: Error) -> None:
        """Note a mistake that nobody caught."""
        self.errors.append(str(error))

    def hear(self, message: ConsoleMessage) -> None:
        """Note an error, but not Streamlit's own probing for the address it is served under."""
        probing = message.location.get("url", "").endswith(("/_stcore/health", "/_stcore/host-config"))
        if message.type == "error" and not probing:
            self.errors.append(message.text)

    def see(self, request: Request) -> None:
        """Note a request that leaves this machine."""
        if not request.url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")):
            self.outgoing.append(request.url)
