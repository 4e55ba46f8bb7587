"""How many more people to invite: its sentences, from counts handed out five at a time."""

from pages.parts import missing_words
from tests.pages.again.reading import Row, well_formed

Slow = dict[tuple[str, str, str], Row]


def to_invite(rows: list[Row], name: str, invited: Slow) -> None:
    """The people to invite, alone and at once, are those handed out five at a time."""
    found = {row["category_name"]: (row, slow_of(row, invited)) for row in rows if row["how_many_more"]}
    said = well_formed(missing_words.at_once(rows, name))
    for label, (row, slowly) in found.items():
        assert f"about {slowly['how_many_more']:,} more people" in missing_words.how_many(row)
        assert ("which is over" in missing_words.how_many(row)) == (slowly["how_many_more"] > row["most"])
        if len(found) > 1 and slowly[f"{name}_total"]:
            assert f"about {slowly[f'{name}_total']:,} more people" in said and f"{label} ({slowly[name]:,})" in said
        elif len(found) > 1:
            assert "would take more than" in said
    assert bool(said) == (len(found) > 1)


def slow_of(row: Row, invited: Slow) -> Row:
    """The slow answer for a group, found by its numbers' place, characteristic and own name."""
    return invited[row["directorate"], row["characteristic"], row["category"]]
