"""The five returns' Table Schemas, read by an independent reader (Frictionless)."""

import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Schema

DATA = Path(__file__).parents[2] / "data"
COLUMNS = {
    "projects": "project_id title directorate service kind level status start_date status_since"
    " end_date shaped_by resource reward access_checked own_meeting fed_back toolkit_used"
    " experience_led volunteers_deliver priorities_set_by partner principle_1 principle_2",
    "maturity": "project_id period design decisions delivery evaluation rated_by aiming_for"
    " evidence people_design people_decisions people_delivery people_evaluation people new_people"
    " asked felt_heard difference what_changed learning learning_kind nothing_changed",
    "themes": "project_id period theme main_or_also strength note",
    "participation": "directorate period unit characteristic category count",
    "conditions": "directorate period item answer note",
}
KEYS = {
    "projects": ["project_id"],
    "maturity": ["project_id", "period"],
    "themes": ["project_id", "period", "theme"],
    "participation": ["directorate", "period", "unit", "characteristic", "category"],
    "conditions": ["directorate", "period", "item"],
}
SLICES = {
    **{name: key[:2] for name, key in KEYS.items()},
    "participation": ["directorate", "period", "unit"],
}
OPTIONAL_AFTER = {"projects": "start_date", "maturity": "aiming_for", "themes": "strength"}
YES_PARTLY = "yes|partly|no|not yet"
CHOICES = {
    "kind": "project|forum|board|commissioning|strategy|workshop",
    "status": "proposed|agreed|active|complete|stopped",
    "resource": "none|part|full",
    "reward": "none|expenses|voucher|payment|other|not decided",
    "access_checked": YES_PARTLY,
    "own_meeting": YES_PARTLY,
    "fed_back": YES_PARTLY,
    "toolkit_used": YES_PARTLY,
    "experience_led": YES_PARTLY,
    "volunteers_deliver": YES_PARTLY,
    "priorities_set_by": "people|jointly|service",
    "partner": "none|health|voluntary, community or faith|provider|other",
    "rated_by": "staff|jointly|people",
    "difference": "nothing yet|a decision changed|a service or policy changed"
    "|a result was measured",
    "learning_kind": "helped|got in the way",
    "main_or_also": "main|also",
    "strength": "possible|active|change shown",
    "unit": "people|forms|attendances",
    "answer": "yes|partly|no|not sure",
    "nothing_changed": "yes",
}
STAGES = ("design", "decisions", "delivery", "evaluation")
RATED = [*STAGES, *(f"people_{stage}" for stage in STAGES)]
RATINGS = dict.fromkeys(RATED, "0|1|2|3|4|5|6|7|NS|NA")
WRONG_CELLS = [
    ("projects", "title", "x" * 101),
    ("projects", "start_date", "01/05/2024"),
    ("maturity", "design", ""),
    ("maturity", "aiming_for", "1"),
    ("maturity", "aiming_for", "8"),
    ("maturity", "evidence", "x" * 201),
    ("maturity", "what_changed", "x" * 201),
    ("maturity", "felt_heard", "-1"),
    ("themes", "note", "x" * 201),
    ("participation", "count", "12.5"),
    ("participation", "count", "-1"),
    ("conditions", "note", "x" * 201),
]


def described(name: str) -> dict[str, Any]:
    """The schema of a return as it is written."""
    return dict(json.loads((DATA / "returns" / f"{name}.json").read_text(encoding="utf-8")))


def example_row(name: str) -> dict[str, str]:
    """One row made of the examples that the schema gives."""
    return {field["name"]: field["example"] for field in described(name)["fields"]}


def test_there_are_five_returns() -> None:
    assert {path.stem for path in (DATA / "returns").glob("*.json")} == set(COLUMNS)


@pytest.mark.parametrize("name", COLUMNS)
def test_a_return_has_its_columns_in_order(name: str) -> None:
    assert list(example_row(name)) == COLUMNS[name].split()


@pytest.mark.parametrize("name", COLUMNS)
def test_every_schema_obeys_the_table_schema_standard(name: str) -> None:
    assert list(Schema.metadata_validate(described(name))) == []


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_is_explained_to_a_service_officer(name: str) -> None:
    schema = described(name)
    assert schema["name"] == name and schema["title"] and schema["description"]
    for field in schema["fields"]:
        assert field["title"] and field["example"], field["name"]
        assert len(field["description"].split()) >= 4 and "_" not in field["title"], field["name"]


@pytest.mark.parametrize("name", COLUMNS)
def test_a_return_says_its_key_and_what_a_newer_one_replaces(name: str) -> None:
    schema = described(name)
    assert (schema["primaryKey"], schema["slice"]) == (KEYS[name], SLICES[name])


@pytest.mark.parametrize("name", COLUMNS)
def test_required_columns_come_before_optional_ones(name: str) -> None:
    fields = described(name)["fields"]
    names = [field["name"] for field in fields]
    required = {f["name"] for f in fields if f.get("constraints", {}).get("required")}
    last = {**OPTIONAL_AFTER, "participation": "count", "conditions": "answer"}[name]
    wanted = set(names[: names.index(last) + 1]) - {"service"}
    assert required == wanted


@pytest.mark.parametrize(("name", "column", "value"), WRONG_CELLS)
def test_a_wrong_value_is_noticed(name: str, column: str, value: str) -> None:
    assert Schema.from_descriptor(described(name)).get_field(column).read_cell(value)[1]


def test_fixed_answers_are_worded_as_the_returns_define_them() -> None:
    fields = [field for name in COLUMNS for field in described(name)["fields"]]
    choices = {field["name"]: field.get("constraints", {}).get("enum", []) for field in fields}
    worded = {name: "|".join(answers) for name, answers in choices.items() if answers}
    assert worded == CHOICES | RATINGS
    said_as = {field["name"]: set(field.get("answersSaidAs", ())) for field in fields}
    assert all(answers <= set(choices[name]) for name, answers in said_as.items()) and said_as["rated_by"]


def test_participation_has_no_column_for_a_project_or_a_service() -> None:
    assert not {"project_id", "project", "service"} & set(example_row("participation"))


@pytest.mark.parametrize("name", ["projects", "maturity", "themes"])
def test_a_project_reference_is_capitals_digits_and_hyphens_up_to_twenty(name: str) -> None:
    field = Schema.from_descriptor(described(name)).get_field("project_id")
    sent = ("A-1", "A" * 20, "a-1", "A 1", "A" * 21)
    assert {text for text in sent if field.read_cell(text)[1]} == {"a-1", "A 1", "A" * 21}
