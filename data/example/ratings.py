"""Ratings of the example's projects: steps of the ladder, voices, people and what changed."""

from collections.abc import Iterator

from data.example.projects import Project, Row, dice
from data.example.story import Period, notes, periods

STAGES = ("design", "decisions", "delivery", "evaluation")
# People are drawn into design more easily than into decisions, and into evaluation last.
LEANINGS = ((0, 0, 1), (-1, 0, 0), (-1, 0, 0, 1), (-1, -1, 0))
# How the whole project moves in each half-year of its life.
MOVES = {"up": (0, 0, 1), "steady": (0,), "down": (0, -1, -1), "dip": (0,)}
DIFFERENCES = ("nothing yet", "a decision changed", "a service or policy changed",
               "a result was measured")
WHAT_CHANGED = ("", "decision", "service", "result")


def rating_row(project: Project, period: Period, revision: int = 0) -> Row:
    """A project's line of the maturity return; a revision above 0 is a corrected one."""
    steps = [_step(project, stage, period) for stage in range(4)]
    if revision:
        steps = _corrected(steps)
    voice = project.outline.voice.at(period.code)
    people = _people_say(project, period, steps) if voice == "both" else {}
    row: Row = {
        "project_id": project.id,
        "period": period.code,
        **dict(zip(STAGES, steps, strict=True)),
        "rated_by": "staff" if voice == "both" else voice,
        "aiming_for": int(project.outline.aim.at(period.code)),
        **people,
        **_people(project, period, revision),
        **_difference(project, period),
        **_learning(project, period),
    }
    return row | _evidence(project, period, [*steps, *people.values()])


def difference(project: Project, period: Period) -> int:
    """How far things have changed by then: 0 nothing yet to 3 a result was measured."""
    chance = project.chance("difference")
    head_start, pace = chance.choice((-1, 0, 0, 1)), chance.choice((0.5, 0.5, 0.8))
    # Forums and boards that are years old had changed things before the first return.
    head_start += project.start < periods()[0].start
    most = 3 if project.outline.opening > 3 and project.outline.course != "down" else 1
    return max(0, min(most, int(head_start + pace * (project.age(period) + 0.5))))


def words(project: Project, about: str, turn: int) -> str:
    """What an officer writes about the project: another note at each turn."""
    pool = notes()[about]
    # Neighbours in the story get different notes, and so does a project at its next turn.
    first = dice(project.seed, about).randrange(len(pool)) + project.outline.place
    text = pool[(first + project.copy + 7 * turn) % len(pool)]
    text = text.format(who=project.outline.who, what=project.outline.what)
    return text[0].upper() + text[1:]


def _step(project: Project, stage: int, period: Period) -> str:
    age, begins = project.age(period), project.outline.begins[stage]
    if begins is None:
        return "NA"
    if age < begins:
        return "NS"
    leaning = project.chance("leaning", stage).choice(LEANINGS[stage])
    start = project.outline.opening + leaning
    # Work goes on until the first aim is reached, and not beyond.
    most = max(start, int(project.outline.aim.steps[0][0]))
    return str(max(0, min(7, most, start + _moved(project, age))))


def _moved(project: Project, age: int) -> int:
    if project.outline.course == "dip":
        return -1 if age in (2, 3) else 0
    chance = project.chance("moves")
    return sum(chance.choice(MOVES[project.outline.course]) for _ in range(age))


def _corrected(steps: list[str]) -> list[str]:
    lowered = next(at for at in (2, 0, 1, 3) if steps[at].isdigit() and steps[at] != "0")
    return [str(int(each) - 1) if at == lowered else each for at, each in enumerate(steps)]


def _people_say(project: Project, period: Period, steps: list[str]) -> dict[str, str]:
    chance = project.chance("people say", period.code)
    return {
        f"people_{stage}": str(max(0, min(7, int(step) + chance.choice((-2, -1, -1, 0, 0, 1)))))
        for stage, step in zip(STAGES, steps, strict=True)
        if step.isdigit()
    }


def _people(project: Project, period: Period, revision: int) -> Row:
    chance = project.chance("people", period.code, revision)
    if chance.random() < 0.06:
        return {}
    people = max(1, round(project.outline.people * chance.uniform(0.75, 1.25)))
    new = chance.uniform(0.3, 0.7) if project.age(period) == 0 else chance.uniform(0, 0.3)
    found: Row = {"people": people, "new_people": int(people * new)}
    if chance.random() < 0.85:
        asked = round(people * chance.uniform(0.45, 1))
        heard = min(1.0, 0.45 + 0.07 * project.outline.opening + chance.uniform(-0.1, 0.1))
        found |= {"asked": asked, "felt_heard": int(asked * heard)}
    return found


def _evidence(project: Project, period: Period, steps: list[str]) -> Row:
    highest = max((int(step) for step in steps if step.isdigit()), default=0)
    about = "worked together" if highest >= 6 else "asked" if highest >= 4 else "told"
    # The return asks for evidence at 6 and 7; for less, about half of the officers give some.
    if highest < 6 and project.chance("evidence", period.code).random() < 0.5:
        return {}
    return {"evidence": words(project, about, project.age(period))}


def _difference(project: Project, period: Period) -> Row:
    reached = difference(project, period)
    row: Row = {"difference": DIFFERENCES[reached]}
    if reached:
        row["what_changed"] = words(project, WHAT_CHANGED[reached], project.age(period))
    return row


def _learning(project: Project, period: Period) -> Row:
    chance = project.chance("learning", period.code)
    kind = chance.choice(("helped", "helped", "got in the way"))
    if chance.random() < 0.3:
        return {}
    return {"learning": words(project, kind, project.age(period)), "learning_kind": kind}


def theme_rows(project: Project, period: Period) -> Iterator[Row]:
    """A project's lines of the themes return, the main theme first; none if it has not said."""
    reached = difference(project, period)
    for place, theme in enumerate(project.outline.themes):
        shown = reached >= 2 + place
        under_way = reached + project.age(period) >= 1 + place
        row: Row = {
            "project_id": project.id,
            "period": period.code,
            "theme": theme,
            "main_or_also": "also" if place else "main",
            "strength": "change shown" if shown else "active" if under_way else "possible",
        }
        if shown:
            row["note"] = words(project, theme, project.age(period))
        yield row
