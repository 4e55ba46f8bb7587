"""What a template should begin from, worked out a second way: in plain Python from what was sent."""

from functools import cache

from data.example.story import periods
from data.schema import return_schemas
from tests.data.life import STAGES, Council, Row
from tests.example import example_files

PERIODS = list(periods())
SENT = Council(example_files())
DIRECTORATES = [row["code"] for row in SENT.list("directorates")]
LISTS = {"directorate": "directorates", "service": "services", "level": "levels",
         "principle_1": "principles", "principle_2": "principles", "theme": "themes"}  # fmt: skip


def labelled(row: Row) -> Row:
    """A row with the labels of its codes."""
    found = dict(row)
    for name, resource in LISTS.items():
        if found.get(name):
            found[name] = labels(resource)[found[name]]
    return found


@cache
def labels(resource: str) -> dict[str, str]:
    """The label of each code of a list."""
    return {each["code"]: each["label"] for each in SENT.list(resource)}


def whole(row: Row, name: str) -> Row:
    """A row of a form with every other field blank."""
    return dict.fromkeys(return_schemas()[name].field_names, "") | row


def details(directorate: str) -> list[Row]:
    """The projects of a directorate as they were last said to be."""
    fields = return_schemas()["projects"].field_names
    theirs = [row for row in SENT.projects.values() if row["directorate"] == directorate]
    return sorted(
        (labelled({name: row[name] for name in fields}) for row in theirs),
        key=lambda row: row["project_id"],
    )


def belonging(directorate: str, place: int) -> list[Row]:
    """The projects of a directorate under way in a half-year."""
    period = PERIODS[place]
    return [
        row
        for row in details(directorate)
        if row["status"] not in ("proposed", "agreed")
        and row["start_date"] <= period.end
        and (row["end_date"] or closings().get(row["project_id"], "9999")) >= period.start
    ]


@cache
def closings() -> dict[str, str]:
    """The day each project that is over was first said to be so; none of them was opened again."""
    said: dict[str, str] = {}
    for row in SENT.sent("projects"):
        if row["status"] in ("complete", "stopped"):
            said.setdefault(row["project_id"], row["received"])
    return said


def rating(project: Row, place: int) -> Row:
    """The row of a project to be rated."""
    earlier = [SENT.ratings.get((project["project_id"], each.code)) for each in PERIODS[:place]]
    last = next((row for row in reversed(earlier) if row), dict[str, str]())
    told = {f"Last time: {stage.title()}": last.get(stage, "") for stage in STAGES}
    told |= {"Last time: rated by": last.get("rated_by", ""), "aiming_for": last.get("aiming_for", "")}
    told |= {"For information: title": project["title"], "period": PERIODS[place].code}
    return whole({"project_id": project["project_id"]} | told, "maturity")


def contributions(project: Row, place: int) -> list[Row]:
    """The three rows for a project's themes."""
    earlier = [SENT.themes.get((project["project_id"], each.code)) for each in PERIODS[:place]]
    last = next((rows for rows in reversed(earlier) if rows), list[Row]())
    also = sorted(row["theme"] for row in last if row["main_or_also"] == "also")
    main = [row["theme"] for row in last if row["main_or_also"] == "main"]
    shared = {"project_id": project["project_id"], "period": PERIODS[place].code,
              "For information: title": project["title"]}  # fmt: skip
    found = []
    for kind, theme in zip(("main", "also", "also"), [*(main or [""]), *also, "", ""], strict=False):
        told = {"main_or_also": kind, "Last time: theme": labelled({"theme": theme})["theme"]}
        found.append(whole(shared | told, "themes"))
    return found


def boxes(directorate: str, place: int) -> list[Row]:
    """A row for each category, none with a count."""
    characteristics = sorted(
        SENT.list("characteristics"), key=lambda row: (row["optional"] == "yes", int(row["order"]))
    )
    shared = labelled({"directorate": directorate, "period": PERIODS[place].code, "unit": "people"})
    found = []
    for each in characteristics:
        note = ("Only if you collect it. " if each["optional"] == "yes" else "") + each["note"]
        for category in SENT.list("categories"):
            if category["characteristic"] == each["code"]:
                told = {"characteristic": each["label"], "category": category["label"]}
                found.append(whole(shared | told | {"For information: what to count": note}, "participation"))
                note = ""
    return found


def answers(directorate: str, place: int) -> list[Row]:
    """A row for each question to a directorate."""
    before = [period.code for period in PERIODS[:place]]
    last: dict[str, Row] = {}
    for row in sorted(SENT.sent("conditions"), key=lambda row: row["period"]):
        if row["directorate"] == directorate and row["period"] in before:
            last[row["item"]] = row
    shared = labelled({"directorate": directorate, "period": PERIODS[place].code})
    return [
        whole(shared | {"item": each["code"], "For information: question": each["question"],
                        "Last time: answer": last.get(each["code"], {}).get("answer", "")}, "conditions")
        for each in SENT.list("conditions")
    ]  # fmt: skip
