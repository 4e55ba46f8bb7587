"""python -m tests.running.apart FOLDER DATABASE, in a network of its own: where the dashboard sends anything.

Everything that leaves for another address falls into a sink, which tells the addresses as JSON:
with the dashboard open, with a sign-in begun, and, to show that the sink catches, after one call.
"""

import json
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pages
from tests.browser.server import running
from tests.door.signed import signing_in
from tests.door.visit import visiting

SINK, PROVIDER, ELSEWHERE, LAST = "sink0", "10.99.0.2", "192.0.2.7", "10.99.0.9"
EVERY_PACKET, IPV4, IPV6 = 3, 0x0800, 0x86DD
NEIGHBOURS = 58  # what an IPv6 link says of itself
PAGES = ("", *(body.sign.address for body in pages.found()[1:] if body.sign.needs != "demo"))
NETWORK = f"""
ip link set lo up
ip link add {SINK} type veth peer name sink1
ip link set sink1 up
ip addr add 10.99.0.1/24 dev {SINK}
ip link set {SINK} up
ip route add default via {PROVIDER}
ip neigh add {PROVIDER} lladdr 02:00:00:00:00:02 dev {SINK}
ip neigh add {LAST} lladdr 02:00:00:00:00:09 dev {SINK}
"""


class Sink:
    """Everything that leaves this network, by the address it was meant for."""

    def __init__(self) -> None:
        self.to: set[str] = set()
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(EVERY_PACKET))
        self._socket.bind((SINK, 0))
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            packet = self._socket.recv(65535)
            kind = int.from_bytes(packet[12:14], "big")
            if kind == IPV4:
                self.to.add(socket.inet_ntoa(packet[30:34]))
            elif kind == IPV6 and packet[20] not in (0, NEIGHBOURS):
                self.to.add(socket.inet_ntop(socket.AF_INET6, packet[38:54]))

    def emptied(self) -> list[str]:
        """The addresses so far, once a packet of ours has come after them."""
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
            last.sendto(b"last", (LAST, 9))
        until = time.monotonic() + 10
        while LAST not in self.to and time.monotonic() < until:
            time.sleep(0.01)
        assert LAST in self.to, "the sink catches nothing"
        found, self.to = sorted(self.to - {LAST}), set()
        return found


def looked_at(address: str) -> int:
    """Open every page; how many headings were seen."""
    with visiting(address) as visit:
        return sum(len(visit.open(page).headings()) for page in PAGES)


def signed_in(address: str) -> None:
    """Press the one button of the sign-in page, and follow where it leads."""
    with visiting(address) as visit:
        (button,) = visit.open().drawn("button")
        pressed = visit.open(**{button.id: True})
    (leads,) = [each.auth_redirect.url for each in pressed.messages if each.WhichOneof("type") == "auth_redirect"]
    with suppress(URLError, OSError), urlopen(f"{address}{leads}", timeout=3):
        pass


def main(folder: Path, database: str) -> None:
    """Set the network up, live through the three parts, and print what the sink caught in each."""
    for line in filter(None, NETWORK.splitlines()):
        subprocess.run(line.split(), check=True)
    sink, caught = Sink(), {}
    sink.emptied()
    with running("server.py", folder / "log", COPRODUCTION_DATABASE=database) as address:
        headings = looked_at(address)
    caught["open"] = sink.emptied()
    with signing_in(folder, Path(database), f"https://{PROVIDER}:9000") as dashboard:
        signed_in(dashboard.address)
    caught["signing in"] = sink.emptied()
    with socket.socket() as call, suppress(OSError):
        call.settimeout(1)
        call.connect((ELSEWHERE, 443))
    caught["a call"] = sink.emptied()
    print(json.dumps({"headings": headings, **caught}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
