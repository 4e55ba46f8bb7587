"""Retention: each return has its years, and what is past them is named until it is erased."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from data import retention
from data.database import Database
from data.intake.erase import erase
from data.mistakes import NotReady
from data.retention import later, main, past_retention, years
from data.schema import return_schemas
from tests.data.sending import NOW, RATING, send


@pytest.fixture
def upload(council: Database, tmp_path: Path) -> int:
    """The number of a rating that was sent today."""
    return send(council, tmp_path, maturity=[RATING]).files[0].upload or 0


def numbers(council: Database, today: date) -> list[int]:
    """The uploads past their time on a day."""
    return [each.upload for each in past_retention(council, today)]


def test_every_return_has_its_years() -> None:
    assert list(years()) and set(years()) == set(return_schemas())


def test_an_upload_is_named_the_day_after_its_years_are_over(council: Database, upload: int) -> None:
    last = later(NOW.date(), years()["maturity"])
    assert upload not in numbers(council, last)
    assert upload in numbers(council, last + timedelta(days=1))


def test_what_is_named_says_what_still_counts(council: Database, upload: int) -> None:
    (said,) = [str(each) for each in past_retention(council, date(2060, 1, 1)) if each.upload == upload]
    assert said.startswith(f"upload {upload} (Ratings), received {NOW:%d %B %Y}, ")
    assert said.endswith("1 of 1 still count")


def test_an_erased_upload_is_not_named_again(council: Database, upload: int) -> None:
    erase(council, upload, "past its time", NOW)
    assert upload not in numbers(council, date(2060, 1, 1))


def test_a_leap_day_ends_on_the_first_of_march() -> None:
    assert later(date(2024, 2, 29), 5) == date(2029, 3, 1)
    assert later(date(2024, 2, 29), 4) == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text",
    ["", "projects = 1", "maturity = true", "not toml", "projects = 0", "other = 3"],
)
def test_years_that_are_not_said_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (tmp_path / retention.FILE).write_text(text)
    monkeypatch.setenv("COPRODUCTION_REFERENCE", str(tmp_path))
    with pytest.raises(NotReady, match="Correct the file"):
        years()


def test_a_council_decides_its_own_years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = {name: 3 for name in return_schemas()}
    (tmp_path / retention.FILE).write_text("".join(f"{name} = {many}\n" for name, many in own.items()))
    monkeypatch.setenv("COPRODUCTION_REFERENCE", str(tmp_path))
    assert years() == own


def test_the_command_names_them_and_ends_with_1(
    council: Database, upload: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = council.path
    council.close()
    monkeypatch.setenv("COPRODUCTION_DATABASE", str(path))
    assert main([]) == 0
    assert "No upload is kept for longer" in capsys.readouterr().out
    monkeypatch.setattr(retention, "years", lambda: dict.fromkeys(return_schemas(), -1))
    assert main(["--json"]) == 1
    assert upload in [each["upload"] for each in json.loads(capsys.readouterr().out)["past"]]
    assert main(["--nothing"]) == 2
