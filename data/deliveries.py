"""Deliveries: which files of a folder are sent together, and what is known of their sending."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from data.intake import Delivery
from data.mistakes import WrongUse

FOLDER = re.compile(r"^\d{2,}-(\d{4}-\d{2}-\d{2})$")
LISTS = "reference"
Deliveries = Iterator[tuple[Delivery, list[tuple[str, Path]]]]


def noon(day: date) -> datetime:
    """The moment a delivery of the example counts as received: noon on its day."""
    return datetime.combine(day, time(12))


def read_day(text: str) -> date:
    """A date written 2026-04-30. Raises WrongUse with a sentence for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUse(f"“{text}” is not a date. Write it as 2026-04-30.") from None


def _inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in (".csv", ".txt"))


def _dated(folder: Path, usual: Delivery) -> Delivery:
    """The delivery as its folder tells it: the day in the folder's name, the rest in delivery.json."""
    found = FOLDER.match(folder.name)
    if found:
        usual = replace(usual, received_at=noon(read_day(found[1])))
    told = folder / "delivery.json"
    if told.is_file():
        said = json.loads(told.read_text(encoding="utf-8"))
        known = {name: said[name] for name in ("agreed_by", "minutes", "reason") if said.get(name)}
        usual = replace(usual, **known)
    return usual


def list_folder(paths: list[Path]) -> Path | None:
    """The reference lists that come with a folder of deliveries, or None."""
    found = [path / LISTS for path in paths if (path / LISTS / "council.csv").is_file()]
    return found[0] if found else None


def deliveries_in(paths: list[Path], usual: Delivery, dated: bool) -> Deliveries:
    """The deliveries in files and folders, in order, each with (name to show, path) of its files.

    Files named one by one, and files lying in a folder, are one delivery. A folder named
    NN-YYYY-MM-DD is a delivery of its own; its day counts only where `dated` is true (in the
    example), otherwise everything is received as `usual` says. Raises WrongUse for a path
    that is not there or holds nothing.
    """
    for path in paths:
        if not path.exists():
            raise WrongUse(f"There is no file or folder {path}. Correct the path.")
    loose = [path for path in paths if path.is_file()]
    if loose:
        yield usual, [(path.name, path) for path in loose]
    for folder in (path for path in paths if path.is_dir()):
        if _inside(folder):
            delivery = _dated(folder, usual) if dated else usual
            yield delivery, [(path.name, path) for path in _inside(folder)]
        inner = sorted(path for path in folder.iterdir() if path.is_dir() and path.name != LISTS)
        if not inner and not _inside(folder):
            raise WrongUse(f"The folder {folder} holds no CSV file. Name a folder of returns.")
        for each in sorted(inner, key=_number):
            delivery = _dated(each, usual) if dated else usual
            yield delivery, [(f"{each.name}/{path.name}", path) for path in _inside(each)]


def _number(folder: Path) -> tuple[int, str]:
    digits = re.match(r"\d+", folder.name)
    return (int(digits[0]) if digits else 0, folder.name)
