"""The figures of a pack as an Excel workbook: what it says, its charts, and each answer in full."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from briefing import workbook_charts
from briefing.letters import plain
from briefing.pack import Pack
from briefing.workbook_looks import Looks, across_the_page, put, sheet_names
from queries import Answer

# Text from data stays text: never a formula, a link or a number.
TEXT_STAYS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
FEWER = "fewer than 5"
WIDEST = 46
NAMES, WORDS, LINE = 32, 110, 15.5


def workbook(pack: Pack) -> bytes:
    """The pack as a workbook."""
    file = io.BytesIO()
    book = Workbook(file, TEXT_STAYS)
    book.set_properties({
        "title": plain(pack.title), "author": plain(pack.council), "subject": plain(pack.period),
        "created": datetime.combine(pack.made_on, datetime.min.time()),
    })  # fmt: skip
    looks, answers = Looks(book), list(behind(pack))
    front(book.add_worksheet("Briefing"), pack, looks)
    workbook_charts.write(book, book.add_worksheet("Charts"), pack, looks)
    for name, answer in zip(sheet_names([each.question.address for each in answers]), answers, strict=True):
        figures(book.add_worksheet(name), answer, looks)
    book.close()
    return file.getvalue()


def behind(pack: Pack) -> Iterator[Answer]:
    """Every answer behind the pack once, in the order of its sections."""
    seen = []
    for place in pack.places:
        for section in place.sections:
            for answer in (*(table.answer for table in section.tables), *section.behind):
                mark = (answer.question.address, tuple(answer.parameters.items()), answer.note.source)
                if mark not in seen:
                    seen.append(mark)
                    yield answer


def front(sheet: Worksheet, pack: Pack, looks: Looks) -> None:
    """Title, council, dates, choices, sentences, notes, methods and credits, a row each."""
    sheet.set_column(0, 0, NAMES)
    sheet.set_column(1, 1, WORDS)
    sheet.hide_gridlines(2)
    put(sheet, 0, 0, pack.title, looks.title)
    for down, (name, said) in enumerate(said_in_front(pack), 1):
        put(sheet, down, 0, name, looks.strong)
        put(sheet, down, 1, said, looks.wrapped)
        # Not every program makes a row as high as its text.
        sheet.set_row(down, LINE * max(lines(name, NAMES), lines(said, WORDS)))
    across_the_page(sheet)


def lines(said: str, wide: int) -> int:
    """How many lines a text takes in a column so wide."""
    return max(1, len(wrap(said, int(wide * 0.85))))


def said_in_front(pack: Pack) -> Iterator[tuple[str, str]]:
    """The rows of the front sheet."""
    yield from (("Council", pack.council), ("Please note", pack.notice), ("Dates", pack.dates), *pack.filters)
    for place in pack.places:
        for one in place.findings:
            yield f"{place.name}: {one.kind.lower()}", f"{one.said} Ask in the meeting: {one.ask}"
        for comment in place.comments:
            yield f"{place.name}: comment", comment
        yield f"{place.name}: corrections", place.corrections
        for section in place.sections:
            yield f"{place.name}: {section.title[:1].lower()}{section.title[1:]}", " ".join((*section.said, *section.notes))
    for name, said in (("Notes", pack.notes), ("How these are made", pack.methods), ("Credits", pack.credits)):
        yield name, " ".join(said)


def figures(sheet: Worksheet, answer: Answer, looks: Looks) -> None:
    """One answer: the question, its note, headings, figures, and below what each column means."""
    put(sheet, 0, 0, answer.text, looks.title)
    put(sheet, 1, 0, " ".join(answer.note.lines()), looks.plain)
    headings = list(columns(answer))
    for across, (heading, _, _) in enumerate(headings):
        put(sheet, 3, across, heading, looks.heading)
    for down, row in enumerate(answer.rows, 4):
        for across, (_, name, in_words) in enumerate(headings):
            value = row[name]
            put(sheet, down, across, FEWER if in_words and value == 0 else value, looks.of(value))
    last = 4 + len(answer.rows)
    for down, column in enumerate(answer.columns, last + 1):
        put(sheet, down, 0, f"{column.name}: {column.meaning}{f' [{column.unit}]' if column.unit else ''}", looks.plain)
    prepare(sheet, answer, headings, last)


def columns(answer: Answer) -> Iterator[tuple[str, str, bool]]:
    """Heading, column, and whether it is in words: a count of people has a column of words beside it."""
    for column in answer.columns:
        yield column.name, column.name, False
        if column.kind == "people":
            yield f"{column.name} shown", column.name, True


def prepare(sheet: Worksheet, answer: Answer, headings: Sequence[tuple[str, str, bool]], last: int) -> None:
    """Headings that stay and can filter, columns as wide as what they hold."""
    for across, (heading, name, _) in enumerate(headings):
        held = max((len(str(row[name] or "")) for row in answer.rows), default=0)
        sheet.set_column(across, across, min(WIDEST, max(len(heading) + 4, held + 2)))
    sheet.freeze_panes(4, 1)
    sheet.autofilter(3, 0, max(last - 1, 4), max(len(headings) - 1, 0))
    across_the_page(sheet)
