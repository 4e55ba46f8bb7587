"""Answers are kept until the data changes, and no reader can spoil one for the next."""

from datetime import datetime
from pathlib import Path

import pytest

from data.intake import Delivery, Offer, take_in, withdraw
from queries import ask
from queries.ask import _answered, _database

HEADLINE = "overview/headline"
NOW = "2026-27 H1"


def late() -> datetime:
    """A moment after everything in the example."""
    return datetime(2026, 12, 30, 12)


def test_an_answer_is_kept_while_nothing_changes(own_example: Path) -> None:
    assert ask(HEADLINE, period=NOW, as_at=late()) is ask(HEADLINE, as_at=late(), period=NOW)
    other = ask(HEADLINE, period="2025-26 H2", as_at=late())
    assert other.rows != ask(HEADLINE, period=NOW, as_at=late()).rows


def test_a_kept_answer_cannot_be_spoilt_for_the_next_reader(own_example: Path) -> None:
    told = ask(HEADLINE, period=NOW, as_at=late())
    with pytest.raises(TypeError):
        told.parameters["period"] = "another"  # type: ignore[index]
    frame = told.frame()
    frame.loc[0, "projects"] = -1
    assert ask(HEADLINE, period=NOW, as_at=late()).one["projects"] > 0


def test_a_new_upload_and_its_withdrawal_change_the_answer(
    own_example: Path, tmp_path: Path
) -> None:
    before = ask(HEADLINE, period=NOW, as_at=late()).one["projects"]
    ask(HEADLINE, period="2025-26 H2", as_at=late())
    file = tmp_path / "projects.csv"
    file.write_text(
        "project_id,title,directorate,kind,level,status,start_date\n"
        "LAW-P99,Plainer letters,LAW,project,operational,active,2026-05-01\n"
    )
    sent = Delivery(datetime(2026, 12, 1, 12))
    outcome = take_in(_database(), [(sent, [Offer.of(file, "projects.csv")])])
    assert outcome.status == "loaded"
    assert ask(HEADLINE, period=NOW, as_at=late()).one["projects"] == before + 1
    assert _answered.cache_info().currsize == 1, "answers from before the upload are let go"
    upload = outcome.files[0].upload
    assert upload is not None
    withdraw(_database(), upload, "sent by mistake", datetime(2026, 12, 2, 12))
    assert ask(HEADLINE, period=NOW, as_at=late()).one["projects"] == before
    told = ask(HEADLINE, period=NOW, as_at=datetime(2026, 12, 1, 13))
    assert told.one["projects"] == before + 1
