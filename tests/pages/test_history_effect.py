"""What taking an upload back or bringing it back would do, in words."""

from datetime import date

from pages.parts import history_effect


def part(counting: int | None, before: int | None, final: bool = False) -> dict[str, object]:
    """One thing in upload 12."""
    return {"project_id": "A", "counting": counting, "before": before, "final": final, "due_date": date(2026, 5, 14)}


def test_the_effect_says_what_counts_again_what_is_lost_and_what_stays() -> None:
    rows = [part(12, 4), part(12, 4), part(12, None), part(31, 4)]
    words = ". ".join(history_effect.effect(12, rows, "withdraw"))
    assert words == (
        "Upload 12 will no longer count. For 2 of 4 projects what was sent before counts again (upload 4). "
        "For 1 of 4 projects nothing was sent before, so nothing will count. 1 was replaced since, and stays so"
    )
    back = history_effect.effect(12, [part(4, 4), part(None, None), part(31, 4)], "restore")
    assert back == [
        "Upload 12 will count again for 2 of 3 projects", "It takes the place of upload 4 there",
        "1 was replaced since, and stays so",
    ]  # fmt: skip
    assert "will" not in history_effect.done(words)
    assert history_effect.final(12, [part(12, 4)], "withdraw") == ""
    assert "final since 14 May 2026" in history_effect.final(12, [part(12, 4, final=True)], "withdraw")
