"""The glossary held to: which words no page uses, and how dates, numbers and spelling are written."""

import re
from collections.abc import Iterable, Iterator

from pages.about.words_used import GLOSSARY

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|\S+@\S+|https?://\S+|\S+\.(?:csv|xlsx|md)\b|`[^`]*`")
BANNED = re.compile(
    rf"\b(?:{'|'.join(re.escape(each) for word in GLOSSARY for each in word.never)})\b", re.IGNORECASE
)
AMERICAN = re.compile(
    r"\b(?:organi[z]\w*|recogni[z]\w*|summari[z]\w*|priori[t]iz\w*|analy[z]\w+|reali[z]\w*|utili[z]\w*|"
    r"colo[r]\w*|behavio[r]\w*|labo[r]|center\w*|favo[r]\w*|learned|license)\b",
    re.IGNORECASE,
)
WRITTEN = {
    "a date that is not written like 21 November 2026": re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"),
    "a half-year as a code": re.compile(r"\b20\d\d-\d\d H[12]\b"),
    "a number of thousands without a comma": re.compile(r"(?<![\w,.#-])(?!(?:19|20)\d\d\b)\d{4,}(?![\w-])"),
    "a figure with needless decimals": re.compile(r"(?<![\d.])\d+\.(?:\d{3,}|\d*0)\b(?!\.)"),
    "a long dash": re.compile("\u2014"),
    "a word that is not UK English": AMERICAN,
    "a word that the glossary does not use": BANNED,
}
# What the letters stand for; whatever page has them says so too.
LETTERS = {
    "TLAP": "Think Local Act Personal", "SCIE": "Social Care Institute for Excellence",
    "PACC": "Parent and Carer Council", "NS": "not started", "NA": "not applicable",
    "EHRC": "Equality and Human Rights Commission", "EASS": "Equality Advisory and Support Service",
}  # fmt: skip
KNOWN = {"A", "AA", "CSV", "I", "ID", "MB", "NAME", "NHS", "PDF", "R", "Z"}
CAPITALS = re.compile(r"(?<![\w-])[A-Z]{2,}(?![\w-])")


def faults(text: str) -> Iterator[str]:
    """What is wrong with one line, each with the words; names of files and what is quoted left out."""
    bare = QUOTED.sub("", text)
    for what, pattern in WRITTEN.items():
        yield from (f"{what}: {found[0]}" for found in pattern.finditer(bare))


def unexplained(lines: Iterable[str]) -> list[str]:
    """Letters on a page that it does not spell out."""
    whole = "\n".join(lines)
    found = {each for each in CAPITALS.findall(QUOTED.sub("", whole)) if each not in KNOWN}
    return sorted(each for each in found if LETTERS.get(each, "\0").lower() not in whole.lower())
