"""A small table of words that can be read aloud."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.parts.sentences import escaped
from pages.parts.tables import LETTERS, bound, height


def rows_table(rows: Sequence[Mapping[str, str]], letters: int = LETTERS) -> None:
    """A table under the names of its first row, every cell shown as it is; a long one scrolls.

    `letters` is how long a line of a cell may be.
    """
    columns = {name: [bound(escaped(row[name]), letters) for row in rows] for name in rows[0]}
    st.table(columns, border="horizontal", hide_index=True, height=height(columns))
