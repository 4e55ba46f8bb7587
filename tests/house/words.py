"""Words that do not belong: unfinished work, places on one machine, addresses to fetch from."""

import re
from collections.abc import Iterable
from pathlib import Path

from tests.house.code import Module, modules
from tests.house.imports import imports

SUFFIXES = (".py", ".sql", ".json", ".csv", ".md", ".toml", ".txt", ".yml", ".yaml")
SKIPPED = ("__pycache__",)
UNFINISHED = re.compile(r"\b(T[O]DO|F[I]XME|X[X]X|H[A]CK|T[B]C)\b")
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|work|Users|mnt)/[\w.]")
ADDRESS = re.compile(r"(?:https?|ftp|wss?)://[^\s\"'“”)\]>,]*", re.IGNORECASE)
NETWORK = {
    "aiohttp", "ftplib", "http.client", "httpx", "imaplib", "poplib", "requests", "smtplib",
    "socket", "telnetlib", "urllib.request", "urllib3", "websocket", "xmlrpc",
}  # fmt: skip
# Sockets of the relay are files of this machine, which no network reaches.
LOCAL = "data/relay/"
REACHES_OUT = re.compile(r"\b(AF_INET6?|AF_PACKET|create_connection|create_server|getaddrinfo)\b")


def texts(root: Path) -> Iterable[tuple[str, str]]:
    """Every text file of the project, with its place; hidden folders and what is built left out."""
    for path in sorted(root.rglob("*")):
        place = path.relative_to(root)
        hidden = any(part.startswith(".") or part in SKIPPED for part in place.parts[:-1])
        if path.suffix in SUFFIXES and path.is_file() and not hidden:
            yield place.as_posix(), path.read_text(encoding="utf-8")


def found(root: Path, pattern: re.Pattern[str]) -> list[str]:
    """Where a pattern is found, as place:line word."""
    return [
        f"{place}:{number} {match[0]}"
        for place, text in texts(root)
        for number, line in enumerate(text.splitlines(), 1)
        for match in pattern.finditer(line)
    ]


def unfinished(root: Path) -> list[str]:
    """Marks of unfinished work."""
    return found(root, UNFINISHED)


def machine_paths(root: Path) -> list[str]:
    """Paths that exist on one machine only."""
    return found(root, MACHINE)


def unknown_addresses(root: Path, links: Iterable[str]) -> list[str]:
    """Addresses in the app's code and settings that are none of the links a reader may click."""
    known = tuple(links)
    settings = root / ".streamlit" / "config.toml"
    places = modules(root)
    if settings.is_file():
        places.append(Module(".streamlit/config.toml", settings.read_text(encoding="utf-8")))
    return [
        f"{module.place} {match[0]}"
        for module in places
        for match in ADDRESS.finditer(module.text)
        if not match[0].startswith(known)
    ]


def network_imports(root: Path) -> list[str]:
    """Modules of the app that import a way to fetch something; the relay may have sockets of its own."""
    return [
        f"{module.place} imports {name}"
        for module in modules(root)
        for one in imports(module)
        for name in [f"{one.module}.{one.name}" if one.name else one.module]
        if any(f"{name}.".startswith(f"{each}.") for each in NETWORK) and not _local(module, one.module)
    ]


def _local(module: Module, name: str) -> bool:
    """Whether a module of the relay imports sockets and makes none that a network reaches."""
    relayed = module.place.startswith(LOCAL) and name == "socket"
    return relayed and not REACHES_OUT.search(module.text)
