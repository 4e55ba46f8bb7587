"""The table in a file: its headings, its records, where they stood, and what was passed over."""

import pytest

from data.reading import Sheet, Unreadable, read
from data.schema import vocabulary

HEAD = "project_id,title,directorate,status\n"
ROW = "A-1,Day,ACH,active\n"


def table(text: str) -> Sheet:
    """The one table of a text."""
    (sheet,) = read("file.csv", text.encode(), vocabulary())
    return sheet


def ids(sheet: Sheet) -> list[str]:
    """The first cell of each record."""
    return [record[2][0] for record in sheet.records]


@pytest.mark.parametrize(
    "row",
    [
        "TOTAL,Day,ACH,active", "T-1,Total,ACH,active", "T-1,Total Place,ACH,active",
        "T-1,Grand total,ACH,active", "T-1,Total for all,ACH,active", "Total,x,1,2",
        "Source,Source: the river,ACH,active", "Note,Notes: a choir,ACH,active",
        "T-1,project_id,ACH,active", "title,title,ACH,active", "Example,Example,ACH,active",
        "A-1,Day,ACH,active", "project_id,2,3,4",
    ],
)  # fmt: skip
def test_a_real_row_is_never_passed_over(row: str) -> None:
    for text in (f"{HEAD}{row}\n{ROW}", f"{HEAD}{ROW}{row}\n", f"{HEAD}{row}\n"):
        sheet = table(text)
        assert row.split(",")[0] in ids(sheet) and not sheet.notes


@pytest.mark.parametrize(
    "row",
    ["Total,,,2", ",Total,,2", "Totals,,,", "Grand Total:,1,2,3", ",,Sub-total,12", "subtotal,£1,,5%",
     "Total for Adult Care,,,2", "Overall total,,,#REF!"],
)  # fmt: skip
def test_a_total_is_passed_over_and_said(row: str) -> None:
    sheet = table(f"{HEAD}{ROW}{row}\nA-2,Day,ACH,active\n")
    assert ids(sheet) == ["A-1", "A-2"]
    assert sheet.notes == ("Row 3 is a total and was not read.",)


def test_a_total_within_what_stands_above_is_passed_over() -> None:
    head = "directorate,period,unit,characteristic,category,count\n"
    rows = "ACH,2026-27 H1,people,sex,male,1\nACH,2026-27 H1,people,sex,Total,1\n"
    assert len(table(head + rows).records) == 1
    other = "ACH,2026-27 H1,people,age,Total,1\n"
    assert len(table(head + rows.splitlines()[0] + "\n" + other).records) == 2


def test_what_was_passed_over_is_said() -> None:
    example, note = '"Example, not read",x,y,z\n', '"Source: us, all"\n'
    text = f"Our return\n\nfor June\n{HEAD}{example}{ROW}{HEAD}{ROW}\n{note}"
    assert table(text).notes == (
        "Rows 1 and 3 stand above the headings and were not read.",
        "Row 5 is the example and was not read.",
        "Row 7 repeats the headings and was not read.",
        "Row 10 is a note below the table and was not read.",
    )


def test_a_row_that_lacks_nearly_everything_is_no_note() -> None:
    assert ids(table(f"{HEAD}{ROW}A-2,,,\n")) == ["A-1", "A-2"]
    assert len(table(f"{HEAD}{ROW},Day chances for all the people here,,\n").records) == 2


def test_records_say_where_they_stood() -> None:
    sheet = table(f'Title\n\n,{HEAD.strip()},\n\n,A-1,"Two\nlines",ACH,active,\n,A-2,x,ACH,active,\n')
    assert [record[:2] for record in sheet.records] == [(5, 5), (7, 6)]
    assert (sheet.header_at, sheet.letters) == ((3, 3), ("B", "C", "D", "E"))
    assert sheet.header == ("project_id", "title", "directorate", "status")


def test_a_line_that_says_the_delimiter_is_no_row_of_a_spreadsheet() -> None:
    sheet = table("sep=;\n" + (HEAD + ROW).replace(",", ";"))
    assert (sheet.header_at, sheet.records[0][:2]) == ((2, 1), (3, 2))


def test_a_column_without_a_heading_is_kept_where_it_holds_anything() -> None:
    assert table(f"{HEAD.strip()},\nA,b,c,d,e\n").header[-1] == ""
    assert table(f"{HEAD.strip()},\nA,b,c,d,\n").header[-1] == "status"


def test_headings_nobody_knows_are_given_back() -> None:
    assert table("Fruit;Colour of it\nPear;green\n").header == ("Fruit", "Colour of it")


def test_uneven_rows_are_read_asked_about_or_refused() -> None:
    sheet = table(f"{HEAD}{ROW}{ROW}A-2,x,ACH\nA-3,x,ACH,active,\nA-4,x,y,ACH,active\n")
    assert [(each.line, each.severity, each.kind) for each in sheet.problems] == [
        (4, "please_check", "uneven"), (5, "please_check", "uneven"), (6, "must_fix", "ragged")]
    assert ids(sheet) == ["A-1", "A-1", "A-2", "A-3"] and len(sheet.ragged) == 1
    assert not table(HEAD + ROW.replace("\n", ",,\n") * 3).problems


def test_a_second_table_is_refused() -> None:
    with pytest.raises(Unreadable, match="holds a second table, which begins in row 4"):
        table(f"{HEAD}{ROW}\ndirectorate,period,unit,count\nACH,2026-27 H1,people,3\n")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('A-1,"x, y",ACH,active', "x, y"), ('A-1, "x, y", ACH,active', "x, y"),
        ('A-1,5" pipe,ACH,active', '5" pipe'), ("A-1,'tis,ACH,active", "'tis"),
        ('A-1,"say ""hi""",ACH,active', 'say "hi"'), ("A-1,“hi”,ACH,active", "“hi”"),
        ('A-1,"a\r\nb",ACH,active', "a\nb"),
    ],
)  # fmt: skip
def test_a_mark_in_a_cell_is_kept_and_round_it_taken_off(text: str, cell: str) -> None:
    assert table(f"{HEAD}{text}\n").records[0][2][1] == cell
