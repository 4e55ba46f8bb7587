"""How long a return takes: what senders said, sending by sending, in loops."""

from datetime import datetime

from tests.queries.plain.files import Council, Row, Upload
from tests.queries.plain.projects import named
from tests.queries.plain.ratings import lower_median
from tests.queries.plain.sent import directorate_of, slices


def first_sendings(council: Council, as_at: datetime) -> dict[tuple[object, ...], list[Upload]]:
    """What was sent together, moment by moment, where it brought anything for the first time."""
    names = ("conditions", "maturity", "participation", "themes")
    uploads = sorted((each for name in names for each in council.counting(name, as_at)), key=lambda u: u.number)
    seen: set[tuple[object, ...]] = set()
    together: dict[tuple[object, ...], list[Upload]] = {}
    fresh = set()
    for upload in uploads:
        key = (upload.received, upload.told.get("agreed_by"))
        together.setdefault(key, []).append(upload)
        things = {(upload.name, *slice_) for slice_ in slices(upload)}
        if things - seen:
            fresh.add(key)
        seen |= things
    return {key: found for key, found in together.items() if key in fresh}


def minutes_by_period(council: Council, as_at: datetime) -> list[Row]:
    """How long a return takes, half-year by half-year."""
    whole, rows = {"code": "all", "label": "Whole council", "order": 0}, []
    sendings = first_sendings(council, as_at).values()
    for place in [whole, *council.ordered("directorates")]:
        sent = [one for one in (sending(council, as_at, each, place["code"]) for each in sendings) if one]
        for period in council.ordered("periods"):
            minutes = [minutes for newest, minutes in sent if newest == int(period["order"])]
            if minutes:
                rows.append({
                    **named(place),
                    "period": period["code"],
                    "period_label": period["label"],
                    "sendings": len(minutes),
                    "not_said": minutes.count(None),
                    "middle_minutes": lower_median([each for each in minutes if each is not None]),
                })  # fmt: skip
    return rows


def sending(
    council: Council, as_at: datetime, uploads: list[Upload], place: str
) -> tuple[int, int | None] | None:
    """The newest half-year that a sending speaks of for a place, and how long it took; or None."""
    rows = [(each, row) for each in uploads for row in each.rows if place in ("all", whose(council, as_at, row))]
    if not rows:
        return None
    said = [each.told["minutes"] for each, _ in rows if each.told.get("minutes") is not None]
    return max(council.place("periods", row["period"]) for _, row in rows), max(said, default=None)


def whose(council: Council, as_at: datetime, row: Row) -> str | None:
    """The directorate of a row; none for a project that nobody has sent."""
    try:
        return directorate_of(council, as_at, row)
    except IndexError:
        return None
