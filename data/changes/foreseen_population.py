"""What replacing a population would do: each group of people compared with, before and after."""

from collections.abc import Mapping

from data.transaction import Writer

TOTALS = """
    select concat_ws(', ', name, characteristic) as said, sum("count")::varchar
    from reference.population
    where area = $area
    group by name, characteristic
    order by name, characteristic
"""


def of_population(writer: Writer, subject: str, value: str) -> Mapping[str, tuple[str, ...]]:
    """The total of each characteristic of each group of the area, as it stands in the transaction."""
    rows = writer.read(TOTALS, {"area": subject}).rows
    return {name: (f"{int(total):,} people",) for name, total in rows}
