"""Sections of a briefing: what each page says of a place, with its charts and figures."""

from collections.abc import Callable, Sequence

from briefing import Section, Table
from queries import Answer, ask

from pages.parts import diversity_words, maturity_words, missing_words, themes_words
from pages.parts.briefing_answers import conditions, voices
from pages.parts.briefing_changed import changed, learnt
from pages.parts.briefing_charts import main_and_also
from pages.parts.briefing_found import Here, table
from pages.parts.briefing_governed import governance
from pages.parts.briefing_pictures import aims, difference, groups, moves, stages, themes
from pages.parts.sentences import count, sentence
from pages.parts.themes_words import Row

STAGES = ("directorate_name", "stage_name", "projects", "scored", "together", "middle", "spread")
REACHED = ("directorate_name", "projects", "rated", "reached", "so_far", "not_reached", "aim_together")
MOVED = ("directorate_name", "moved_up", "same", "moved_down", "rater_changed", "not_in_both", "aims_lowered")
PROJECTS = ("title", "design", "decisions", "delivery", "evaluation", "aiming_for", "aim", "moved")
SHARES = ("characteristic_name", "category_name", "people", "answered", "share", "expected_share", "verdict")
CAME = ("directorate_name", "projects", "told", "nothing_yet", "decision", "service", "result")


def maturity(place: Here) -> Section:
    """How far people are involved."""
    found, row = place.maturity, place.maturity.row
    title = "How far people are involved"
    if row is None:
        return Section(title, (stages(place).description,))
    said = [maturity_words.answer(row, found.scope)]
    if row["rated"]:
        by_stage = maturity_words.by_stage(found.stages.where(directorate=place.code))
        said += [maturity_words.aims(row), maturity_words.movement(row, found.first), by_stage]
        said += [maturity_words.apart(row, found.first)]
    charts = [stages(place)] + ([aims(place)] if place.whole else [])
    charts += [moves(place)] if place.whole and not found.first else []
    stages_now, aims_now = found.narrow("stages"), found.narrow("aims")
    tables = [
        table("Scores at each stage", stages_now, STAGES), table("Aims", aims_now, REACHED), table("Moves", aims_now, MOVED),
    ]  # fmt: skip
    if not place.whole:
        tables.append(table(f"The {count(len(found.projects.rows), 'project')} behind this", found.projects, PROJECTS))
    behind = (found.narrow("steps"), found.projects, found.voices)
    return Section(title, tuple(sentence(each) for each in said if each), tuple(charts), tuple(tables), (), behind)


def diversity(place: Here) -> Section:
    """Who takes part."""
    rows, title = place.rows(place.people), "Who takes part"
    if not rows:
        return Section(title, (groups(place).description,))
    said = [diversity_words.summary(rows, rows[0]["directorate_name"])]
    said += [f"{row['characteristic_name']}: {diversity_words.finding(row)}" for row in rows if row["fewer"]]
    every = ask("diversity/missing", period=place.period, unit="people", ages="all")
    missing = [row for row in place.rows(every) if row["fewer"]]
    if all_of_them := missing_words.at_once(missing, "at_once"):
        said += [all_of_them, missing_words.SEVERAL]
    tables = [table("The clearest group of each characteristic", place.people, SHARES, rows)]
    tables += [invited(missing, place.narrow(every))] if missing else []
    behind = (place.narrow(place.people), place.narrow(place.sent))
    return Section(
        title, tuple(map(sentence, said)), (groups(place),), tuple(tables),
        (diversity_words.GUIDE, *([diversity_words.ENOUGH, missing_words.OPENLY] if missing else [])), behind,
    )  # fmt: skip


def invited(missing: Sequence[Row], answer: Answer) -> Table:
    """Each group with fewer than expected, and how many more people would change that."""
    rows = tuple(
        (str(row["category_name"]), str(row["characteristic_name"]), sentence(missing_words.how_many(row)))
        for row in missing
    )
    return Table("Who is missing, and how many more would change that", ("Group", "Of", "What would change that"), rows, answer)


def contributions(place: Here) -> Section:
    """What projects contribute to the council plan."""
    rows, title = place.rows(place.themes), "Council plan"
    if not themes_words.projects(rows):
        return Section(title, (themes(place).description,))
    (row,) = place.rows(place.difference)
    everyone = [each for each in place.themes.rows if each["directorate"] != "all"]
    unstated = themes_words.unstated(everyone if place.whole else rows, place.told)
    said = [*themes_words.gaps(rows, place.told), unstated, themes_words.difference(row, place.told)]
    tables = (
        grid(place),
        table("What came of projects", place.narrow(place.difference), CAME),
    )
    return Section(
        title, tuple(sentence(each) for each in said if each), (themes(place), difference(place)), tables,
        (themes_words.adds_up(rows, place.told),),
    )  # fmt: skip


def grid(place: Here) -> Table:
    """Projects by main theme: a row a directorate, a column a theme, how many also contribute beside."""
    answer = place.narrow(place.themes)
    across = list(dict.fromkeys(row["theme_name"] for row in answer.rows))
    down = dict.fromkeys(row["directorate_name"] for row in answer.rows)
    cells = {(row["directorate_name"], row["theme_name"]): main_and_also(row) for row in answer.rows}
    rows = tuple((name, *(cells.get((name, theme), "0") for theme in across)) for name in down)
    return Table("Projects by main theme, and how many also contribute", ("Directorate", *across), rows, answer)


SECTIONS: dict[str, tuple[str, Callable[[Here], Section]]] = {
    "maturity": ("How far people are involved", maturity),
    "diversity": ("Who takes part", diversity),
    "themes": ("Council plan", contributions),
    "conditions": ("Conditions for co-production", conditions),
    "voices": ("Staff and people", voices),
    "governance": ("From proposal to result", governance),
    "learning": ("What we have learnt", learnt),
    "changed": ("What has changed", changed),
}
