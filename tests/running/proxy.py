"""The nginx configuration that ships, in a real nginx before a server of a test's own."""

import datetime
import shutil
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPMessage, HTTPResponse
from pathlib import Path
from socket import create_connection

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.browser.server import PATIENCE, ROOT, free_port

SHIPPED = ROOT / "running" / "nginx.conf"
NAME = "dashboard.example.gov.uk"
MAIN = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/start.log;
events {{ worker_connections 1024; }}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxied;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    include {folder}/site.conf;
}}
"""


def certificate(folder: Path) -> None:
    """Write a certificate for our name, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8)
    (folder / "certificate.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "private-key.pem").write_bytes(
        key.private_bytes(*private, serialization.NoEncryption())
    )


@dataclass(frozen=True)
class Proxy:
    """A running nginx: where it listens, and the folder of its certificate and logs."""

    folder: Path
    tls: int
    plain: int

    def secured(
        self, server_name: str = NAME, limit: Callable[[ssl.SSLContext], None] | None = None
    ) -> ssl.SSLSocket:
        """A TLS connection that trusts our certificate and nothing else; `limit` limits it further."""
        trust = ssl.create_default_context(cafile=str(self.folder / "certificate.pem"))
        if limit:
            limit(trust)
        raw = create_connection(("127.0.0.1", self.tls), timeout=PATIENCE)
        return trust.wrap_socket(raw, server_hostname=server_name)

    def asked(
        self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes = b""
    ) -> tuple[int, HTTPMessage, bytes]:
        """Status, headers and body of what comes back over TLS."""
        lines = {"Host": NAME, "Content-Length": str(len(body)), **(headers or {})}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        with self.secured() as link:
            link.sendall(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body)
            answer = HTTPResponse(link, method=method)
            answer.begin()
            status, kept = answer.status, answer.headers
            return status, kept, b"" if status == 101 else answer.read()

    def logged(self) -> str:
        """Everything nginx wrote."""
        return "".join(path.read_text() for path in sorted(self.folder.glob("coproduction*")))


def placed(folder: Path, backend: int, tls: int, plain: int) -> None:
    """Write what ships into a folder: only ports and places are changed."""
    text = SHIPPED.read_text(encoding="utf-8")
    for shipped, here in {
        "127.0.0.1:8501": f"127.0.0.1:{backend}",
        "listen 443": f"listen 127.0.0.1:{tls}",
        "listen 80": f"listen 127.0.0.1:{plain}",
        "/etc/ssl/coproduction/": f"{folder}/",
        "/var/log/nginx/": f"{folder}/",
    }.items():
        assert shipped in text
        text = text.replace(shipped, here)
    (folder / "site.conf").write_text(text, encoding="utf-8")
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder), encoding="utf-8")


@contextmanager
def proxying(folder: Path, backend: int) -> Iterator[Proxy]:
    """A real nginx with what ships before a server on the port `backend`."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not program:
        missing = "There is no nginx here: install the package nginx-light."
        pytest.skip(missing)
    proxy = Proxy(folder, free_port(), free_port())
    certificate(folder)
    placed(folder, backend, proxy.tls, proxy.plain)
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait_until_it_listens(proxy)
        yield proxy
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def wait_until_it_listens(proxy: Proxy) -> None:
    """Return when a TLS handshake succeeds."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            proxy.secured().close()
            return
        except ConnectionRefusedError:
            time.sleep(0.02)
    raise RuntimeError("nginx did not start")
