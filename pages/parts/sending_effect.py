"""What a file would change: rows, and figures about work before and after."""

import streamlit as st
from queries import Preview

from pages.parts import sending_words
from pages.parts.headline import lead
from pages.parts.rows_table import rows_table
from pages.parts.sentences import escaped, sentence

# So that the meaning of a figure stands on one line: the height of a table is foretold from its lines.
WIDE = 64


def effect(found: Preview) -> None:
    """Rows new, changed, removed and the same; then each figure about work before and after."""
    files = found.outcome.files
    st.subheader("What it would change", anchor=False)
    lead(sentence(sending_words.summary(files)))
    rows_table(sending_words.rows_changed(files))
    if said := sending_words.counts_apart(files):
        st.markdown(f":small[{escaped(said)}]")
    if counted := sending_words.own_counts(files):
        st.markdown("**Your counts of people, as only you see them**")
        rows_table(counted)
    if found.changes:
        st.markdown(f"**{escaped(sending_words.changing(found.changes))}**")
        rows_table(sending_words.changes(found.changes), letters=WIDE)
        if found.unchanged:
            st.markdown(":small[Every other figure about work would stay the same.]")
    else:
        lead("No figure about work would change.")
