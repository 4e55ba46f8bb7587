"""What was done after a half-year was final, and which projects count otherwise since, in loops."""

from datetime import date, datetime, time

from tests.queries.plain.files import Council, Row
from tests.queries.plain.projects import belonging
from tests.queries.plain.sent import KEY, newest_project, slices

Group = tuple[str | None, str]


def described(council: Council, as_at: datetime, project: str) -> Row:
    """A project as it was last described, if it ever was."""
    sent = [each for each in council.uploads if each.name == "projects" and each.received <= as_at]
    told = any(row["project_id"] == project for each in sent for row in each.rows)
    return newest_project(council, as_at, project) if told else {"directorate": None, "title": None}


def after_final(council: Council, as_at: datetime, period: str) -> list[Row]:
    """What was sent, withdrawn or restored after the due date, an act and directorate a row."""
    due = date.fromisoformat(council.entry("periods", period)["due"])
    known: set[tuple[str, tuple[str | None, ...]]] = set()
    rows = []
    for act in council.acts:
        upload = council.uploads[act.number - 1]
        if act.moment > as_at or "period" not in KEY[upload.name]:
            continue
        grouped: dict[Group, list[Row]] = {}
        for slice_ in slices(upload):
            item = dict(zip(KEY[upload.name], slice_, strict=True))
            if item["period"] == period:
                again = "corrected" if act.act == "sent" else act.act
                what = again if (upload.name, slice_) in known else "received late"
                known.add((upload.name, slice_))
                grouped.setdefault((place_of(council, as_at, item), what), []).append(item)
        if act.moment.date() > due:
            rows += [
                one(council, as_at, act.moment.date(), upload.number, *key, grouped[key])
                for key in sorted(grouped, key=lambda key: (order(council, key[0]), key[1]))
            ]
    return rows


def place_of(council: Council, as_at: datetime, item: Row) -> str | None:
    """The directorate of one thing in an upload."""
    if "directorate" in item:
        return str(item["directorate"])
    found: str | None = described(council, as_at, item["project_id"])["directorate"]
    return found


def order(council: Council, place: str | None) -> int:
    """The place of a directorate in the council's order; nobody's last."""
    return council.place("directorates", place) if place else 999


def one(
    council: Council, as_at: datetime, done_on: date, number: int,
    place: str | None, what: str, items: list[Row],
) -> Row:  # fmt: skip
    """One act on the returns of one directorate."""
    codes = [item["project_id"] for item in items if "project_id" in item]
    titles = sorted((described(council, as_at, code)["title"] or "", code) for code in codes)
    return {
        "upload": number,
        "what": what,
        "done_on": done_on,
        "return_name": council.uploads[number - 1].name,
        "directorate": place,
        "directorate_name": council.entry("directorates", place)["label"] if place else None,
        "titles": "; ".join(title for title, _ in titles if title) or None,
        "returns": len(items),
    }


def details_after_final(council: Council, as_at: datetime, period: str) -> list[Row]:
    """Projects that count for the half-year otherwise than when it became final."""
    due = datetime.combine(date.fromisoformat(council.entry("periods", period)["due"]), time.max)
    then, now = (
        {each["project_id"]: each for each in belonging(council, moment, period)}
        for moment in (min(as_at, due), as_at)
    )
    rows = [otherwise(council, code, then.get(code), now.get(code)) for code in {**then, **now}]
    return sorted(
        (row for row in rows if row),
        key=lambda row: (order(council, row["directorate"]), row["title"], row["project_id"]),
    )


def otherwise(council: Council, code: str, old: Row | None, new: Row | None) -> Row:
    """How one project counts otherwise; nothing where it counts the same."""
    if old and new and all(old[name] == new[name] for name in ("directorate", "level", "kind")):
        return {}
    shown = new or old or {}
    return {
        "project_id": code,
        "title": shown["title"],
        "what": "moved" if old and new else "joined" if new else "left",
        "directorate": shown["directorate"],
        "directorate_name": council.entry("directorates", shown["directorate"])["label"],
        "directorate_name_then": council.entry("directorates", old["directorate"])["label"] if old else None,
        "level": shown["level"],
        "level_then": old["level"] if old else None,
        "kind": shown["kind"],
        "kind_then": old["kind"] if old else None,
    }
