"""The page "Half-years and lists": ids merged and a population replaced, each put back."""

from queries import ask
from tests.pages.drawing import drawn, said
from tests.pages.test_lists import done, make, own, page, undo_newest
from tests.pages.test_sentences import shown

__all__ = ["own"]


def project(code: str) -> tuple[str, str]:
    """What the page of a project is headed by, and what it says in boxes."""

    def body() -> None:
        from pages.council.projects import projects

        projects()

    at = drawn(body, project=code)
    return shown(at.title[0].value), shown(" ".join(each.value for each in at.info))


def test_a_mistyped_project_is_merged_and_undone() -> None:
    at = drawn(page, part="projects")
    wrong, right = (row["project_id"] for row in ask("maturity/projects", period="2026-27 H1").rows[:2])
    at.text_input[0].set_value(wrong)
    at.text_input[1].set_value(right).run()
    assert f"would count as {right}" in said(at)
    assert done(make(at)) == f"{wrong} was merged into {right}."
    assert wrong not in {row["project_id"] for row in ask("maturity/projects", period="2026-27 H1").rows}
    told = project(wrong)[1]
    assert f"“{wrong}” was a mistyped id" in told and f"has the id {right}" in told
    (row,) = ask("projects/described").where(project_id=right)
    assert project(right)[0] == row["title"]
    undo_newest()
    assert wrong in {row["project_id"] for row in ask("maturity/projects", period="2026-27 H1").rows}


def test_a_population_file_is_checked_shown_and_taken() -> None:
    at = drawn(page, part="population")
    head = "area,directorate,name,base,characteristic,category,count,date,table,licence\n"
    row = "{},,All residents,All residents,sex,{},{},2026-03-21,TS008,Open Government Licence v3.0\n"
    at.file_uploader[0].set_value(("wrong.csv", (head + row.format("Wirral", "neither", 1)).encode(), "text/csv")).run()
    assert any("line 2, column category" in each.value for each in at.warning)
    good = head + row.format("Wirral", "female", 1000) + row.format("Wirral", "male", 900)
    at.file_uploader[0].set_value(("good.csv", good.encode(), "text/csv")).run()
    assert "All residents, sex: none now, 1,900 people after" in said(at)
    make(at)
    undo_newest()
