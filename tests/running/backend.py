"""A server that says back what it was asked, to see what the proxy passes on."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

LARGE = "a" * 3_900  # a browser takes a little more than that in one cookie


class Echo(BaseHTTPRequestHandler):
    """Answers every request with its own headers, as JSON."""

    protocol_version = "HTTP/1.1"

    def answer(self) -> None:
        """Read the body, say back the headers; after a sign-in with cookies as large as they get."""
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        said = json.dumps({name.lower(): value for name, value in self.headers.items()}).encode()
        self.send_response(200)
        if self.path.startswith("/oauth2callback"):
            for number in range(3):
                self.send_header("Set-Cookie", f"signed_in_{number}={LARGE}")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_TRACE = answer  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def echoing() -> Iterator[int]:
    """The port of a server that says back what it was asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
