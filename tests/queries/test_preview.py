"""What a preview says is what the sending does: rows by plain Python, figures by asking again."""

from collections import Counter
from pathlib import Path

import pytest

from data.intake import Delivery, Offer
from queries import ask
from queries.ask import _database
from queries.preview import Preview, preview
from queries.sending import moment, send
from tests.data.sending import contents
from tests.queries.offered import Offered, brought, effect_of, held_now

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


def one(offered: Offered) -> str:
    """Preview a file and send it, and see that they say the same; what became of it."""
    database = _database()
    before = held_now(database)
    schema, content, good_rows, slices = offered.file(before)
    offers = [Offer(f"{schema.name}.csv", content, good_rows=good_rows)]
    delivery, tables = Delivery(moment(), reason="a test of previews"), contents(database)
    seen = preview(delivery, offers)
    assert contents(database) == tables
    periods = sorted({period for each in seen.outcome.files for period in each.periods})
    old = figures(periods)
    told, sent = seen.outcome.files[0], send(delivery, offers).files[0]
    became = "partial" if sent.left_out and sent.status == "loaded" else sent.status
    if became == "rejected":
        assert told.status == "rejected" and told.must_fix == sent.must_fix
        return f"{schema.name} {became}"
    after = held_now(database)
    if became != "already":
        slices = brought(after, schema, sent.upload)
    effect = effect_of(schema, before, after, slices)
    compare(seen, differences(old, figures(periods)), became, effect)
    assert (told.rows, told.left_out) == (sent.rows, sent.left_out)
    return f"{schema.name} {became}" + (" removing rows" if effect[2] else "")


def compare(
    seen: Preview, changed: dict[tuple[str, str, str], tuple[int, int]], became: str, effect: tuple[int, ...]
) -> None:
    """See that a preview said what the sending did."""
    told = seen.outcome.files[0]
    assert {(each.period, each.about, each.meaning): (each.before or 0, each.after or 0)
            for each in seen.changes} == changed  # fmt: skip
    if became == "already":
        # What counts people is looked at by a sending only, so its preview may not say "already".
        assert told.status == "already" or effect[:3] == (0, 0, 0)
        return
    assert told.status == "loaded"
    assert (told.effect.new, told.effect.changed, told.effect.removed, told.effect.same) == effect


def became_of(many: int, seed: int) -> Counter[str]:
    """What became of so many files, each previewed and sent."""
    offered = Offered(seed)
    return Counter(one(offered) for _ in range(many))


def test_a_preview_says_what_the_sending_does(own_example: Path) -> None:
    assert became_of(6, seed=1).total() == 6


@pytest.mark.trial
@pytest.mark.parametrize("seed", range(2, 8))
def test_three_hundred_previews_say_what_the_sending_does(
    own_example: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    became = became_of(50, seed)
    with capsys.disabled():
        print(f"\n50 previews: {dict(became)}")
    assert len({each.split()[0] for each in became}) == 5
    assert {each.split(" ", 1)[1] for each in became} >= {"loaded", "partial", "already", "rejected"}
