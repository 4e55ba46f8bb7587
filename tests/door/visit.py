"""A visit without a browser: what a page sends, and any message that somebody could make up."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash
from streamlit.web.server.starlette.starlette_app_utils import (
    generate_xsrf_token_string,
)
from streamlit.web.server.starlette.starlette_server_config import (
    USER_COOKIE_NAME,
    XSRF_COOKIE_NAME,
)
from websockets.sync.client import ClientConnection, connect

PATIENCE = 90
OURS = "our own"
AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN


@dataclass
class Visit:
    """A connection as a tab has one, everything it was sent in the newest run, and every frame ever."""

    connection: ClientConnection
    session: str = ""
    heard: list[bytes] = field(default_factory=list)
    messages: list[ForwardMsg] = field(default_factory=list)

    def open(self, page: str = "", query: str = "", **widgets: object) -> "Visit":
        """Ask for a page (by its address) with these widgets as they say they stand."""
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_script_hash = calc_hash(page)
        for name, value in widgets.items():
            state = asked.rerun_script.widget_states.widgets.add(id=name)
            if value is True:
                state.trigger_value = True
            else:
                state.string_value = str(value)
        return self.send(asked)

    def send(self, asked: BackMsg) -> "Visit":
        """Send any message, and take in what comes until the page is whole."""
        self.messages = []
        self.connection.send(asked.SerializeToString())
        while not self._ended():
            message = self._next()
            if message.WhichOneof("type") == "new_session":
                self.session, self.messages = message.new_session.initialize.session_id or self.session, []
            self.messages.append(message)
        return self

    def file(self, waiting: str) -> str:
        """Press the button of a file; the address where it then lies, or "" when it is refused."""
        asked = BackMsg()
        asked.backend_operation_request.request_id = f"file {waiting}"
        asked.backend_operation_request.session_id = self.session
        asked.backend_operation_request.deferred_file.file_id = waiting
        self.connection.send(asked.SerializeToString())
        while (message := self._next()).WhichOneof("type") != "backend_operation_response":
            pass
        return str(message.backend_operation_response.deferred_file.url)

    def _next(self) -> ForwardMsg:
        """The next message; its frame is kept."""
        frame = self.connection.recv(timeout=PATIENCE)
        self.heard.append(frame if isinstance(frame, bytes) else frame.encode())
        message = ForwardMsg()
        message.ParseFromString(self.heard[-1])
        return message

    def _ended(self) -> bool:
        """Whether the run has ended, and not only to begin again."""
        last = self.messages[-1] if self.messages else None
        return last is not None and last.WhichOneof("type") == "script_finished" and last.script_finished != AGAIN

    @property
    def elements(self) -> list[Any]:
        """Every element that the run drew."""
        deltas = [each.delta for each in self.messages if each.WhichOneof("type") == "delta"]
        return [each.new_element for each in deltas if each.WhichOneof("type") == "new_element"]

    @property
    def said(self) -> str:
        """Everything the run sent, as text: words, names, figures, addresses of files."""
        return " ".join(str(each) for each in self.messages).replace("\\\\", "")

    def drawn(self, kind: str) -> list[Any]:
        """The elements of one kind."""
        return [getattr(each, kind) for each in self.elements if each.WhichOneof("type") == kind]

    def headings(self) -> list[str]:
        """What the headings say."""
        return [each.body for each in self.drawn("heading")]

    def buttons(self) -> dict[str, str]:
        """The buttons on the page but the one to sign out in its banner: their words and their ids."""
        return {each.label: each.id for each in self.drawn("button") if ":primary" not in each.label}

    def boxes(self) -> dict[str, str]:
        """The text boxes on the page: their words and their ids."""
        return {each.label: each.id for each in self.drawn("text_input")}

    def downloads(self) -> dict[str, str]:
        """The files on offer: what their buttons say, and what stands for each until it is pressed."""
        return {each.label: each.deferred_file_id or each.url for each in self.drawn("download_button")}

    def links(self) -> list[str]:
        """The words of the links to other pages."""
        return [each.label for each in self.drawn("page_link")]

    def in_the_menu(self) -> list[str]:
        """The titles of the pages that the menu shows."""
        menus = [each.navigation for each in self.messages if each.WhichOneof("type") == "navigation"]
        return [page.page_name for page in menus[-1].app_pages if not page.is_hidden]


@contextmanager
def visiting(address: str, ticket: str = "", origin: str | None = OURS) -> Iterator[Visit]:
    """A visit with this sign-in cookie, closed at the end; `origin` takes the place of our own."""
    mark = generate_xsrf_token_string()
    cookies = {XSRF_COOKIE_NAME: mark, USER_COOKIE_NAME: ticket}
    sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items() if value)}
    with connect(
        f"ws://{urlsplit(address).netloc}/_stcore/stream",
        origin=address if origin is OURS else origin,  # type: ignore[arg-type]
        subprotocols=["streamlit", mark],  # type: ignore[list-item]
        additional_headers=sent,
        max_size=None, proxy=None,
    ) as connection:  # fmt: skip
        yield Visit(connection)
