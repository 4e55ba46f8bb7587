"""Every upload: what is in it, how it stands, and what was done to it, from the files."""

from datetime import date, datetime
from hashlib import sha256

from tests.queries.plain.files import Council, Row, Upload
from tests.queries.plain.sent import KEY, counting, directorate_of, newest_project, sent_by, slices

COUNTS_PEOPLE = ("maturity", "participation")


def uploads(council: Council, as_at: datetime) -> list[Row]:
    """Every upload, newest first."""
    return [one(council, as_at, upload) for upload in sent_by(council, as_at)]


def one(council: Council, as_at: datetime, upload: Upload) -> Row:
    """One upload in full."""
    places = {directorate_of(council, as_at, row) for row in upload.rows}
    codes = [each["code"] for each in council.ordered("directorates") if each["code"] in places]
    times = {row.get("period") for row in upload.rows}
    periods = [each["code"] for each in council.ordered("periods") if each["code"] in times]
    here = [counting(council, as_at, upload.name, each) == upload.number for each in slices(upload)]
    return {
        "upload": upload.number,
        "return_name": upload.name,
        "received_on": upload.received.date(),
        "received_at": f"{upload.received:%H:%M}",
        "directorates": "; ".join(codes) or None,
        "directorate_names": "; ".join(council.entry("directorates", each)["label"] for each in codes) or None,
        "periods": "; ".join(periods) or None,
        "period_labels": "; ".join(council.entry("periods", each)["label"] for each in periods) or None,
        "file_name": f"{upload.path.parent.name}/{upload.path.name}",
        "row_count": len(upload.rows),
        "rows_left_out": 0,
        "columns_left_out": None,
        "agreed_by": upload.told.get("agreed_by"),
        "minutes": upload.told.get("minutes"),
        "reason": upload.told.get("reason"),
        "items": len(here),
        "counting": sum(here),
        "notes": notes(upload),
        "status": "counts now" if all(here) else "replaced in part" if any(here) else "replaced",
        "fingerprint": fingerprint(upload),
    }


def notes(upload: Upload) -> str | None:
    """Whether the notes in an upload may be shown or wait for the tick."""
    fields = ("evidence", "what_changed", "learning", "note")
    if not any(row.get(field) for row in upload.rows for field in fields):
        return None
    return "may be shown" if upload.told.get("nobody_recognised") else "wait for the tick"


def fingerprint(upload: Upload) -> str | None:
    """The SHA-256 of a file that counts nobody."""
    return None if upload.name in COUNTS_PEOPLE else sha256(upload.path.read_bytes()).hexdigest()


def upload_items(council: Council, as_at: datetime, period: str) -> list[Row]:
    """What is in each upload for a half-year, and which upload counts for it."""
    rows = [
        item(council, as_at, upload, slice_)
        for upload in sent_by(council, as_at)
        for slice_ in slices(upload)
        if (slice_[0] if "period" in KEY[upload.name] else "none") == period
    ]
    return [{name: row[name] for name in row if name != "order"} for row in sorted(rows, key=in_order)]


def in_order(row: Row) -> tuple[object, ...]:
    """Newest upload first, then by directorate and title."""
    return (-row["upload"], row["order"], row["title"] or "", row["project_id"] or "", row["unit"] or "")


def item(council: Council, as_at: datetime, upload: Upload, slice_: tuple[str | None, ...]) -> Row:
    """One thing in one upload."""
    named = dict(zip(KEY[upload.name], slice_, strict=True))
    place = council.entry("directorates", directorate_of(council, as_at, named))
    project = newest_project(council, as_at, named["project_id"]) if "project_id" in named else {}
    of = council.entry("periods", named["period"]) if "period" in named else None
    return {
        "upload": upload.number,
        "return_name": upload.name,
        "directorate_name": place["label"],
        "project_id": named.get("project_id"),
        "title": project.get("title"),
        "unit": named.get("unit"),
        "counting": counting(council, as_at, upload.name, slice_),
        "before": counting(council, as_at, upload.name, slice_, below=upload.number),
        "due_date": date.fromisoformat(of["due"]) if of else None,
        "final": bool(of) and as_at.date() > date.fromisoformat(of["due"]),
        "order": int(place["order"]),
    }


def upload_acts(council: Council, as_at: datetime) -> list[Row]:
    """What was done to each upload."""
    return [
        {
            "upload": act.number,
            "act": act.act,
            "done_on": act.moment.date(),
            "done_at": f"{act.moment:%H:%M}",
            "done_by": council.uploads[act.number - 1].told.get("agreed_by"),
            "reason": council.uploads[act.number - 1].told.get("reason"),
        }
        for act in council.acts
        if act.moment <= as_at
    ]
