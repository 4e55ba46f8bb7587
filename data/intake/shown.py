"""Shown literally: text from a file or its name, where a terminal could be driven by it."""

import unicodedata

# Control, format and private characters, halves of pairs, and what breaks a line or paragraph.
UNSEEN = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
KEPT = "\n"


def visible(text: str) -> str:
    r"""The text with each character that cannot be seen written out, as \x1b or \u202e.

    Line breaks stay; `on_one_line` takes them out of what is only a part of a line.
    """
    return "".join(each if each in KEPT or not _unseen(each) else _written(each) for each in text)


def on_one_line(text: str) -> str:
    """The text on one line, each character that cannot be seen written out."""
    return visible(" ".join(text.split()))


def _unseen(sign: str) -> bool:
    return unicodedata.category(sign) in UNSEEN


def _written(sign: str) -> str:
    return sign.encode("unicode_escape", "surrogatepass").decode("ascii")
