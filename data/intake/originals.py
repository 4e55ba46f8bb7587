"""The file of an upload as it was kept; one that counts people only for its directorate's own."""

from hashlib import sha256

from data.access import COMMAND, Person, refuse_others
from data.audit import record
from data.database import Database
from data.mistakes import WrongUse
from data.protection import COUNTS
from data.schema import return_schemas

FILE = (
    "select return_name, file_bytes, arg_max(event.act, event.event_id) as act "
    "from sent.upload join sent.event as event using (upload_id) "
    "where upload_id = $upload group by all"
)

# Raw counts are handed to somebody who signed in, by name, and to nobody else.
NAMED = ("contributor", "administrator")
KEPT_BACK = (
    "The file of upload {} holds counts of people, which are only ever shown rounded, so it cannot "
    "be downloaded. Whoever sent it has it."
)


def original(
    database: Database, upload_id: int, person: Person = COMMAND
) -> tuple[str, bytes]:
    """A name for the file an upload brought, and its bytes.

    The name says which upload and holds the first eight characters of the content's SHA-256, and
    nothing of the name it was sent under, which may be anything. It is audited. Raises WrongUse
    with a sentence when there is no such upload, when it was erased, and for a return that counts
    people while nobody signs in; NotAllowed for one of others than this person sends for.
    """
    rows = database.read(FILE, {"upload": upload_id}).rows
    if not rows:
        raise WrongUse(f"There is no upload {upload_id}. Choose one from the history.")
    return_name, content, act = rows[0]
    if return_name in COUNTS and person.role not in NAMED:
        raise WrongUse(KEPT_BACK.format(upload_id))
    if act == "erased" or not content:
        raise WrongUse(f"The file of upload {upload_id} was erased for good. Ask its sender for a copy.")
    with database.writing() as writer:
        refuse_others(writer.cursor, person, return_schemas()[return_name], upload_id)
        record(writer.cursor, person, "file handed out", return_name, upload_id)
    kind = "xlsx" if content.startswith(b"PK") else "csv"
    mark = sha256(content).hexdigest()[:8]
    return f"upload-{upload_id}-{return_name}-{mark}.{kind}", bytes(content)
