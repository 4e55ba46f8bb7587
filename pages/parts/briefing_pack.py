"""The pack of a briefing, composed from what the pages say for the same choices."""

from collections.abc import Mapping, Sequence
from datetime import date

from briefing import Pack, Place
from queries import area, ask, choices, council

from pages.about.methods_sources import MADE_UP, NOTICE
from pages.parts import briefing_sections
from pages.parts.briefing_found import Here, here, three
from pages.parts.briefing_pictures import small
from pages.parts.changed_earlier import act
from pages.parts.filters import ALL
from pages.parts.foot import ROUNDED, sources
from pages.parts.sentences import count, listed, sentence
from pages.parts.standing import words as standing_words

WHOLE = "Whole council"
MOST_ACTS = 3
METHODS = (
    "Every figure is the answer to a written question, asked of the returns that directorates send.",
    "Projects are rated at four stages, from step 0 (not involved) to step 7 (co-production), beside the step they aim for.",
    "Reaching the aim is what counts as success: not every project has to be at step 7.",
    "Who takes part is compared with the population by a test that leaves room for chance and for rounding. "
    "People choose to take part, so it is a guide, not proof.",
    "Counts of projects, themes and returns are exact. Counts of people are rounded to 5, once, and 0 stands for fewer than 5.",
    "More is on the page “How these figures are made” of the dashboard.",
)
LADDER = (
    "The ladder of co-production is by Think Local Act Personal and the National Co-production Advisory Group; "
    "“Not involved” and the four bands are ours."
)


def composed(period: str, directorates: Sequence[str], pages: Sequence[str]) -> Pack:
    """The pack for a half-year, these directorates (none: the whole council) and pages (none: all)."""
    names = {str(row["code"]): str(row["label"]) for row in choices("directorates")}
    places = [here(code, names.get(code, WHOLE), period) for code in directorates or [ALL]]
    halves = {str(row["code"]): str(row["label"]) for row in choices("periods")}
    kept = [code for code in briefing_sections.SECTIONS if not pages or code in pages]
    whose = str(council()["name"])
    return Pack(
        f"How {whose} works with people", whose, notice(), halves[period], date.today(),
        places[0].headline.note.lines()[-1],
        (
            ("Half-year", halves[period]),
            ("Directorates", listed(place.name for place in places)),
            ("Pages", listed(briefing_sections.SECTIONS[code][0] for code in kept)),
        ),
        tuple(place_of(place, kept) for place in places),
        notes(places), METHODS, credits(),
    )  # fmt: skip


def place_of(place: Here, pages: Sequence[str]) -> Place:
    """What is said of one place, on the pages chosen."""
    sections = tuple(briefing_sections.SECTIONS[code][1](place) for code in pages)
    return Place(place.name, three(place), small(place), corrections(place), sections, comments(place))


def comments(place: Here) -> tuple[str, ...]:
    """What directors say beside their figures: a directorate's own, or everybody's for the council."""
    rows = ask("running/comments", period=place.period).rows
    return tuple(
        f"{row['directorate_name']}, in the director’s words: {row['comment']}"
        for row in rows
        if place.whole or row["directorate"] == place.code
    )


def corrections(place: Here) -> str:
    """Whether the half-year is final, and what the place sent late, corrected or withdrew since."""
    rows = ask("changed/after_final", period=place.period).rows
    mine = [act(row) for row in rows if place.whole or row["directorate"] == place.code]
    last = [sentence(each) for each in mine[-MOST_ACTS:]]
    more = [f"{count(len(mine) - len(last), 'earlier correction')}: see the page What has changed."] if mine[len(last):] else []
    none = [] if mine else ["Nothing was sent, corrected or withdrawn since."]
    final = ask("returns/period_status", period=place.period).one
    return " ".join([standing_words(final), *(last + more + none if final["status"] == "final" else [])])


def notice() -> str:
    """What stands on every page where the figures are made up."""
    return sentence(str(council()["notice"])) if council()["notice"] else ""


def notes(places: Sequence[Here]) -> tuple[str, ...]:
    """Sources, and how counts of people are rounded."""
    answers = [answer for place in places for answer in (place.headline, place.maturity.aims, place.themes, place.people)]
    said = [line for line in sources([answer.note for answer in answers]) if not line.startswith(("Half-year", "As it stood"))]
    return tuple(dict.fromkeys([*said, ROUNDED])) if not any("rounded" in line for line in said) else tuple(said)


def credits() -> tuple[str, ...]:
    """Whose ladder and whose population figures these are."""
    own: Mapping[str, object] = council()
    made_up = (sentence(MADE_UP.format(council=own["name"], area=area())),) if own["example"] == "yes" else ()
    return (LADDER, f"Population figures: Census 2021, {area()}. {NOTICE}", *made_up)
