"""How settled a half-year's figures are: provisional or final, and corrected since when."""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from queries import ask

from pages.parts.page import cite
from pages.parts.sentences import count, day, escaped


def standing(period: str) -> None:
    """One small line: until when the figures may still change, or what was corrected since."""
    answer = ask("returns/period_status", period=period)
    cite(answer)
    if answer.rows:
        st.markdown(f":small[{escaped(words(answer.one))}]")


def words(row: Mapping[str, Any]) -> str:
    """The line itself, from the one row of `returns/period_status`."""
    said = f"{row['label']}: provisional until {day(row['due_date'])}, then final."
    if row["status"] == "final":
        said = f"{row['label']}: final since {day(row['due_date'])}. What came late or was corrected since then counts too."
    if row["corrected"]:
        returns = count(row["corrected"], "return")
        said += f" Corrected since {day(row['due_date'])}: {returns}."
    return said
