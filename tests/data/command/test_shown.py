"""Text from strangers is shown literally: whatever could drive a terminal is written out."""

import unicodedata

import pytest

from data.intake.shown import on_one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “text”, £5 – naïve 日本", "plain “text”, £5 – naïve 日本"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("\x9b2J\x00\x7f\r", "\\x9b2J\\x00\\x7f\\r"),
        ("half \ud800 a pair", "half \\ud800 a pair"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_part_of_a_line_stays_on_its_line() -> None:
    assert on_one_line("two\nlines\u2028and\ta tab") == "two lines and a tab"


def test_nothing_unseen_is_left_of_any_character() -> None:
    every = "".join(map(chr, (*range(0x1_0000), *range(0x1_0000, 0x11_0000, 11))))
    shown = set(visible(every)) - {"\n"}
    left = {unicodedata.category(each) for each in shown}
    gone = {unicodedata.category(each) for each in set(every) - shown}
    assert gone == {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} and not left & gone
