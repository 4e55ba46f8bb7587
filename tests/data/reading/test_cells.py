"""A cell holds the value its field may hold, or is a fault; nothing is guessed or rounded."""

from collections.abc import Iterator

import pytest

from data.database import Database
from data.intake.cells import Cell, Entries, list_keys, read_cell
from data.intake.spelling import answers, entry, spelt
from data.schema import Field, return_schemas


@pytest.fixture(scope="module")
def entries(unchanged: Database) -> Iterator[Entries]:
    """The entries of the lists of a council."""
    with unchanged.writing() as writer:
        yield Entries(writer.cursor)
        writer.abandon()


def field(name: str) -> Field:
    """A field by return and name: "maturity.design"."""
    schema, _, own = name.partition(".")
    return next(each for each in return_schemas()[schema].fields if each.name == own)


def cell(entries: Entries, name: str, text: str) -> Cell:
    """What a cell of a field holds."""
    keys = list_keys(return_schemas()[name.partition(".")[0]].foreign_keys)
    key = keys.get(field(name).name)
    spellings = entries.answers(field(name)) if key is None else entries.spellings(key)
    return read_cell(field(name), text, spellings)


HELD = [
    *(("maturity.design", text, "6") for text in (
        "6", " 6 ", "6.0", "6 Co-design", "6 - Co-design", "6: Co-design", "6 (co-design)", "Co-design",
        "6 – Co‑design")),
    *(("maturity.design", text, "NS") for text in ("NS", "ns", "Not started", "not yet started")),
    *(("maturity.design", text, "NA") for text in ("NA", "n/a", "N/A", "Not applicable")),
    *(("maturity.people_design", text, "NA") for text in ("NA", "n/a")),
    *(("maturity.aiming_for", text, 6) for text in ("6", "6.0", "6 Co-design", "co-design", " 6\u00a0")),
    *(("maturity.people", text, None) for text in ("", " ", "n/a", "NA", "Not applicable")),
    *(("maturity.people", text, 1234) for text in ("1,234", "1 234", "1234.0")),
    *(("themes.theme", text, "T3") for text in (
        "T3", "t3", "Promote independence and healthier lives", "T3 Promote independence and healthier "
        "lives", "T3: promote independence", "T3 - Independence and healthier lives")),
    *(("themes.period", text, "2025-26 H1") for text in (
        "2025-26 H1", "2025/26 H1", "2025-26H1", "H1 2025-26", "H1 2025/26", "2025–26 H1", "h1 2025/2026",
        "2025-2026 H1", "2025/26, H1", "April to September 2025", "2025-26 H1 April to September 2025")),
    *(("conditions.answer", text, "yes") for text in ("yes", "Yes", "Y", "TRUE", " y ")),
    *(("conditions.answer", text, "no") for text in ("no", "N", "false")),
    *(("conditions.directorate", text, "ACH") for text in (
        "ACH", "Adult Care and Health", "Adult Care & Health", "ADULT  CARE AND HEALTH")),
    *(("conditions.item", text, "C04") for text in ("C04", "c04", "Time and money", "C04: Time & money")),
    *(("maturity.rated_by", text, "jointly") for text in (
        "jointly", "Joint", "Both", "together", "Staff & people together", "Staff and people", "people and staff")),
    *(("maturity.rated_by", text, "staff") for text in ("staff", "Staff only", "Officers")),
    *(("maturity.rated_by", text, "people") for text in ("People", "people only", "Residents")),
    *(("projects.priorities_set_by", text, "jointly") for text in ("Both", "Service & people together")),
    ("projects.project_id", "ACH–2024–01", "ACH-2024-01"),
    ("projects.title", "  Day \u00a0chances\t\u200b", "Day \u00a0chances"),
    ("projects.title", "n/a", "n/a"), ("projects.title", "– a dash", "– a dash"),
    ("projects.end_date", "n/a", None), ("projects.service", "N/A", None),
    ("projects.partner", "None", "none"), ("maturity.evidence", "=1+1", "=1+1"),
]  # fmt: skip
FAULTS = [
    *(("participation.count", text, "suppressed") for text in ("<5", "*", "[c]", "n/a", "-", "..")),
    *(("maturity.people", text, "suppressed") for text in ("<5", "*", "c", "-", "suppressed")),
    ("participation.count", "", "blank"), ("participation.count", "12.5", "unreadable"),
    ("participation.count", "1.234", "pointed"), ("participation.count", "-1", "minimum"),
    ("maturity.design", "", "blank"), ("maturity.design", "6.5", "unknown"),
    ("maturity.design", "6 Consultation", "unknown"), ("maturity.design", "67", "unknown"),
    ("maturity.design", "-", "unknown"), ("maturity.design", "*", "unknown"),
    ("maturity.aiming_for", "9", "maximum"), ("maturity.aiming_for", "n/a", "unreadable"),
    ("maturity.aiming_for", "Coercion", "minimum"), ("maturity.aiming_for", "<5", "unreadable"),
    ("themes.theme", "T3 Protect our environment", "unknown"), ("themes.theme", "T", "unknown"),
    ("themes.period", "2025-26", "unknown"), ("themes.period", "2025-27 H1", "unknown"),
    ("conditions.answer", "yes and no", "unknown"), ("conditions.answer", "n/a", "unknown"),
    ("maturity.rated_by", "staff or people", "unknown"), ("maturity.design", "both", "unknown"),
    ("projects.title", "#REF!", "error"), ("projects.start_date", "#####", "error"),
    ("projects.start_date", "n/a", "unreadable"), ("projects.project_id", "ach-1", "pattern"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "value"), HELD)
def test_a_cell_is_read(entries: Entries, name: str, text: str, value: str | int | None) -> None:
    assert cell(entries, name, text) == Cell(value)


@pytest.mark.parametrize(("name", "text", "fault"), FAULTS)
def test_a_cell_that_cannot_be_read_is_a_fault(
    entries: Entries, name: str, text: str, fault: str
) -> None:
    assert cell(entries, name, text).fault == fault


def test_a_name_that_two_entries_have_is_neither() -> None:
    known = answers(["yes", "no"])
    assert entry("Y", known) == "yes" and entry("yes no", known) is None
    assert entry("1 north", {"1": "1", "2": "2", "north": "2"}) is None


def test_what_is_spelt_alike_is_the_same() -> None:
    assert spelt("H1 2025/26") == spelt("2025–26 h1") == spelt("2025/2026, H1")
    assert spelt("H1 2025/26") != spelt("H2 2025/26") != spelt("H2 2024/25")
    assert spelt("People’s “own” – say") == spelt("people's \"OWN\" - say")
