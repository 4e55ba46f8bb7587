"""The page on projects, drawn for tests: the register at any filters, or one project."""

from streamlit.testing.v1 import AppTest

from tests.pages.drawing import drawn

NOW = "2026-27 H1"


def body() -> None:
    """The page, on a dashboard where it can be reached."""
    import streamlit as st

    from pages.council.projects import projects

    st.session_state.setdefault("doors", {"projects": st.session_state.get("door", "projects")})
    projects()


def page(**filters: str) -> AppTest:
    """The page at these filters."""
    return drawn(body, **filters)


def links(at: AppTest) -> list[str]:
    """The words of every link to another state of the page."""
    return [each.label for each in at.button]
