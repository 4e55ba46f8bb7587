"""Packages: each pinned to one version, and none imported that is not listed."""

import re
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.house.code import modules
from tests.house.imports import packages

FILES = ("requirements.txt", "tests/requirements.txt", "benchmarks/requirements.txt")
LAKE = "running/lake/requirements.txt"
LAKE_PLACES = ("data/lake/", "tests/data/lake/")
PINNED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(\[[a-z,]+\])?==[0-9][0-9A-Za-z.+!]*")


def same(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(path: Path) -> list[str]:
    """The lines of a requirements file that ask for something."""
    if not path.is_file():
        return []
    lines = [line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line]


def loose(root: Path) -> list[str]:
    """Requirements that are not pinned to one version, or that come from somewhere of their own."""
    return [
        f"{name}: {line}"
        for name in (*FILES, LAKE)
        for line in wanted(root / name)
        if not PINNED.fullmatch(line)
    ]


def listed(root: Path, *names: str) -> set[str]:
    """The packages that requirements files list."""
    return {same(re.split(r"[=\[]", line)[0]) for name in names for line in wanted(root / name)}


def unlisted(root: Path) -> list[str]:
    """Packages that the app imports and requirements.txt does not list.

    Tests may use their own too, and benchmarks theirs beside those of the tests; the lake alone has its.
    """
    ours, tests, all_three = (listed(root, *FILES[:many]) for many in (1, 2, 3))
    lake = listed(root, LAKE)
    known = packages_distributions()
    missing = []
    for places, allowed in (((), ours), (("tests",), tests), (("benchmarks",), all_three)):
        for module in modules(root, *places):
            may = allowed | (lake if module.place.startswith(LAKE_PLACES) else set())
            for package in sorted(packages(module)):
                if not {same(each) for each in known.get(package, [package])} & may:
                    missing.append(f"{module.place} imports {package}")
    return missing


def twice(root: Path) -> list[str]:
    """Packages that two files list: each adds to those before it, and repeats nothing."""
    return sorted(
        name
        for place, each in enumerate((*FILES, LAKE))
        for name in listed(root, each) & listed(root, *FILES[:place])
    )
