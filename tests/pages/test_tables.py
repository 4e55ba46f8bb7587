"""Tables and downloads: what a cell shows, how high a table stands, what a file is called."""

import csv
import io
import random
from datetime import date
from hashlib import sha256
from textwrap import wrap

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import tables
from tests.pages import made_up


def shown(word: str, value: object) -> str:
    """What a column described as `kind[unit]` shows for a value."""
    return tables.shown(value, made_up.column(f"figure:{word}"))


@pytest.mark.parametrize(
    ("word", "value", "words"),
    [
        ("people[people]", 0, "fewer than 5"),
        ("people[people]", 1205, "1,205"),
        ("work[projects]", 0, "0"),
        ("from:people[%]", 12.5, "12.5"),
        ("from:people[%]", None, "–"),
        ("from:people[%]", float("nan"), "–"),
        ("label", True, "yes"),
        ("label", date(2026, 11, 21), "21 November 2026"),
        ("label", "Design", "Design"),
    ],
)
def test_a_cell_shows_its_figure(word: str, value: object, words: str) -> None:
    assert shown(word, value) == words


def test_a_heading_is_words_with_their_unit() -> None:
    assert tables.heading(made_up.column("share_of_people:from:people[%]")) == "Share\u00a0of\u00a0people\u00a0\\(%\\)"
    assert tables.heading(made_up.column("projects:work[projects]")) == "Projects"


def test_columns_come_as_asked() -> None:
    answer = made_up.projects_by_theme()
    assert [one.name for one in tables.picked(answer, ["main", "theme"])] == ["main", "theme"]
    assert len(tables.picked(answer, None)) == 5


def test_a_table_wider_than_a_phone_scrolls_where_the_keyboard_reaches_it() -> None:
    narrow = {"Theme": ["Council", "Help"], "Main": ["1", "2"]}
    wide = {f"Column {place}": ["a word"] for place in range(9)}
    long = {"Theme": ["Council"] * 80}
    assert tables.height(narrow) == "content"
    assert tables.height(wide) == tables.height({**wide, "One more": ["word"]}) != "content"
    assert tables.height(long) == tables.HIGHEST


def test_the_name_of_a_file_holds_the_question_and_its_content() -> None:
    name = tables.marked("Who takes part, by ethnic group?", sha256(b"a").hexdigest(), "csv")
    assert name == "who-takes-part-by-ethnic-group-ca978112.csv"
    assert tables.marked("Who takes part, by ethnic group?", sha256(b"b").hexdigest(), "csv") != name


def page_of_titles() -> None:
    """A table whose cells hold Markdown."""
    from pages.parts import tables as furniture
    from tests.pages import made_up as samples

    furniture.figures(samples.titles())


def test_the_figures_are_folded_away_with_meanings_source_and_download() -> None:
    at = AppTest.from_function(page_of_titles, default_timeout=90).run()
    assert not at.exception
    (expander,) = at.expander
    assert expander.label == "Show the figures"
    words = " ".join(each.value for each in at.markdown).replace("\u00a0", " ")
    assert "**Title**: what title means" in words
    assert "Source: made up for looking at furniture" in words.replace("\\", "")
    cells = at.table[0].value
    assert "fewer than 5" in cells.iloc[0, 2].replace("\u00a0", " ")
    assert "[link](" not in cells.iloc[0, 0] and "\\[link\\]" in cells.iloc[0, 0]


def test_the_file_is_the_answer_and_runs_no_formula() -> None:
    text = made_up.titles().csv().decode("utf-8-sig")
    titles = [line[0] for line in csv.reader(io.StringIO(text)) if line]
    assert "'=1+1 Ask (us) #1: 100% [sic]" in titles


def page_of_many_rows() -> None:
    """More rows than are drawn."""
    from pages.parts import tables as furniture
    from tests.pages import made_up as samples

    rows = [(f"Title {place}",) for place in range(1200)]
    furniture.table(samples.answer("Which titles are there?", "title:label", rows))


def test_of_thousands_of_rows_the_first_are_drawn_and_the_page_says_so() -> None:
    at = AppTest.from_function(page_of_many_rows, default_timeout=90).run()
    assert len(at.table[0].value) == tables.MOST
    assert at.markdown[0].value == ":small[The first 500 of 1,200 rows; the file has them all.]"


def test_short_words_are_tied_into_one_line_as_long_ones_are() -> None:
    chance = random.Random(3)
    for alphabet in ("ab é-5 ", "a \u00a0\u2028\t–"):
        for length in range(300):
            words = "".join(chance.choice(alphabet) for _ in range(length % 45))
            lines = wrap(words, tables.LETTERS, break_long_words=False, break_on_hyphens=False)
            assert tables.bound(words) == " ".join(line.replace(" ", "\u00a0") for line in lines)
