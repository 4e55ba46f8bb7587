"""Part of an answer, when filters narrow a page further than its question can be asked."""

from collections.abc import Collection
from dataclasses import replace

from queries import Answer


def narrowed(answer: Answer, said: str, **kept: Collection[str]) -> Answer:
    """The answer with only the rows that hold one of the values kept in each column named.

    `said` is what remains, in words; it becomes part of the source, so that the table and
    the file downloaded say so too. Nothing is changed when there is nothing to say.
    """
    if not said:
        return answer
    rows = tuple(
        row for row in answer.rows if all(row[column] in kept[column] for column in kept)
    )
    note = replace(answer.note, source=f"{answer.note.source}, for {said}")
    return replace(answer, rows=rows, note=note)
