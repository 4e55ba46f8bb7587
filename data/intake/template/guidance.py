"""Guidance: the first sheet of a template, which says in plain words what it is and what to do."""

from collections.abc import Iterator, Sequence
from datetime import date

from xlsxwriter.worksheet import Worksheet

from data.database import Database
from data.intake.template.asked import Asked
from data.intake.template.budget import arithmetic, in_words
from data.intake.template.form import Form
from data.intake.template.ladder import ladder
from data.intake.template.looks import Looks
from data.intake.template.sheets import for_printing, height, put, wanted

WIDTHS = (32, 78, 38, 22)
STEPS = (
    "Begin with Projects: correct what has changed, and add new projects below the others.",
    "On every sheet fill in the yellow boxes. White ones are welcome. Grey is filled in for you: change it "
    "only where it is wrong.",
    "Has nothing changed for a project? Choose yes under “Nothing changed” and leave its ratings blank: "
    "last time's are sent again.",
    "Leave blank what you do not know: blank is never read as zero. Write 0 where it is nobody.",
    "Save the workbook and send it on the page “Send a return”. You see what it would change before "
    "anything is kept.",
)
NEVER = (
    "Names, e-mail addresses, phone numbers, home addresses, postcodes, dates of birth, NHS or National "
    "Insurance numbers: never, in any box.",
    "Counts of people are rounded before anybody else sees them.",
)
CREDIT = (
    "The ladder is by Think Local Act Personal (National Co-production Advisory Group); step 0 and "
    "these words are ours."
)
Line = tuple[str, tuple[str, ...]]


def lines(database: Database, who: Asked, laid_out: Sequence[Form]) -> Iterator[Line]:
    """The sheet from the top: the look of each line, and its cells."""
    yield "title", ("Co-production returns",)
    yield "subtitle", (f"{who.directorate_label}, {who.period_label} ({who.period})",)
    yield from (("strong", (told,)) for told in (who.notice,) if told)
    yield "plain", ("This workbook is how your directorate says how far people are involved in its work.",)
    yield "strong", (f"Due on {day(who.due)}.",)
    yield from _section("What to do", "plain", [(f"{n}. {told}",) for n, told in enumerate(STEPS, 1)])
    yield from _section("How long it takes", "plain", [(in_words(laid_out),)])
    yield from _section("What is never wanted", "plain", [(told,) for told in NEVER])
    steps = [(f"{answer} {label}", meaning) for answer, label, meaning in ladder(database)]
    yield from _section("What a stage may be rated", "wrapped", steps)
    yield "plain", (CREDIT,)
    for form in laid_out:
        yield from _section(f"On the sheet “{form.sheet_name}”", "wrapped", [HEADINGS, *_columns(form)])


HEADINGS = ("Heading", "What it means", "Example", "Is it needed?")


def _section(title: str, look: str, rows: Sequence[tuple[str, ...]]) -> Iterator[Line]:
    yield "plain", ()
    yield "subtitle", (title,)
    for row in rows:
        yield ("heading optional" if row is HEADINGS else look), row


def _columns(form: Form) -> Iterator[tuple[str, ...]]:
    for column in form.columns:
        # An example never stands alone in its cell: with “project” beside “Kind” a row would read
        # like the headings of a table.
        example = f"such as {column.example}" if column.example else ""
        yield column.heading, column.explained, example, wanted(column)


def day(when: date) -> str:
    """A date as it is read, such as 14 November 2026."""
    return f"{when.day} {when:%B %Y}"


def guide(
    sheet: Worksheet, database: Database, who: Asked, laid_out: Sequence[Form], looks: Looks
) -> None:
    """Write the guidance; how the minutes are worked out is a note beside them."""
    for across, width in enumerate(WIDTHS):
        sheet.set_column(across, across, width)
    for row, (look, cells) in enumerate(lines(database, who, laid_out)):
        for across, text in enumerate(cells):
            put(sheet, row, across, text, looks.look(look))
        if look == "wrapped":
            sheet.set_row(row, height(cells, WIDTHS))
        if cells == (in_words(laid_out),):
            sheet.write_comment(row, 0, arithmetic(laid_out), {"x_scale": 2.5, "y_scale": 2})
    sheet.hide_gridlines(2)
    for_printing(sheet)
