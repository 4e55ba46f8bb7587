"""What is still owed in words: projects by name, what is said together, and what an officer still sends."""

from datetime import date

from pages.parts import owed_words


def row(return_name: str, title: str | None = None, state: str = "missing") -> dict[str, object]:
    """A thing due: of a project with this title, or of the whole directorate."""
    return {
        "return_name": return_name, "title": title, "project_id": title and f"FIN-{title}", "state": state,
        "due_date": date(2026, 11, 14), "days_overdue": 8, "mailbox": "finance@example.org",
        "directorate_name": "Finance", "directorate": "FIN",
    }  # fmt: skip


def due(return_name: str, titles: str, came: str = "") -> list[dict[str, object]]:
    """A return of these projects, a letter each, of which some came in."""
    return [row(return_name, each, "received" if each in came else "missing") for each in titles]


def test_returns_of_the_same_projects_are_said_together_and_named_up_to_three() -> None:
    every = [*due("maturity", "ABCDEF", came="F"), *due("themes", "ABCDEF", came="F"), row("participation")]
    (told,) = owed_words.chase(every)
    assert told == (
        "Finance", "ratings and themes of 5 of 6 projects (A, B, C and 2 others) and who takes part, "
        "8 days overdue. Write to finance@example.org",
    )  # fmt: skip


def test_returns_of_other_projects_are_said_apart() -> None:
    every = [*due("maturity", "AB", came="B"), *due("themes", "AB")]
    assert owed_words.in_a_row(owed_words.missing(every), every) == "ratings of 1 of 2 projects (A) and themes of both projects (A and B)"
    assert owed_words.projects(["A"], 1) == "1 project (A)"


def test_who_owes_of_more_projects_than_are_named_is_led_to() -> None:
    assert owed_words.long(due("themes", "ABCD")) == [("Finance", "FIN")]
    assert owed_words.long([*due("themes", "ABCD", came="D"), *due("maturity", "ABC"), row("conditions")]) == []


def test_a_directorate_that_owes_nothing_is_not_chased() -> None:
    assert owed_words.chase(due("maturity", "AB", came="AB")) == []


def test_an_officer_is_told_what_is_left_and_that_nothing_is() -> None:
    every = due("maturity", "AB", came="B")
    assert owed_words.to_send(every, "X") == "still to send for X: ratings of 1 of 2 projects (A). This was due on 14 November 2026"
    assert owed_words.left([row("conditions", state="not due yet")]) == "conditions. This is due on 14 November 2026"
    assert owed_words.to_send(due("maturity", "AB", came="AB"), "X") == "nothing more is due for X"
    assert owed_words.left([]) == "nothing is due"
