"""The ladder of co-production, as the guidance and the hint beside a box tell it."""

from data.database import Database
from data.intake.template.held import held

LONGEST_HINT = 255
STEPS = 'select step, label, meaning from reference.ladder order by "order"'
OTHER = (
    ("NS", "Not started", "The stage has not begun"),
    ("NA", "Not applicable", "The project has no such stage"),
)


def ladder(database: Database) -> list[tuple[str, str, str]]:
    """What a stage may be rated: the answer, what it is called, and what it means."""
    steps = [(str(row["step"]), row["label"], row["meaning"]) for row in held(database, STEPS)]
    return [*steps, *OTHER]


def ladder_in_a_line(database: Database) -> str:
    """The answers and what each is called, as short as a spreadsheet wants a hint to be."""
    told = "; ".join(f"{answer} {label}" for answer, label, _ in ladder(database))
    return told[:LONGEST_HINT]
