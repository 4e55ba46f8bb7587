"""Text that a spreadsheet would run as a formula, marked as text."""

import re

FORMULA = re.compile(r"^[\s\u00a0]*[=+\-@\t\r＝＋－＠]")


def disarmed(text: str) -> str:
    """The text, after an apostrophe where a spreadsheet would run it; reading takes it off again."""
    return f"'{text}" if FORMULA.match(text) else text
