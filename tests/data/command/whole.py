"""Whether what a database holds of each upload is whole: its rows, protected counts and event."""

from data.database import Database
from data.schema import return_schemas

PROTECTED = {
    "participation": "count(\"count\")",
    "maturity": "count(people) + count(new_people) + count(asked) + count(felt_heard)",
}
WHOLE = (
    "select upload_id, return_name, row_count from sent.upload "
    "where file_name <> 'erased' order by upload_id"
)


def halves(database: Database) -> list[str]:
    """What is there in part only: uploads without all their rows, and rows without an upload."""
    known = "(select upload_id from sent.upload)"
    found = [
        f"{table} has rows of no upload"
        for table in [*(f"sent.{name}" for name in return_schemas()), "sent.event",
                      *(f"protected.{name}" for name in PROTECTED)]
        if database.read(f"from {table} where upload_id not in {known}").rows
    ]  # fmt: skip
    for upload, name, rows in database.read(WHOLE).rows:
        counted = PROTECTED.get(name)
        asked = {
            f"select count(*) from sent.{name} where upload_id = $upload": rows,
            "select count(*) from sent.event where upload_id = $upload and act = 'sent'": 1,
        }
        if counted:
            people = f"select {counted} from sent.{name} where upload_id = $upload"
            many = database.read(people, {"upload": upload}).rows[0][0]
            asked[f"select count(*) from protected.{name} where upload_id = $upload"] = many
        for sql, wanted in asked.items():
            held = database.read(sql, {"upload": upload}).rows[0][0]
            if held != wanted:
                found.append(f"upload {upload}: {held} for {wanted} by {sql}")
    return found


def uploads_of(database: Database, fingerprint: str) -> list[int]:
    """The numbers of the uploads that a file with this SHA-256 brought."""
    rows = database.read(
        "select upload_id from sent.upload where file_sha256 = $mark", {"mark": fingerprint}
    ).rows
    return [upload for (upload,) in rows]
