"""Whether people felt heard: by directorate only, from counts that were rounded first."""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from queries import ask

from pages.parts.filters import ALL
from pages.parts.headline import READABLE
from pages.parts.narrowed import narrowed
from pages.parts.sentences import count, escaped, sentence
from pages.parts.tables import figures

SHOWN = ("directorate_name", "projects", "asked", "felt_heard", "share")


def felt_heard(period: str, directorate: str, name: str) -> None:
    """A line a directorate, in the council's order; which levels and kinds are chosen changes nothing."""
    every = ask("maturity/felt_heard_by_directorate", period=period)
    answer = every if directorate == ALL else narrowed(every, name, directorate={directorate})
    st.subheader("Do people feel heard?", anchor=False)
    if not answer.rows:
        st.markdown("No project says that it asked people whether they felt heard.")
        return
    st.markdown("\n".join(f"- {escaped(line(row))}" for row in answer.rows), width=READABLE)
    st.markdown(":small[Of the people whom projects asked, at every level and of every kind.]")
    figures(answer, SHOWN)


def line(row: Mapping[str, Any]) -> str:
    """What is said of one directorate; nothing but how many projects asked where under 20 were asked."""
    where, asked = row["directorate_name"], count(row["projects"], "project")
    if row["share"] is None:
        return sentence(f"{where}: too few were asked to say ({asked})")
    return sentence(f"{where}: about {row['share']}% of about {row['asked']} people asked felt heard ({asked})")
