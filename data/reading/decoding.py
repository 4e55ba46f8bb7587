"""Decoding: bytes as text, in one of the codings that spreadsheets write, or not at all.

Only three codings are tried and each strictly, so that a letter is never guessed: text that is
not UTF-8 (or marked UTF-16) is Windows-1252, which is what Excel writes as "CSV" here.
"""

import codecs
import re

MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
AGAIN = "Save it as “CSV UTF-8” and send it again."
OLD_LETTERS = (
    "The file is not UTF-8; its letters were read as Windows-1252. Look that accents and £ are right."
)


class NotText(Exception):
    """Bytes that are no text; its message is the sentence, `line` where there is one."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


def _unmarked_wide(content: bytes) -> str | None:
    """The UTF-16 that bytes without a mark plainly are: nearly every second one is nought."""
    sample = content[:4096]
    pairs = len(sample) // 2
    if pairs < 4 or len(content) % 2:
        return None
    first, second = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if second > 0.8 * pairs and first < 0.05 * pairs:
        return "utf-16-le"
    return "utf-16-be" if first > 0.8 * pairs and second < 0.05 * pairs else None


def _coding(content: bytes) -> str | None:
    for mark, coding in MARKED:
        if content.startswith(mark):
            return coding
    return _unmarked_wide(content)


def _old(content: bytes) -> str:
    # Valid pairs of UTF-8 beside invalid ones: two codings in one file, so neither is right.
    if any(sign > "\x7f" for sign in content.decode("utf-8", "ignore")):
        raise NotText(f"holds letters in two codings, so they cannot be told apart. {AGAIN}")
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotText(f"holds letters in a coding that is not known. {AGAIN}", line) from None


def _checked(text: str) -> str:
    text = text.rstrip("\x1a")  # what old programs end a file with
    odd = CONTROL.search(text)
    if odd:
        line = len(re.findall(r"\r\n|\r|\n", text[: odd.start()])) + 1
        raise NotText(
            "is not a text file, or a damaged one: it holds signs that no text has. "
            "Export the table from Excel as CSV or .xlsx and send that.",
            None if "\x00" in text else line,
        )
    return text


def decoded(content: bytes) -> tuple[str, list[str]]:
    """The text with every line end as \\n, and what to say about it. Raises NotText."""
    notes = []
    try:
        text = content.decode(_coding(content) or "utf-8")
    except UnicodeDecodeError:
        if _coding(content):
            raise NotText(f"is a damaged text file. {AGAIN}") from None
        text = _old(content) if b"\x00" not in content else "\x00"
        notes.append(OLD_LETTERS)
    return _checked(text).replace("\r\n", "\n").replace("\r", "\n"), notes
