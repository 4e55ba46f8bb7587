"""Style holds: floors for length, explanation, types and names."""

from pathlib import Path

import pytest

from tests.house.code import PROJECT, hold, planted
from tests.house.style import (
    LONGEST_FUNCTION,
    MIDDLE_FUNCTION,
    long_functions,
    long_modules,
    middle_function,
    unexplained,
    untyped,
    vague_names,
)

# Functions longer than 25 lines, each with its reason. It may grow shorter, never longer.
LONG: dict[str, str] = {}


def test_functions_have_25_lines_at_most_or_a_reason() -> None:
    hold(sorted(set(long_functions(PROJECT)) - set(LONG)))


def test_a_reason_is_kept_only_for_a_function_that_needs_it() -> None:
    hold(sorted(set(LONG) - set(long_functions(PROJECT))))


def test_half_of_the_functions_have_8_lines_at_most() -> None:
    assert middle_function(PROJECT) <= MIDDLE_FUNCTION


def test_modules_have_150_lines_at_most() -> None:
    hold(long_modules(PROJECT))


def test_everything_public_is_explained() -> None:
    hold(unexplained(PROJECT))


def test_every_signature_is_typed() -> None:
    hold(untyped(PROJECT))


def test_nothing_is_named_after_nothing() -> None:
    hold(vague_names(PROJECT))


def lines(count: int) -> str:
    """A function of so many lines."""
    return "def f() -> None:\n" + "    pass\n" * (count - 1)


def test_a_long_function_is_seen(tmp_path: Path) -> None:
    just, over = lines(LONGEST_FUNCTION), lines(LONGEST_FUNCTION + 1)
    root = planted(
        tmp_path, {"data/a.py": just, "data/b.py": over, "queries/c.py": f"async {over}"}
    )
    assert long_functions(root) == ["queries/c.py:f", "data/b.py:f"]
    assert middle_function(root) == 26


def test_a_long_module_is_seen(tmp_path: Path) -> None:
    root = planted(tmp_path, {"tests/test_a.py": "#\n" * 151, "pages/b.py": "#\n" * 150})
    assert long_modules(root) == ["tests/test_a.py has 151 lines"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1", ["data/a.py"]),
        ('"""D."""\ndef f() -> None: pass', ["data/a.py:f"]),
        ('"""D."""\nasync def f() -> None: pass', ["data/a.py:f"]),
        ('"""D."""\nclass C: pass', ["data/a.py:C"]),
        ('"""D."""\nclass C:\n    """D."""\n    def m(self) -> None: pass', ["data/a.py:m"]),
        (
            '"""D."""\nclass C:\n    """D."""\n    @property\n    def m(self) -> int: ...',
            ["data/a.py:m"],
        ),
        ('"""D."""\ndef _f() -> None: pass', []),
        ('"""D."""\nclass _C:\n    def m(self) -> None: pass', []),
        ('"""D."""\nclass C:\n    """D."""\n    def __str__(self) -> str: ...', []),
    ],
)
def test_what_is_not_explained_is_seen(tmp_path: Path, text: str, said: list[str]) -> None:
    assert unexplained(planted(tmp_path, {"data/a.py": text})) == said


@pytest.mark.parametrize(
    "signature",
    [
        "f(x) -> int",
        "f(x: int)",
        "f(*x) -> int",
        "f(**x) -> int",
        "f(*, x) -> int",
        "f(x, /) -> int",
    ],
)
def test_an_untyped_signature_is_seen(tmp_path: Path, signature: str) -> None:
    files = {
        "data/a.py": f"def {signature}: ...",
        "tests/b.py": f"def outer() -> None:\n    def {signature}: ...",
        "data/c.py": "class C:\n    def f(self, x: int, *y: int, z: int = 1, **w: int) -> int: ...",
    }
    assert untyped(planted(tmp_path, files)) == ["data/a.py:f", "tests/b.py:f"]


@pytest.mark.parametrize(
    "place",
    [
        "data/utils.py",
        "pages/parts/chart_helpers.py",
        "queries/common/a.sql",
        "data/file_manager.py",
    ],
)
def test_a_vague_name_is_seen(tmp_path: Path, place: str) -> None:
    assert vague_names(planted(tmp_path, {place: "", "data/commonplace.py": ""})) == [place]
