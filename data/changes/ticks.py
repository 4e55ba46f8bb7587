"""The tick, given later: nobody could be recognised from the notes of an upload that waited for it."""

from data.access import Person, refuse_others
from data.changes.making import make
from data.database import Database
from data.intake.commit import return_of
from data.mistakes import WrongUse
from data.schema import return_schemas

TICK = "tick notes"
REASON = "Nobody could be recognised from the notes"


def tick(database: Database, upload_id: int, person: Person) -> int:
    """Let the notes of an upload be shown, and return the number of the change that does.

    Raises WrongUse for an upload that does not wait for it, and NotAllowed where the upload is not
    this person's to speak for.
    """
    with database.reading() as reader:
        schema = return_schemas().get(return_of(reader.cursor, upload_id))
        if schema is None:
            raise WrongUse(f"There is no upload {upload_id}. Choose one from the history.")
        refuse_others(reader.cursor, person, schema, upload_id)
    return make(database, TICK, str(upload_id), "", REASON, person)
