"""The example council as it is written: repeatable, ordered, and as large as asked."""

import csv
import json
from pathlib import Path

import pytest

from data.example.__main__ import main
from data.example.council import write_council
from data.example.deliveries import COPIES_IN_A_PART, deliveries
from data.example.story import lines, outlines
from data.settings import SHIPPED_LISTS
from tests.data.made_example import council, problems, sent, three, written  # noqa: F401 (a fixture is used by its name)


MOST_BYTES, MOST_ROWS = 20_000_000, 150_000


def test_the_same_seed_gives_the_same_bytes(council: Path, tmp_path: Path) -> None:
    assert main([str(tmp_path), "--seed", "1", "--scale", "1"]) == 0
    assert written(tmp_path) == written(council)


def test_another_seed_gives_other_figures(council: Path, tmp_path: Path) -> None:
    write_council(tmp_path, seed=2)
    other, first = written(tmp_path), written(council)
    assert {name for name in first if name.startswith("reference")} <= set(other)
    assert other["01-2024-04-22/maturity.csv"] != first["01-2024-04-22/maturity.csv"]
    assert other["01-2024-04-22/participation.csv"] != first["01-2024-04-22/participation.csv"]


def test_a_folder_with_something_in_it_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("keep", encoding="utf-8")
    assert main([str(tmp_path)]) == 2
    said = capsys.readouterr().err.strip()
    assert said.startswith(str(tmp_path)) and said.count("\n") == 0
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("scale", ["0", "-1", "1.5", "many"])
def test_a_scale_that_is_no_number_is_refused(tmp_path: Path, scale: str) -> None:
    with pytest.raises(SystemExit) as left:
        main([str(tmp_path / "new"), "--scale", scale])
    assert left.value.code == 2


def test_the_lists_are_those_that_are_shipped(council: Path) -> None:
    for path in SHIPPED_LISTS.glob("*.csv"):
        assert (council / "reference" / path.name).read_bytes() == path.read_bytes()


def test_deliveries_are_numbered_by_date(council: Path, three: Path) -> None:
    for folder in (council, three):
        names = sorted(path.name for path in folder.glob("[0-9]*"))
        assert [int(name[:2]) for name in names] == list(range(1, len(names) + 1))
        assert [name[3:] for name in names] == sorted(name[3:] for name in names)


def test_every_delivery_is_one_directorate_and_says_who_agreed_it(council: Path) -> None:
    for folder in council.glob("[0-9]*"):
        rows = [row for path in folder.glob("*.csv") for row in lines(path)]
        senders = {row.get("directorate") or row["project_id"][:3] for row in rows}
        said = json.loads((folder / "delivery.json").read_text(encoding="utf-8"))
        assert len(senders) == 1 and said["agreed_by"] and set(said) >= {"minutes"}


def test_lines_end_as_on_every_machine(council: Path) -> None:
    files = [path for path in council.rglob("*") if path.is_file()]
    assert files and not [path for path in files if b"\r" in path.read_bytes()]


def test_three_times_the_scale_is_three_times_the_projects(council: Path, three: Path) -> None:
    once, thrice = (
        {row["project_id"]: row["title"] for row in sent(folder, "projects")}
        for folder in (council, three)
    )
    assert len(once) == 63 and len(thrice) == 3 * len(once)
    assert len(set(thrice.values())) == len(thrice)


def test_three_times_the_scale_is_three_times_the_services(three: Path) -> None:
    services = list(lines(three / "reference" / "services.csv"))
    assert len(services) == 3 * sum(1 for _ in lines(SHIPPED_LISTS / "services.csv"))
    for column in ("code", "label", "order"):
        assert len({service[column] for service in services}) == len(services)


def test_a_council_in_parts_is_valid_too(three: Path) -> None:
    assert problems(three) == []


def test_parts_follow_one_another_and_hold_participation_once(council: Path, three: Path) -> None:
    assert len(list(three.glob("[0-9]*"))) > len(list(council.glob("[0-9]*")))
    assert list(sent(three, "participation")) == list(sent(council, "participation"))
    assert list(sent(three, "conditions")) == list(sent(council, "conditions"))


def test_a_part_stays_under_the_limits_of_an_upload(council: Path) -> None:
    for path in council.glob("[0-9]*/*.csv"):
        if path.stem in ("projects", "maturity", "themes"):
            with path.open(encoding="utf-8", newline="") as file:
                assert sum(1 for _ in csv.reader(file)) * COPIES_IN_A_PART < MOST_ROWS
            # A copy's numbers in ids and titles add a little to every line.
            assert path.stat().st_size * 1.1 * COPIES_IN_A_PART < MOST_BYTES


def test_a_thousandfold_council_is_made_without_holding_it() -> None:
    first = next(deliveries(seed=1, scale=1_000_000))
    row = next(first.rows("maturity"))
    assert row["project_id"] == outlines()[14].number == "CFE-P01"
    assert len(f"{row['project_id']}-1000000") <= 20
