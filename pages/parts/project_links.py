"""The way to one project's page: its address, and a title that leads to it."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages.parts.links import go

LONGEST = 20


def named() -> str:
    """The id of the project that the address names, as ids are written; "" where it names none."""
    said = str(st.query_params.get("project", "")).strip().upper()
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def go_to(row: Mapping[str, Any], **filters: str) -> None:
    """The title of a project as a link to its page; `row` holds its title and project_id."""
    go(row["title"], "projects", project=row["project_id"], **filters)
