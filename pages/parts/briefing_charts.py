"""Charts of a briefing: the same rows as the pages' pictures, as bars that any file can draw."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefing import Bars, Series

from pages.parts.diversity_words import share_shown
from pages.parts.dots import highest_shown
from pages.parts.palette import BLUE, INK, PAPER, SOFT_INK, STRENGTHS, TINTS, State, readable_on
from pages.parts.sentences import number, sentence, share
from pages.parts.themes_words import NONE, Row

CALLED = {one.code: one.label for one in STRENGTHS}
STRENGTH = (
    State("change_shown", CALLED["change shown"], TINTS[5], PAPER, PAPER),
    State("active", CALLED["active"], TINTS[3], PAPER, readable_on(TINTS[3])),
    State("possible", CALLED["possible"], TINTS[1], TINTS[3], INK),
    State("unstated", "Themes not sent", PAPER, SOFT_INK, INK),
)


def none(title: str, why: str) -> Bars:
    """A chart that has nothing to show, and why."""
    return Bars(title, sentence(why), (), (), (), 0)


def stacked(
    title: str, said: str, rows: Iterable[Mapping[str, object]], states: Sequence[State],
    words: Mapping[str, str], longest: float = 0,
) -> Bars:  # fmt: skip
    """Projects in each state, laid end to end: a bar a name in `words`, from rows of line, state, projects."""
    sizes: Counter[tuple[str, str]] = Counter()
    for row in rows:
        sizes[str(row["line"]), str(row["state"])] += int(str(row["projects"]))
    parts = [part(state, [sizes[line, state.code] for line in words]) for state in states]
    totals = [sum(size for (line, _), size in sizes.items() if line == name) for name in words]
    kept = tuple(one for one in parts if any(one.values))
    return Bars(title, said, tuple(words), tuple(words.values()), kept, max([longest, *totals, 1]))


def part(state: State, sizes: Sequence[int]) -> Series:
    """One state of every bar."""
    shown = tuple(number(size) if size else "" for size in sizes)
    return Series(state.label, tuple(sizes), shown, state.fill, state.edge, state.ink)


def themes(title: str, said: str, rows: Sequence[Row]) -> Bars:
    """Projects by their main theme and how strong their contribution is, from rows of one place."""
    shown = [row for row in rows if row["theme"] != NONE or row["main"]]
    counted = [
        {"line": row["theme_name"], "state": state.code, "projects": strong(row, state)}
        for row in shown
        for state in STRENGTH
    ]
    words = {row["theme_name"]: main_and_also(row) for row in shown}
    return stacked(title, said, counted, STRENGTH, words)


def strong(row: Row, state: State) -> int:
    """How many main projects of a theme are at a strength; those without a theme have none."""
    if row["theme"] == NONE:
        return int(row["main"]) if state.code == "unstated" else 0
    return int(row.get(state.code, 0) or 0)


def main_and_also(row: Row) -> str:
    """How many have the theme as main, and how many also contribute."""
    also = f", {number(row['also'])} also" if row["also"] else ""
    return f"{number(row['main'])}{also}"


def difference(title: str, said: str, lines: Sequence[tuple[str, int]]) -> Bars:
    """Projects by what came of them: one bar a line."""
    state = State("projects", "Projects", BLUE, PAPER, PAPER)
    rows = [{"line": line, "state": state.code, "projects": size} for line, size in lines]
    return stacked(title, said, rows, (state,), {line: number(size) for line, size in lines})


def against_population(title: str, said: str, rows: Iterable[Row]) -> Bars:
    """Shares of those who answered beside the population's: the clearest group of each characteristic."""
    shown = [row for row in rows if row["share"] is not None and row["expected_share"] is not None]
    if not shown:
        return none(title, "Too few answered to show shares")
    ours = [row["share"] if row["people"] else 0 for row in shown]
    theirs = [row["expected_share"] for row in shown]
    return Bars(
        title, said, tuple(f"{row['characteristic_name']}: {row['category_name']}" for row in shown),
        tuple(map(beside, shown)),
        (
            Series("Of those who take part and answered", tuple(ours), tuple(map(share_shown, shown)), BLUE, PAPER, PAPER),
            Series("Of the population", tuple(theirs), tuple(map(share, theirs)), "#d5d9df", SOFT_INK, INK),
        ),
        highest_shown([*ours, *theirs]), stacked=False, unit="%",
    )  # fmt: skip


def beside(row: Row) -> str:
    """Both shares and the word for them."""
    return f"{share_shown(row)}, population {share(row['expected_share'])}: {row['verdict'].lower()}"
