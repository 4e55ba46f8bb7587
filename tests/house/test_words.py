"""Nothing unfinished, no one machine's paths, and nothing is fetched from the network."""

from pathlib import Path

import pytest

from tests.house.code import PROJECT, hold, planted
from tests.house.words import machine_paths, network_imports, unfinished, unknown_addresses

# Addresses in the app's code: links that a reader may click, and where the dashboard itself is.
LINKS = (
    "https://www.thinklocalactpersonal.org.uk/",  # credit for the ladder, in the footer
    "http://{address}:{port}",  # what the start says
)


def test_nothing_is_left_unfinished() -> None:
    hold(unfinished(PROJECT))


@pytest.mark.parametrize("word", ["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"])
@pytest.mark.parametrize("place", ["data/a.py", "queries/a/b.sql", "docs/a.md", "data/a.csv"])
def test_unfinished_work_is_seen(tmp_path: Path, place: str, word: str) -> None:
    root = planted(tmp_path, {place: f"fine\n-- {word}: later\n", ".git/a.md": word})
    assert unfinished(root) == [f"{place}:2 {word}"]


def test_no_path_is_of_one_machine() -> None:
    hold(machine_paths(PROJECT))


@pytest.mark.parametrize("path", ["/ho" + "me/sam/x", "/ro" + "ot/.cache", "/wo" + "rk/x"])
def test_a_path_of_one_machine_is_seen(tmp_path: Path, path: str) -> None:
    assert (
        len(machine_paths(planted(tmp_path, {"data/a.py": f'x = "{path}"\ny = "data/home/x"'})))
        == 1
    )


def test_the_app_fetches_nothing() -> None:
    hold(unknown_addresses(PROJECT, LINKS))
    hold(network_imports(PROJECT))


@pytest.mark.parametrize(
    "text",
    [
        'x = "https://example.org/a.js"',
        "# see http://example.org",
        'x = f"https://{host}/tiles"',
        "x = 'wss://example.org'",
        'x = "HTTPS://EXAMPLE.ORG"',
    ],
)
@pytest.mark.parametrize(
    "place", ["pages/a/b.py", "data/a.py", "server.py", ".streamlit/config.toml"]
)
def test_an_address_is_seen(tmp_path: Path, place: str, text: str) -> None:
    assert len(unknown_addresses(planted(tmp_path, {place: text}), LINKS)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "import urllib.request", "from urllib import request", "import socket", "import requests",
        "from http import client", "import httpx", "from smtplib import SMTP",
    ],
)  # fmt: skip
def test_a_way_to_fetch_is_seen(tmp_path: Path, text: str) -> None:
    root = planted(tmp_path, {"data/a.py": text, "data/b.py": "from urllib.parse import quote"})
    assert len(network_imports(root)) == 1


@pytest.mark.parametrize("text", ["socket.AF_UNIX", "socket.AF_INET", "socket.create_connection"])
def test_the_relay_has_sockets_of_this_machine_only(tmp_path: Path, text: str) -> None:
    root = planted(tmp_path, {"data/relay/a.py": f"import socket\nx = {text}", "data/relay/b.py": "import ssl"})
    assert (network_imports(root) == []) is (text == "socket.AF_UNIX")


def test_a_link_that_is_listed_may_be_shown(tmp_path: Path) -> None:
    root = planted(tmp_path, {"pages/a/b.py": f'x = "{LINKS[0]}Latest/"'})
    assert unknown_addresses(root, LINKS) == []
