"""What no Table Schema says, as checks for frictionless: categories in their characteristic, totals."""

from collections import Counter
from collections.abc import Iterable
from statistics import median

import attrs
from frictionless import Check, Error, Row, errors

from benchmarks.peers import PAIRS

KNOWN = frozenset(PAIRS)


@attrs.define(kw_only=True, repr=False)
class Pairs(Check):
    """Each category is one of its characteristic's."""

    type = "pairs"
    Errors = [errors.CellError]

    def validate_row(self, row: Row) -> Iterable[Error]:
        """The category's cell where it is not."""
        if f"{row['characteristic']}/{row['category']}" not in KNOWN:
            yield errors.CellError.from_row(row, note="is not a category of it", field_name="category")


@attrs.define(kw_only=True, repr=False)
class Totals(Check):
    """The categories of every characteristic add up to the same in a half-year."""

    type = "totals"
    Errors = [errors.TableError]
    sums: Counter[tuple[str, str]] = attrs.field(factory=Counter)

    def validate_row(self, row: Row) -> Iterable[Error]:
        """Add the row up; nothing is said yet."""
        self.sums[row["period"], row["characteristic"]] += row["count"] or 0
        return ()

    def validate_end(self) -> Iterable[Error]:
        """One error for each half-year whose characteristics differ."""
        for period in {period for period, _ in self.sums}:
            found = [total for (other, _), total in self.sums.items() if other == period]
            if any(total != median(found) for total in found):
                yield errors.TableError(note=f"{period} has different totals")
