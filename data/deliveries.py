"""Deliveries: which files of a folder are sent together, and what is known of their sending."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any, TypeVar, cast

from data.intake import Delivery, Offer
from data.mistakes import WrongUse
from data.place import Place

FOLDER = re.compile(r"^\d{2,}-(\d{4}-\d{2}-\d{2})$")
LISTS = "reference"
SAID = {"agreed_by": str, "minutes": int, "reason": str, "nobody_recognised": bool}
P = TypeVar("P", bound=Place)
Deliveries = Iterator[tuple[Delivery, list[Offer]]]


def noon(day: date) -> datetime:
    """The moment a delivery of the example counts as received: noon on its day."""
    return datetime.combine(day, time(12))


def read_day(text: str) -> date:
    """A date written 2026-04-30. Raises WrongUse with a sentence for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUse(f"“{text}” is not a date. Write it as 2026-04-30.") from None


def _inside(folder: Place) -> list[Place]:
    found = [
        path
        for path in folder.iterdir()
        if path.suffix.lower() in (".csv", ".txt", ".xlsx") and path.is_file()
    ]
    return sorted(found, key=lambda path: path.name)


def _told(folder: Place, usual: Delivery, dated: bool) -> Delivery:
    """The delivery as its folder tells it: the day in its name, the rest in delivery.json."""
    found = FOLDER.match(folder.name) if dated else None
    if found:
        usual = replace(usual, received_at=noon(read_day(found[1])))
    told = folder / "delivery.json"
    return replace(usual, **_said(told)) if told.is_file() else usual


def _said(told: Place) -> dict[str, Any]:
    """What a delivery.json says. Raises WrongUse where it is not as wanted."""
    try:
        said = json.loads(told.read_text(encoding="utf-8"))
        known = {name: said[name] for name in SAID if said.get(name) or said.get(name) is False}
        if all(type(value) is SAID[name] for name, value in known.items()):
            return known
    except (ValueError, AttributeError):
        pass
    raise WrongUse(
        f"{told} is not as wanted: agreed_by and reason are text, minutes is a whole number, "
        "nobody_recognised is true or false. "
        'Write for example {"agreed_by": "Head of Housing", "minutes": 45} or take it away.'
    )


def list_folder(paths: Sequence[P]) -> P | None:
    """The reference lists that come with a folder of deliveries, or None."""
    found = [cast(P, path / LISTS) for path in paths if (path / LISTS / "council.csv").is_file()]
    return found[0] if found else None


def deliveries_in(paths: Sequence[Place], usual: Delivery, dated: bool) -> Deliveries:
    """The deliveries in files and folders, in order, each with its files.

    Files named one by one, and files lying in a folder, are one delivery. A folder named
    NN-YYYY-MM-DD is a delivery of its own; its day counts only where `dated` is true (in the
    example), otherwise everything is received when `usual` says. A delivery.json tells who
    agreed a folder, the minutes it took, why it corrects, and whether nobody could be recognised
    from its notes. Raises WrongUse for a path that is not there or holds nothing, and for a
    delivery.json that cannot be understood.
    """
    for path in paths:
        if not path.exists():
            raise WrongUse(f"There is no file or folder {path}. Correct the path.")
    loose = [path for path in paths if path.is_file()]
    if loose:
        yield usual, [Offer.of(path) for path in loose]
    for folder in (path for path in paths if path.is_dir()):
        inner = [path for path in folder.iterdir() if path.is_dir() and path.name != LISTS]
        if not any(map(_inside, (folder, *inner))):
            raise WrongUse(f"The folder {folder} holds no CSV file. Name a folder of returns.")
        if _inside(folder):
            yield _told(folder, usual, dated), [Offer.of(path) for path in _inside(folder)]
        for each in sorted(inner, key=_number):
            files = [Offer.of(path, f"{each.name}/{path.name}") for path in _inside(each)]
            yield _told(each, usual, dated), files


def _number(folder: Place) -> tuple[int, str]:
    digits = re.match(r"\d+", folder.name)
    return (int(digits[0]) if digits else 0, folder.name)
