"""Answers to the twelve conditions, a year beside the year before: queries/conditions in loops."""

from datetime import date, datetime

from tests.queries.plain.dues import expected, state
from tests.queries.plain.files import Council, Row, day


def opening(council: Council, year: str) -> Row:
    """The half-year that a financial year's answers are sent with: its first."""
    halves = [each for each in council.lists["periods"] if each["year"] == year]
    return min(halves, key=lambda half: str(half["start"]))


def year_before(council: Council, first: Row) -> Row | None:
    """The first half-year of the year before, if the list goes back so far."""
    openings = [opening(council, each["year"]) for each in council.lists["periods"]]
    earlier = [each for each in openings if each["start"] < first["start"]]
    return max(earlier, key=lambda half: str(half["start"])) if earlier else None


def answered(council: Council, as_at: datetime, directorate: str, half: Row) -> dict[str, Row]:
    """What a directorate answered with a half-year, by condition; empty without a return."""
    sent = council.newest("conditions", as_at, "directorate", "period")
    return {row["item"]: row for row in sent.get((directorate, half["code"]), [])}


def standing(council: Council, as_at: datetime, directorate: str, half: Row) -> str:
    """Whether the year's answers came, are missing, or were never asked for."""
    if directorate in expected(council, as_at, half):
        return state(council, as_at, "conditions", half, directorate)
    return "received" if answered(council, as_at, directorate, half) else "not asked"


def unanswered(council: Council, as_at: datetime, directorate: str, half: Row | None) -> str | None:
    """Why there is no answer with a half-year; none where there is no half-year."""
    if half is None:
        return None
    if answered(council, as_at, directorate, half):
        return "not answered"
    asked = standing(council, as_at, directorate, half) != "not asked"
    return "no return" if asked else "not asked"


def places(council: Council, as_at: datetime, half: Row) -> list[Row]:
    """The directorates there were in a half-year, and any other that answered for it."""
    return [
        each
        for each in council.ordered("directorates")
        if answered(council, as_at, each["code"], half)
        or (
            (day(each["valid_from"]) or date.min) <= date.fromisoformat(half["end"])
            and (day(each["valid_to"]) or date.max) >= date.fromisoformat(half["start"])
        )
    ]


def change(now: Row | None, before: Row | None) -> str:
    """What became of an answer since the year before."""
    if now is None or before is None:
        return "not compared"
    if now["answer"] == before["answer"]:
        return "same answer"
    return "new yes" if now["answer"] == "yes" else "other answer"


def answers_by_directorate(council: Council, as_at: datetime, period: str) -> list[Row]:
    """What each directorate answers, and what it answered the year before."""
    half = opening(council, council.entry("periods", period)["year"])
    earlier = year_before(council, half)
    rows = []
    for place in places(council, as_at, half):
        now = answered(council, as_at, place["code"], half)
        before = answered(council, as_at, place["code"], earlier) if earlier else {}
        why = unanswered(council, as_at, place["code"], half)
        why_before = unanswered(council, as_at, place["code"], earlier)
        stands = standing(council, as_at, place["code"], half)
        for item in council.ordered("conditions"):
            mine, theirs = now.get(item["code"]), before.get(item["code"])
            rows.append({
                "directorate": place["code"],
                "directorate_name": place["label"],
                "directorate_order": int(place["order"]),
                "item": item["code"],
                "item_name": item["label"],
                "item_order": int(item["order"]),
                "piece": item["piece"],
                "question": item["question"],
                "year": half["year"],
                "sent_with": half["code"],
                "state": stands,
                "answer": mine["answer"] if mine else why,
                "note": mine.get("note") if mine else None,
                "year_before": earlier["year"] if earlier else None,
                "answer_before": theirs["answer"] if theirs else why_before,
                "change": change(mine, theirs),
            })  # fmt: skip
    return rows
