"""What each project says in its own words, and how many people took part: queries/projects, in loops."""

from datetime import datetime

from data.protection import PUBLISHED_KEY, cell_id, protect
from tests.queries.plain.files import Council, Row
from tests.queries.plain.learning import told
from tests.queries.plain.projects import belonging
from tests.queries.plain.ratings import returns


def notes(council: Council, as_at: datetime, period: str) -> list[Row]:
    """What each project shows for its ratings, and what it says that changed and was learnt."""
    mine = {each["project_id"] for each in belonging(council, as_at, period)}
    found = [
        ("evidence", "evidence", sent["evidence"], project)
        for project, sent in returns(council, as_at, period).items()
        if sent.get("evidence")
    ]
    for rating, project, said in told(council, as_at):
        if rating["period"] == period:
            note = rating[said["field"]] if said["ticked"] else None
            found.append((said["field"], said["about"], note, project["project_id"]))
    order = ("evidence", "what_changed", "learning")
    return [
        {"project_id": project, "about": about, "note": note, "place": f"maturity/{project}/{period}/{field}"}
        for field, about, note, project in sorted(found, key=lambda each: (each[3], order.index(each[0])))
        if project in mine
    ]


def people(council: Council, as_at: datetime, period: str) -> list[Row]:
    """How many people took part, each count rounded once from the count that was sent."""
    mine = {each["project_id"] for each in belonging(council, as_at, period)}
    rows = []
    for project, sent in sorted(returns(council, as_at, period).items()):
        counts = {
            name: protect(int(sent[name]), cell_id(("maturity", project, period, name)), PUBLISHED_KEY)
            for name in ("people", "new_people")
            if sent.get(name)
        }
        if counts and project in mine:
            rows.append({"project_id": project, "people": None, "new_people": None, **counts})
    return rows
