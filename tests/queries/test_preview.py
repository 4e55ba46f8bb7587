"""What a preview says is what the sending does: rows by plain Python, figures by asking again."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from data.intake import Delivery, Outcome, Received
from data.protection import COUNTS
from data.schema import return_schemas
from queries import ask
from queries.ask import _database, close
from queries.preview import preview
from queries.sending import moment, send
from tests.data.sending import contents
from tests.example import example_database
from tests.queries.offered import Held, Offered, brought, effect_of, held_now
from tests.queries.offered_together import SORTS, Together, together

EVERY = {"level": "all", "kind": "all"}
Figures = dict[tuple[str, str, str], int]


def figures(periods: list[str]) -> Figures:
    """Every headline figure about work in these half-years, asked as a page asks."""
    found: Figures = {}
    for period in periods:
        for address, name, given in (
            ("overview/headline", "", {}),
            ("maturity/aims_by_directorate", "directorate_name", EVERY),
            ("themes/projects_by_main_theme", "theme_name", EVERY),
        ):
            told = ask(address, period=period, **given)
            for row in told.rows:
                if name and (row["directorate"] == "all") == (name == "directorate_name"):
                    continue
                for column in told.columns:
                    if column.kind == "work" and column.unit != "counts":
                        key = (period, str(row[name]) if name else "", column.meaning)
                        found[key] = row[column.name] or 0
    return found


def differences(before: Figures, after: Figures) -> dict[tuple[str, str, str], tuple[int, int]]:
    """The figures that are not the same."""
    keys = before.keys() | after.keys()
    both = {key: (before.get(key, 0), after.get(key, 0)) for key in keys}
    return {key: (old, new) for key, (old, new) in both.items() if old != new}


def one(offered: Offered) -> list[str]:
    """Preview a sending and send it, and see that they say the same; what became of it."""
    database = _database()
    before = held_now(database)
    made = together(offered, before)
    delivery, tables = Delivery(moment(), reason="a test of previews"), contents(database)
    seen = preview(delivery, made.offers)
    assert contents(database) == tables
    periods = sorted({period for each in seen.outcome.files for period in each.periods})
    old = figures(periods)
    sent = send(delivery, made.offers)
    told = list(zip(seen.outcome.files, sent.files, strict=True))
    for pair in told:
        agree(*pair, sent.status)
    if sent.status == "rejected":
        assert seen.outcome.status == "rejected" and contents(database) == tables
        return [made.sort, *(f"{each.return_name} {each.status}" for each in sent.files)]
    assert {(each.period, each.about, each.meaning): (each.before or 0, each.after or 0)
            for each in seen.changes} == differences(old, figures(periods))  # fmt: skip
    after = held_now(database)
    return [made.sort, *(did(*pair, made, before, after) for pair in told)]


def agree(told: Received, sent: Received, status: str) -> None:
    """See that a preview told of one return what became of it."""
    wanted = sent.status
    if wanted == "already" and sent.return_name in COUNTS and sent.upload is not None:
        # What counts people is looked at by a sending only, so its preview may not say "already".
        wanted = "held back" if status == "rejected" else "loaded"
    assert (told.return_name, told.status) == (sent.return_name, wanted)
    assert (told.rows, told.left_out, told.must_fix) == (sent.rows, sent.left_out, sent.must_fix)
    assert told.dropped == sent.dropped


def did(told: Received, sent: Received, made: Together, before: Held, after: Held) -> str:
    """See that a preview counted the rows that one return changed; what became of it."""
    schema = return_schemas()[sent.return_name or ""]
    loaded = sent.status == "loaded"
    slices = brought(after, schema, sent.upload) if loaded else made.slices[schema.name]
    counted = (told.effect.new, told.effect.changed, told.effect.removed, told.effect.same)
    if loaded or made.sort != "one return twice":
        assert counted == effect_of(schema, before, after, slices)
    else:
        assert counted[:3] == (0, 0, 0)
    became = "partial" if sent.left_out and loaded else sent.status
    return f"{schema.name} {became}" + (" removing rows" if loaded and counted[2] else "")


def became_of(many: int, seed: int) -> Counter[str]:
    """What became of so many sendings, each previewed and sent."""
    offered = Offered(seed)
    return Counter(said for _ in range(many) for said in one(offered))


def test_a_preview_says_what_the_sending_does(own_example: Path) -> None:
    assert became_of(3, seed=5).total() >= 6


@pytest.mark.trial
def test_three_hundred_previews_say_what_the_sending_does(
    own_example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    became = Counter[str]()
    for seed in range(2, 8):
        close()
        shutil.copyfile(example_database(), own_example)
        became += became_of(50, seed)
        with capsys.disabled():
            print(f"\nafter {50 * (seed - 1)} previews: {dict(became)}", flush=True)
    assert {each for each in SORTS if became[each]} == set(SORTS)
    said = [each.split(" ", 1) for each in became if each not in SORTS and "," not in each]
    assert {name for name, _ in said} == set(return_schemas())
    assert {what for _, what in said} >= {"loaded", "partial", "already", "rejected", "held back"}
