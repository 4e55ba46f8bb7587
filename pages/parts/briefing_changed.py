"""Sections of a briefing on what has changed since the half-year before, and on what was learnt."""

from briefing import Section, Table
from queries import ask, choices

from pages.parts import briefing_charts as drawing
from pages.parts.briefing_found import EVERY, Here, table
from pages.parts.changed_words import GROUPS, answer, half_year_before, of_themes, under_way
from pages.parts.learning_words import RULE, best, told, waiting
from pages.parts.sentences import number, sentence

NOTES = ("about", "note", "title", "directorate_name")
CHANGED, LEARNT = "What has changed", "What we have learnt"


def changed(place: Here) -> Section:
    """Which projects moved, came, ended or fell silent since the half-year before."""
    before = half_year_before(place.period)
    counts = ask("changed/projects_by_directorate", period=place.period, **EVERY)
    if not before or not place.rows(counts):
        return Section(CHANGED, ("There is no half-year before this one to compare with.",), behind=(counts,))
    (row,) = place.rows(counts)
    themes = ask("changed/themes_by_directorate", period=place.period, **EVERY)
    said = [*answer(row, before, "" if place.whole else place.name), under_way(row), *of_themes(place.rows(themes))]
    bars = [(group.heading, int(row[group.column])) for group in GROUPS]
    words = ", ".join(f"{name.lower()} {number(size)}" for name, size in bars)
    chart = drawing.difference("How many projects changed, and how?", f"Projects by how they changed: {words}.", bars)
    behind = (place.narrow(counts), place.narrow(themes))
    return Section(CHANGED, tuple(map(sentence, said)), (chart,), (which(place),), (), behind)


def which(place: Here) -> Table:
    """Each project that changed, how, and whose it is: as many rows as ways in which it changed."""
    kept = place.own(ask("changed/projects", period=place.period))
    steps = {row["step"]: str(row["label"]) for row in choices("ladder")}
    rows = tuple(
        (group.heading, str(row["title"]), str(row["directorate_name"]), group.told(row, steps))
        for group in GROUPS
        for row in kept.rows
        if group.holds(row)
    )
    return Table("Projects that changed", ("How", "Project", "Directorate", "From what to what"), rows, kept)


def learnt(place: Here) -> Section:
    """Three notes of the half-year to read aloud, by the page's own rule, and how many there are."""
    kept = place.own(ask("learning/notes"))
    rows = kept.where(period=place.period)
    held = waiting(ask("learning/waiting").rows, place.code)
    if not rows:
        none = "No note of this half-year may be shown: none was sent, or nobody has ticked that nobody could be recognised."
        return Section(LEARNT, tuple(filter(None, (none, held))))
    said = tuple(filter(None, (sentence(told(rows)), held)))
    return Section(LEARNT, said, (), (table("Three to read aloud", kept, NOTES, best(rows)),), (RULE,))
