"""The example's answers to the twelve conditions, by directorate and year."""

from collections.abc import Iterator

from data.example.projects import Row, dice
from data.example.story import Period, lines, notes
from data.settings import SHIPPED_LISTS

# How far along each directorate was in the first year, from 0 to 1.
FAR_ALONG = {"ACH": 0.3, "CFE": 0.25, "NEI": 0.1, "REG": 0.05, "FIN": -0.05, "RES": 0.1}
GAIN_IN_A_YEAR = 0.1


def condition_rows(seed: int, directorate: str, period: Period) -> Iterator[Row]:
    """A directorate's lines of the conditions return: an answer to each of the twelve."""
    for line in lines(SHIPPED_LISTS / "conditions.csv"):
        chance = dice(seed, directorate, line["code"])
        far = chance.random() * 0.6 + FAR_ALONG[directorate] + GAIN_IN_A_YEAR * period.order / 2
        answer = "yes" if far > 0.72 else "partly" if far > 0.4 else "no"
        now = dice(seed, directorate, line["code"], period.code)
        row: Row = {
            "directorate": directorate,
            "period": period.code,
            "item": line["code"],
            "answer": "not sure" if now.random() < 0.05 else answer,
        }
        if row["answer"] != "not sure" and now.random() < 0.4:
            row["note"] = now.choice(notes()[f"{line['code']} {answer}"])
        yield row
