"""Returns received, figures corrected, and the headline of the whole council."""

from datetime import date, datetime
from math import sqrt

from data.protection import PUBLISHED_KEY, cell_id, protect
from tests.queries.plain.dues import coverage, due, first_upload
from tests.queries.plain.files import Council, Row
from tests.queries.plain.maturity import rolled_up
from tests.queries.plain.projects import belonging
from tests.queries.plain.ratings import returns

SLICES = {
    "maturity": ("project_id",),
    "themes": ("project_id",),
    "participation": ("directorate", "unit"),
    "conditions": ("directorate",),
}


def counted(rows: list[Row]) -> Row:
    """How many things due are in each state, and the state of the whole return."""
    states = [row["state"] for row in rows]
    here = states.count("received") + states.count("late")
    if here == len(states):
        whole = "received"
    elif here:
        whole = "part received"
    else:
        whole = "missing" if "missing" in states else "not due yet"
    return {
        "items": len(states),
        "received": states.count("received"),
        "late": states.count("late"),
        "missing": states.count("missing"),
        "not_due_yet": states.count("not due yet"),
        "state": whole,
    }


def grouped(rows: list[Row]) -> dict[tuple[str, str], list[Row]]:
    """Things due by directorate and return."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row["directorate"], row["return_name"]), []).append(row)
    return found


def received_by_directorate(council: Council, as_at: datetime, period: str) -> list[Row]:
    """Which returns each directorate has sent, of those it owes."""
    words = coverage(council, as_at, period)
    due_date = date.fromisoformat(council.entry("periods", period)["due"])
    rows = []
    for (code, name), mine in grouped(due(council, as_at, period)).items():
        directorate = council.entry("directorates", code)
        rows.append({
            "directorate": code,
            "directorate_name": directorate["label"],
            "directorate_order": int(directorate["order"]),
            "mailbox": directorate["mailbox"],
            "coverage": words[code],
            "return_name": name,
            "due_date": due_date,
            **counted(mine),
            **came(council, as_at, period, mine),
        })  # fmt: skip
    return sorted(rows, key=lambda row: (row["directorate_order"], row["return_name"]))


def came(council: Council, as_at: datetime, period: str, rows: list[Row]) -> Row:
    """When the last of several things due was first received, and which roles agreed them."""
    here = [row for row in rows if row["state"] in ("received", "late")]
    firsts = [first_upload(council, as_at, row["return_name"], period, row["item"]) for row in here]
    uploads = [each for each in firsts if each]
    roles = {each.told["agreed_by"] for each in uploads if each.told.get("agreed_by")}
    return {
        "received_on": max((each.received.date() for each in uploads), default=None),
        "agreed_by": "; ".join(sorted(roles)) or None,
    }


def corrections(council: Council, as_at: datetime, period: str) -> list[date]:
    """The day each slice was first changed after it was final, if it was."""
    final = date.fromisoformat(council.entry("periods", period)["due"])
    acts: dict[tuple[str, ...], list[date]] = {}
    for act in council.acts:
        upload = council.uploads[act.number - 1]
        if act.moment > as_at or upload.name not in SLICES:
            continue
        rows = [row for row in upload.rows if row["period"] == period]
        for item in {tuple(row[each] for each in SLICES[upload.name]) for row in rows}:
            acts.setdefault((upload.name, *item), []).append(act.moment.date())
    changed = [[day for day in days[1:] if day > final] for days in acts.values()]
    return [min(days) for days in changed if days]


def period_status(council: Council, as_at: datetime, period: str) -> list[Row]:
    """Whether a half-year is final, and what was corrected since."""
    of = council.entry("periods", period)
    due_date = date.fromisoformat(of["due"])
    changed = corrections(council, as_at, period)
    return [{
        "label": of["label"],
        "due_date": due_date,
        "status": "final" if as_at.date() > due_date else "provisional",
        "corrected_from": min(changed, default=None),
        "corrected": len(changed),
    }]  # fmt: skip


def places_taken(council: Council, as_at: datetime, period: str) -> list[int]:
    """The protected count of people of each project that sent one."""
    ratings = returns(council, as_at, period)
    sent = [
        (project["project_id"], ratings[project["project_id"]]["people"])
        for project in belonging(council, as_at, period)
        if project["project_id"] in ratings
    ]
    return [
        protect(int(people), cell_id(("maturity", project, period, "people")), PUBLISHED_KEY)
        for project, people in sent
        if people is not None
    ]


def headline(council: Council, as_at: datetime, period: str) -> list[Row]:
    """What is going on across the council in one half-year."""
    sent = [counted(mine)["state"] for mine in grouped(due(council, as_at, period)).values()]
    rolled = list(rolled_up(council, as_at, period).values())
    words = list(coverage(council, as_at, period).values())
    people = places_taken(council, as_at, period)
    return [{
        "projects": len(rolled),
        "returns_due": len(sent),
        "returns_received": sent.count("received"),
        "returns_part": sent.count("part received"),
        "returns_missing": sent.count("missing"),
        "rated": sum(each["scored"] > 0 for each in rolled),
        "reach_aim": sum(each["aim"] in ("reached", "so far") for each in rolled),
        "directorates": len(words),
        "silent": words.count("silent"),
        "places_taken": sum(people),
        "place_counts": len(people),
        "places_error": round(2 * sqrt(len(people))),
    }]  # fmt: skip
