"""Writing the example council: its lists, and a folder for each delivery."""

import csv
import json
import shutil
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from data.example.deliveries import COPIES_IN_A_PART, Delivery, deliveries
from data.example.projects import numbered
from data.example.story import Line, lines
from data.mistakes import WrongUse
from data.schema import return_schemas
from data.settings import SHIPPED_LISTS


def write_council(
    folder: Path, seed: int = 1, scale: int = 1, copies_in_a_part: int = COPIES_IN_A_PART
) -> int:
    """Write the example council into an empty or new folder; how many deliveries it made.

    The same seed and scale give the same bytes. Rows are made as they are written, so memory
    does not grow with the scale. Raises WrongUse when there is something in the folder.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WrongUse(
            f"{folder} is not an empty folder, and an example never overwrites anything: "
            "name a new folder."
        )
    _write_lists(folder / "reference", scale)
    many = sum(1 for _ in deliveries(seed, scale, copies_in_a_part))
    digits = max(2, len(str(many)))
    for position, delivery in enumerate(deliveries(seed, scale, copies_in_a_part), start=1):
        _write_delivery(folder / f"{position:0{digits}}-{delivery.received}", delivery)
    return many


def _write_lists(folder: Path, scale: int) -> None:
    folder.mkdir(parents=True)
    for path in sorted(SHIPPED_LISTS.glob("*.csv")) + sorted(SHIPPED_LISTS.glob("*.json")):
        shutil.copyfile(path, folder / path.name)
    if scale > 1:
        _write_services(folder / "services.csv", scale)


def _write_services(path: Path, scale: int) -> None:
    shipped = list(lines(SHIPPED_LISTS / "services.csv"))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(shipped[0]), lineterminator="\n")
        writer.writeheader()
        for copy in range(1, scale + 1):
            writer.writerows(_service(each, copy, len(shipped)) for each in shipped)


def _service(line: Line, copy: int, services: int) -> Line:
    if copy == 1:
        return line
    return line | {
        "code": numbered(line["code"], copy),
        "label": f"{line['label']}, area {copy}",
        "order": str(int(line["order"]) + services * (copy - 1)),
        "successor": line["successor"] and numbered(line["successor"], copy),
    }


def _write_delivery(folder: Path, delivery: Delivery) -> None:
    folder.mkdir()
    for name in delivery.returns:
        _write_return(folder / f"{name}.csv", delivery.rows(name))
    said: dict[str, str | int | None] = {"agreed_by": delivery.agreed_by, "minutes": delivery.minutes}
    if delivery.reason:
        said["reason"] = delivery.reason
    if delivery.nobody_recognised:
        said["nobody_recognised"] = delivery.nobody_recognised == "yes"
    text = json.dumps(said, ensure_ascii=False, indent=2)
    (folder / "delivery.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def _write_return(path: Path, rows: Iterator[dict[str, str | int]]) -> None:
    first = next(rows, None)
    # Where nothing about a project has changed, no file is sent at all.
    if first is None:
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        columns = return_schemas()[path.stem].field_names
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(chain([first], rows))
