"""What a change would do, in plain words, before it is made: it is tried, and rolled back."""

from collections.abc import Callable, Mapping

from data.changes.foreseen_lists import of_row
from data.changes.foreseen_population import of_population
from data.changes.kinds import KINDS
from data.changes.making import keep
from data.database import Database
from data.in_words import many
from data.intake.offer import present_moment
from data.mistakes import WrongUse
from data.transaction import Writer

Words = tuple[str, ...]
NONE = ("none",)
COMMENT = "select comment from comments(timestamp '9999-12-31') where directorate || '/' || period = $subject"

MERGED = """
    with sent as (
        select 'projects' as name, null as period, project_id from sent.projects
        union select 'maturity', period, project_id from sent.maturity
        union select 'themes', period, project_id from sent.themes
    )
    select
        count(*) filter (where project_id = $wrong),
        count(*) filter (where project_id = $wrong and exists (
            select 1 from sent as right_one
            where right_one.name = sent.name and right_one.project_id = $right
                and right_one.period is not distinct from sent.period
        ))
    from sent
"""


def foresee(database: Database, kind: str, subject: str, value: str) -> Words:
    """What making this change would do, a sentence each. Raises WrongUse where it cannot be made."""
    if kind not in KINDS:
        raise WrongUse("There is no such change. Choose one from the list.")
    moment = present_moment(database)
    with database.writing() as writer:
        before = _told(writer, kind, subject, value)
        keep(writer.cursor, kind, subject, value, moment, "", "a trial")
        after = _told(writer, kind, subject, value)
        writer.abandon()
    return (*before.pop("words", ()), *_moved(before, after))


def _told(writer: Writer, kind: str, subject: str, value: str) -> dict[str, Words]:
    tell = TOLD.get(kind)
    return dict(tell(writer, subject, value)) if tell else {}


def _moved(before: Mapping[str, Words], after: Mapping[str, Words]) -> Words:
    """The figures that differ: what each was, and what it would be."""
    names = [name for name in {**before, **after} if name != "words"]
    return tuple(
        f"{name}: {', '.join(before.get(name, NONE))} now, {', '.join(after.get(name, NONE))} after"
        for name in names
        if before.get(name, NONE) != after.get(name, NONE)
    )


def _of_comment(writer: Writer, subject: str, value: str) -> Mapping[str, Words]:
    """Which comment it takes the place of."""
    found = writer.read(COMMENT, {"subject": subject}).rows
    if not found:
        return {"words": ("It is shown beside the directorate's figures for this half-year, and in the briefing",)}
    return {"words": (f"It takes the place of “{found[0][0]}”",)}


def _of_project(writer: Writer, subject: str, value: str) -> Mapping[str, Words]:
    """What was sent under the mistyped id, and where both ids sent for the same half-year."""
    ids = {"wrong": subject, "right": value}
    ((sent, both),) = writer.read(MERGED, ids).rows
    words = [f"{many(sent, 'return')} sent for {subject} would count as {value}'s"]
    if both:
        words.append(f"For {many(both, 'return')} both ids have sent; the newer one counts")
    return {"words": tuple(words)}


TOLD: Mapping[str, Callable[[Writer, str, str], Mapping[str, Words]]] = {
    "comment": _of_comment,
    "list row": of_row,
    "merge project": _of_project,
    "population": of_population,
}
