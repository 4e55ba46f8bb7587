"""Practice, coverage and movement since the baseline: queries/governance, in loops."""

from collections import Counter
from datetime import datetime

from tests.queries.plain.dues import coverage
from tests.queries.plain.files import Council, Row
from tests.queries.plain.projects import begun, belonging, chosen, named, places
from tests.queries.plain.ratings import moved, rated, returns

PRACTICES = {
    "reward": "People are rewarded",
    "access_checked": "Times and places suit everybody",
    "own_meeting": "People can meet on their own",
    "fed_back": "People hear what came of it",
    "toolkit_used": "The toolkit is used",
    "experience_led": "A group led by experience takes part",
    "volunteers_deliver": "Volunteers help to deliver",
}
REWARDS = {"none": "no", "not decided": "not yet", None: None}


def practice(project: Row, name: str) -> str | None:
    """What a project answers to one practice, a reward as yes or no."""
    answer = project.get(name)
    return REWARDS.get(answer, "yes") if name == "reward" else answer


def practice_by_directorate(
    council: Council, as_at: datetime, period: str, level: str, kind: str
) -> list[Row]:
    """Whether involving people is done well."""
    rows = []
    for place, mine in places(council, chosen(council, as_at, period, level, kind)):
        for order, (name, words) in enumerate(PRACTICES.items(), 1):
            answers = [practice(project, name) for project in mine]
            rows.append({
                **named(place),
                "practice": name,
                "practice_name": words,
                "practice_order": order,
                "projects": len(mine),
                "yes": answers.count("yes"),
                "partly": answers.count("partly"),
                "not_yet": answers.count("not yet"),
                "no": answers.count("no"),
                "not_said": answers.count(None),
            })  # fmt: skip
    return rows


def choices_by_directorate(
    council: Council, as_at: datetime, period: str, level: str, kind: str
) -> list[Row]:
    """Rewards, who sets the priorities, and partners: what projects answered, the most frequent first."""
    rows = []
    for place, mine in places(council, chosen(council, as_at, period, level, kind)):
        for subject in ("reward", "priorities_set_by", "partner"):
            sizes = Counter(str(project.get(subject) or "not said") for project in mine)
            for answer, size in sorted(sizes.items(), key=lambda each: (-each[1], each[0])):
                said = {"subject": subject, "answer": answer, "projects": size, "of_projects": len(mine)}
                rows.append({**named(place), **said})
    return rows


def coverage_by_period(council: Council, as_at: datetime) -> list[Row]:
    """Which directorates take part, half-year by half-year."""
    rows = []
    for period in begun(council, as_at):
        words, sent = coverage(council, as_at, period["code"]), returns(council, as_at, period["code"])
        projects = belonging(council, as_at, period["code"])
        for directorate in [each for each in council.ordered("directorates") if each["code"] in words]:
            mine = [each["project_id"] for each in projects if each["directorate"] == directorate["code"]]
            rows.append({
                "period": period["code"],
                "period_label": period["label"],
                **named(directorate),
                "coverage": words[directorate["code"]],
                "baseline": directorate["expected_from"] == period["code"],
                "projects": len(mine),
                "rated": sum(each in sent for each in mine),
            })  # fmt: skip
    return rows


def movement_since_baseline(
    council: Council, as_at: datetime, period: str, level: str, kind: str
) -> list[Row]:
    """Which way projects moved since their directorate's first half-year."""
    rows = []
    for place, mine in places(council, chosen(council, as_at, period, level, kind)):
        ways = [since_baseline(council, as_at, period, project) for project in mine]
        first = place.get("expected_from")
        rows.append({
            **named(place),
            "baseline": council.entry("periods", first)["label"] if first else None,
            "projects": len(mine),
            "moved_up": ways.count("moved up"),
            "same": ways.count("same"),
            "moved_down": ways.count("moved down"),
            "rater_changed": ways.count("rater changed"),
            "not_in_both": ways.count("not rated in both"),
        })  # fmt: skip
    return rows


def since_baseline(council: Council, as_at: datetime, period: str, project: Row) -> str:
    """Which way one project moved since its directorate's first half-year."""
    first, name = council.entry("directorates", project["directorate"])["expected_from"], project["project_id"]
    there = [each["project_id"] for each in belonging(council, as_at, first)]
    if name not in there or council.place("periods", first) >= council.place("periods", period):
        return "not rated in both"
    now, then = (rated(returns(council, as_at, each).get(name)) for each in (period, first))
    return moved(now, then)
