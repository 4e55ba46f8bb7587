"""Reading a sentence: its numbers by a pattern of the whole of it, and the pieces of a picture."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from pages.parts import charts
from pages.parts.charts import Spec

Row = dict[str, Any]
N = r"(none|[\d,]+)"


def read(pattern: str, said: str) -> tuple[Any, ...]:
    """What the groups of a pattern hold, numbers as numbers; the pattern must be all that is said."""
    found = re.fullmatch(pattern, said)
    assert found, f"{said!r} is not {pattern!r}"
    return tuple(value(each) for each in found.groups())


def value(group: str | None) -> Any:
    """A number as it was written, “none” as 0; other words as they are."""
    if group is None:
        return None
    digits = group.replace(",", "")
    return 0 if group in ("none", "no") else int(digits) if digits.isdecimal() else group


def well_formed(said: str) -> str:
    """The sentence, which holds no slip that a rule can make."""
    for slip in (r"\b1 \w+s (are|have|reach|aim)\b", r"\bNone\b", r"\bnan\b", r"\b0 of 0\b", r"[{}]", "  ", r"\(\)"):
        assert not re.search(slip, said), said
    for part, whole in re.findall(r"([\d,]+) of ([\d,]+)", said):
        assert value(part) <= value(whole), said
    return said


def pieces(spec: Spec) -> list[Row]:
    """What a picture is drawn from: its rows and those of its layers, each once."""
    found: list[Row] = []
    for part in (spec, *spec["layer"]):
        found += [row for row in part.get("data", {}).get("values", ()) if row not in found]
    assert found
    return found


def numbers(said: str, *apart: str) -> list[int]:
    """The figures of a sentence in their order, “none” and “no” as 0, but for those in the words `apart`."""
    for words in apart:
        said = said.replace(words, "")
    return [value(each.lower()) for each in re.findall(r"\b(?:[Nn]o(?:ne)?(?! longer)|\d[\d,]*\d|\d)\b", said)]


def listed_names(words: str) -> list[str]:
    """The names of a list in a sentence, none of which holds a comma or an “and” of its own."""
    return re.split(r", | and ", words)


def drawn_by(act: Callable[[], None]) -> tuple[Spec, str]:
    """The one picture that a part of a page draws, and its description."""
    drawn: list[tuple[Spec, str]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(charts, "draw", lambda spec, description: drawn.append((spec, description)))
        patch.setattr(charts, "heading", lambda *said: None)
        act()
    (one,) = drawn
    return one
