"""The file of an upload as it was kept, for returns without counts of people."""

from hashlib import sha256

from data.database import Database
from data.mistakes import WrongUse
from data.protection import COUNTS

FILE = (
    "select return_name, file_bytes, arg_max(event.act, event.event_id) as act "
    "from sent.upload join sent.event as event using (upload_id) "
    "where upload_id = $upload group by all"
)


def original(database: Database, upload_id: int) -> tuple[str, bytes]:
    """A name for the file an upload brought, and its bytes.

    The name says which upload and holds the first eight characters of the content's SHA-256, and
    nothing of the name it was sent under, which may be anything. Raises WrongUse with a sentence
    when there is no such upload, when it was erased, and for a return that counts people: raw
    counts are never handed out while anyone may open the page.
    """
    rows = database.read(FILE, {"upload": upload_id}).rows
    if not rows:
        raise WrongUse(f"There is no upload {upload_id}. Choose one from the history.")
    return_name, content, act = rows[0]
    if return_name in COUNTS:
        raise WrongUse(
            f"The file of upload {upload_id} holds counts of people, which are only ever shown "
            "rounded, so it cannot be downloaded. Whoever sent it has it."
        )
    if act == "erased":
        raise WrongUse(f"The file of upload {upload_id} was erased for good.")
    mark = sha256(content).hexdigest()[:8]
    kind = "xlsx" if content.startswith(b"PK") else "csv"
    return f"upload-{upload_id}-{return_name}-{mark}.{kind}", bytes(content)
