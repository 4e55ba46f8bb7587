"""The foot of every page: where its figures come from, said once, how they are rounded, and whose ladder it is."""

import re
from collections.abc import Iterable

import streamlit as st
from queries import Note

from pages.parts.due_words import ASKED
from pages.parts.sentences import escaped, listed

READABLE = 860
ROUNDED = "Figures about people are rounded to 5 to protect them; totals add rounded figures."
LADDER = (
    "The ladder of co-production is by [Think Local Act Personal and the National "
    "Co-production Advisory Group](https://www.thinklocalactpersonal.org.uk/Latest/"
    "Co-production-The-ladder-of-co-production/); “Not involved” and the four bands are ours."
)
EVERY = "every return"
BESIDE = ("population figures for the area",)


def foot(notes: Iterable[Note]) -> None:
    """Where the figures come from, how they are rounded, and whose ladder it is."""
    st.divider()
    said = escaped(" ".join(sources(notes)))
    st.markdown(f":small[{said}]\n\n:small[{LADDER}]", width=READABLE)


def sources(notes: Iterable[Note]) -> list[str]:
    """The sentences of several notes, each said once; the banner already gives the notice."""
    notes = list(notes)
    named = in_one([note.source for note in notes])
    first = [f"{'Source' if len(named) == 1 else 'Sources'}: {'; '.join(named)}."] if named else []
    said = [line for note in notes for line in note.lines()[1 if note.notice else 0 :]]
    rest = [line for line in said if not line.startswith("Source: ")]
    rounded = [line for line in rest if line.startswith("Figures about people")] or [ROUNDED]
    return first + list(dict.fromkeys(line for line in rest if line not in rounded)) + rounded[:1]


def in_one(named: Iterable[str]) -> list[str]:
    """Several sources as one list in which no return stands twice; each figure has its own in full."""
    given = list(dict.fromkeys(named))
    returns = [each for each in given if "return" in each]
    sent = [name for name in ASKED.values() if any(re.search(rf"\b{name}\b", each) for each in returns)]
    others = [each for each in given if each not in returns]
    beside = [each for each in BESIDE if any(each in one for one in returns)]
    if any(each.startswith(EVERY) for each in returns) or len(sent) == len(ASKED) or (returns and not sent):
        return [EVERY, *beside, *others]
    return [*([f"returns on {listed(sent)}"] if sent else []), *beside, *others]
