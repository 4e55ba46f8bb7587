"""Clients that go away in the middle of something: a file half sent, a command half asked."""

import json
import socket
from urllib.parse import urlsplit

from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string

from data.relay.address import reach
from data.relay.wire import WORDS
from tests.faults.served import Served

HALF = 4096


def half_a_file(served: Served, session: str, name: str, whole: bool = False) -> str:
    """Send a file to a visit, and go away in the middle unless `whole`; the first line of the answer."""
    place = urlsplit(served.address)
    content, mark = b"x" * 2 * HALF, generate_xsrf_token_string()
    body = (
        b'--edge\r\nContent-Disposition: form-data; name="file"; filename="half.csv"\r\n'
        b"Content-Type: text/csv\r\n\r\n" + content + b"\r\n--edge--\r\n"
    )
    head = (
        f"PUT /_stcore/upload_file/{session}/{name} HTTP/1.1\r\nHost: {place.netloc}\r\n"
        f"Origin: {served.address}\r\nX-Xsrftoken: {mark}\r\nCookie: _streamlit_xsrf={mark}\r\n"
        "Content-Type: multipart/form-data; boundary=edge\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    ).encode()
    with socket.create_connection((str(place.hostname), place.port or 80), timeout=20) as connection:
        connection.sendall(head + (body if whole else body[:HALF]))
        return connection.recv(200).decode("latin-1").split("\r\n")[0] if whole else ""


def half_a_command(served: Served, file: str) -> None:
    """Ask the dashboard to send a file, and go away before it has asked for the file."""
    wire = reach(served.database)
    assert wire is not None
    words = {"command": "data.intake", "words": ["send", file, "--json"], "at_terminal": False, "watching": False}
    wire.say(WORDS, words)
    wire.close()


def half_a_word(served: Served) -> None:
    """Reach the dashboard and go away in the middle of a message."""
    wire = reach(served.database)
    assert wire is not None
    wire.connection.sendall(json.dumps("w").encode()[:1] + b"\0")
    wire.close()
