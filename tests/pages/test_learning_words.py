"""The three notes for a meeting are picked by the rule that the page states, and text stays text."""

from pages.parts.learning_words import best, told


def test_the_rule_takes_the_newest_then_another_directorate_then_what_changed_most() -> None:
    usual = {"difference": None, "with_evidence": False, "place": ""}

    def note(title: str, period: str, directorate: str, tells: str, **more: object) -> dict[str, object]:
        told = {"title": title, "period": period, "directorate": directorate, "about": tells}
        return {**usual, **told, **more}

    rows = [
        note("b", "new", "X", "what changed"),
        note("c", "new", "X", "what changed", difference="a decision changed", with_evidence=True),
        note("d", "new", "X", "helped", difference="a result was measured"),
        note("e", "new", "Y", "helped"),
        note("f", "old", "Y", "got in the way"),
        note("g", "old", "Z", "got in the way"),
        note("a", "old", "Z", "got in the way"),
        note("h", "old", "Z", "what changed", difference="a result was measured"),
    ]
    assert [row["title"] for row in best(rows)] == ["c", "e", "a"]
    assert best([]) == [] and [row["title"] for row in best(rows[4:5])] == ["f"]


def test_one_note_alone_is_told_in_good_english() -> None:
    row = {"project_id": "A", "about": "helped"}
    assert told([row]) == "1 project tells of 0 changes, 1 thing that helped and 0 that got in the way"
    assert told([row, {"project_id": "B", "about": "what was learnt"}]).endswith("in the way and 1 other lesson")
