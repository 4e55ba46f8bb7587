"""Pictures of a briefing: which charts say what of a place, from the same rows as the pages' own."""

from briefing import Bars

from pages.parts import briefing_charts as drawing
from pages.parts import diversity_words, maturity_boxes, maturity_words, themes_words
from pages.parts.briefing_found import Here
from pages.parts.maturity_aims import counted, over_aims, over_moves
from pages.parts.palette import AIMS, MOVES, bands
from pages.parts.sentences import sentence

DIFFERENCES = ("nothing_yet", "decision", "service", "result")


def stages(place: Here) -> Bars:
    """How far people are involved at each stage, as the page on it draws this place."""
    found, title = place.maturity, "How far are people involved at each stage?"
    rows = found.stages.where(directorate=place.code)
    if not rows:
        return drawing.none(title, "No project belongs to this half-year here")
    ladder = found.lists["ladder"]
    words = {row["stage_name"]: maturity_words.over_bar(row) for row in rows}
    said = maturity_words.described(place.name, rows)
    counts = maturity_boxes.counted(found, place.code, by_step=False)
    return drawing.stacked(title, said, counts, bands(ladder), words)


def aims(place: Here) -> Bars:
    """Whether projects reach their aim, a bar a directorate."""
    rows = place.maturity.by_directorate
    words = {str(row["directorate_name"]): over_aims(row) for row in rows}
    said = " ".join(f"{name}: {each}." for name, each in words.items())
    title = "Do projects reach the step they aim for?"
    return drawing.stacked(title, said, counted(rows, AIMS), AIMS, words)


def moves(place: Here) -> Bars:
    """Which way projects moved, a bar a directorate."""
    rows = place.maturity.by_directorate
    words = {str(row["directorate_name"]): over_moves(row) for row in rows}
    said = " ".join(f"{name}: {each}." for name, each in words.items())
    title = "Which way did they move since the half-year before?"
    return drawing.stacked(title, said, counted(rows, MOVES), MOVES, words)


def groups(place: Here) -> Bars:
    """Who takes part beside the population: the clearest group of each characteristic."""
    rows, title = place.rows(place.people), "Who takes part, compared with the population?"
    if not rows:
        return drawing.none(title, "No counts of people were sent here for this half-year")
    said = sentence(diversity_words.summary(rows, rows[0]["directorate_name"]))
    return drawing.against_population(title, said, rows)


def themes(place: Here) -> Bars:
    """Which theme of the plan is each project's main one."""
    rows, title = place.rows(place.themes), "What do projects contribute to the council plan?"
    if not themes_words.projects(rows):
        return drawing.none(title, "No project belongs to this half-year here")
    said = " ".join(map(sentence, themes_words.gaps(rows, place.told)))
    return drawing.themes(title, said, rows)


def difference(place: Here) -> Bars:
    """What came of the projects."""
    rows, title = place.rows(place.difference), "What difference have projects made?"
    if not rows:
        return drawing.none(title, "No project belongs to this half-year here")
    (row,) = rows
    meanings = [(place.difference.column(name).meaning, row[name]) for name in DIFFERENCES]
    lines = [(sentence(meaning.removeprefix("projects where ")).rstrip("."), size) for meaning, size in meanings]
    said = sentence(themes_words.difference(row, place.told))
    return drawing.difference(title, said, [*lines, ("Not said", row["projects"] - row["told"])])


def small(place: Here) -> tuple[Bars, ...]:
    """The four charts of the one page: aims by directorate for the council, else what came of it."""
    return (stages(place), aims(place) if place.whole else difference(place), groups(place), themes(place))
