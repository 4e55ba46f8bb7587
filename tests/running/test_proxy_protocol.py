"""What the proxy speaks: which TLS, and where a request ends."""

import ssl
from collections.abc import Iterator

import pytest

from tests.running.backend import LARGE, echoing
from tests.running.proxy import NAME, Proxy, proxying

HEAD = f"POST / HTTP/1.1\r\nHost: {NAME}\r\nOrigin: https://{NAME}\r\n"
STRONG = "ECDHE-ECDSA-AES256-GCM-SHA384"


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """nginx before a server that says back what it was asked."""
    with echoing() as port, proxying(tmp_path_factory.mktemp("protocol"), port) as running:
        yield running


def spoken(proxy: Proxy, ciphers: str) -> tuple[str | None, str]:
    """The protocol and cipher agreed with somebody who speaks TLS 1.2 and these ciphers at most."""

    def limit(trust: ssl.SSLContext) -> None:
        trust.maximum_version = ssl.TLSVersion.TLSv1_2
        trust.set_ciphers(ciphers)

    with proxy.secured(limit=limit) as link:
        return link.version(), (link.cipher() or ("",))[0]


def test_the_strongest_cipher_is_preferred_and_weak_ones_are_refused(proxy: Proxy) -> None:
    assert spoken(proxy, f"ECDHE-ECDSA-AES128-GCM-SHA256:{STRONG}") == ("TLSv1.2", STRONG)
    for weak in ("ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA384", "AES128-GCM-SHA256"):
        with pytest.raises(ssl.SSLError):
            spoken(proxy, weak)


def test_the_large_cookies_of_a_sign_in_come_and_go(proxy: Proxy) -> None:
    status, said, _ = proxy.asked("GET", "/oauth2callback")
    assert status == 200 and [len(each) > 3_900 for each in said.get_all("Set-Cookie") or []] == [True] * 3
    held = f"a={LARGE}; b={LARGE}; c={LARGE}"
    status, _, back = proxy.asked("GET", "/", {"Cookie": held})
    assert status == 200 and held.encode() in back


@pytest.mark.parametrize(
    "lengths",
    [
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Content-Length: 5\r\nContent-Length: 0\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding : chunked\r\n",
    ],
)
def test_a_request_whose_end_is_in_doubt_is_refused(proxy: Proxy, lengths: str) -> None:
    inside = "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"
    with proxy.secured() as link:
        link.sendall(f"{HEAD}{lengths}\r\n{inside}".encode())
        said = b"".join(iter(lambda: link.recv(4096), b""))
    assert said.split(b" ")[1] in (b"400", b"501")
    assert said.count(b"HTTP/1.1") == 1
