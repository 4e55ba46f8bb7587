"""Projects: the register, and one page a project."""

from pages.council.one_project import one_project, title_of
from pages.council.projects_register import the_register
from pages.parts.page import page
from pages.parts.project_links import named


@page("Projects", section="Council", address="projects", inner="project", order=5, in_bar=True,
      answers="Every project, what it is and how far people are involved", heading=lambda: title_of(named()))
def projects() -> None:
    """The register of projects, or the page of the one that the address names."""
    project = named()
    if project:
        one_project(project)
    else:
        the_register()
