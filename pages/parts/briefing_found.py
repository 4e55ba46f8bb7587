"""What a briefing says of one place, asked once: the very answers that the pages show."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing import Finding, Table
from queries import Answer, ask

from pages.parts import maturity_found
from pages.parts.filters import ALL
from pages.parts.maturity_found import Found
from pages.parts.narrowed import narrowed
from pages.parts.overview_gaps import next_step, not_good
from pages.parts.overview_words import Figures, Row, good
from pages.parts.sentences import sentence
from pages.parts.tables import named, picked, shown
from pages.parts.themes_words import Scope

EVERY = {"level": "all", "kind": "all"}


@dataclass(frozen=True)
class Here:
    """A place with its answers for a half-year; `name` is in words, `code` "all" for the whole council."""

    code: str
    name: str
    period: str
    maturity: Found
    headline: Answer
    themes: Answer
    difference: Answer
    people: Answer
    sent: Answer

    @property
    def whole(self) -> bool:
        """Whether this is the whole council."""
        return self.code == ALL

    @property
    def told(self) -> Scope:
        """Which projects are spoken of, in words."""
        return Scope(where="" if self.whole else f" in {self.name}")

    def rows(self, answer: Answer) -> tuple[Row, ...]:
        """The rows of an answer for this place."""
        return answer.where(directorate=self.code)

    def own(self, answer: Answer) -> Answer:
        """The answer for this place alone; all of it where this is the whole."""
        return answer if self.whole else narrowed(answer, self.name, directorate={self.code})

    def narrow(self, answer: Answer) -> Answer:
        """The answer for this place beside the whole council; all of it where this is the whole."""
        if self.whole:
            return answer
        return narrowed(answer, self.name, directorate=(self.code, ALL))


def here(code: str, name: str, period: str) -> Here:
    """Ask everything that is said of a place."""
    chosen = {"period": period, "directorate": code, **EVERY}
    return Here(
        code, name, period, maturity_found.asked(chosen),
        ask("overview/headline", period=period),
        ask("themes/projects_by_main_theme", period=period, **EVERY),
        ask("themes/difference_by_directorate", period=period, **EVERY),
        ask("diversity/findings", period=period, unit="people", ages="all"),
        ask("diversity/sent_by_directorate", period=period),
    )  # fmt: skip


def three(place: Here) -> tuple[Finding, ...]:
    """The three sentences, by the Overview's own rules."""
    figures = figures_of(place)
    said = (("What is good", good(figures)), ("What is not good", not_good(figures)), ("What to do next", next_step(figures)))
    return tuple(Finding(kind, sentence(each.said), each.ask) for kind, each in said)


def figures_of(place: Here) -> Figures:
    """What the three sentences are made of: the council's, or one directorate's own."""
    aims = place.maturity.row
    received = place.maturity.received
    difference = place.rows(place.difference)
    return Figures(
        place.headline.one if place.whole else of_directorate(aims),
        aims, difference[0] if difference else None, place.rows(place.themes), place.rows(place.people),
        received.rows if place.whole else received.where(directorate=place.code),
        tuple(place.maturity.by_directorate) if place.whole else (),
    )  # fmt: skip


def of_directorate(aims: Row | None) -> Row:
    """A directorate's own rated projects and those that reach their aim."""
    if aims is None:
        return {"rated": 0, "reach_aim": 0}
    return {"rated": aims["rated"], "reach_aim": aims["reached"] + aims["so_far"]}


def table(title: str, answer: Answer, columns: Sequence[str], rows: Sequence[Row] | None = None) -> Table:
    """Some columns of an answer as the screen writes them; only some of its `rows`, if they are given."""
    chosen = picked(answer, columns)
    cells = [tuple(shown(row[one.name], one) for one in chosen) for row in (answer.rows if rows is None else rows)]
    return Table(title, tuple(map(named, chosen)), tuple(cells), answer)
