"""Spelling: codes, labels and fixed answers as people write them, and the one each means."""

import re
from collections.abc import Iterable, Mapping

TRIMMED = "\u200b\u200c\u200d\u2060\ufeff"
DASHES = str.maketrans("‐‑‒–—―−/", "--------", TRIMMED)
QUOTES = str.maketrans("‘’‚“”„", "'''\"\"\"")
LONG_YEAR = re.compile(r"^(20\d\d)-20(\d\d)(?!\d)")
# A half-year by its months: apr-sep 2026, October 2025 - March 2026.
MONTHS = re.compile(r"^(apr|oct)(?:il|ober)?(20\d\d)?(?:to|-)(sep|mar)(?:t|tember|ch)?(20\d\d)$")
LONG_MONTH = {"apr": "april", "oct": "october", "sep": "september", "mar": "march"}
HALF_FIRST = re.compile(r"^([hq]\d)[-,]?(20\d\d-(?:20)?\d\d)$")
HALF_LAST = re.compile(r"^(20\d\d-\d\d)[-,]([hq]\d)$")
WHOLE = re.compile(r"(\d+)\.0+")
# Ways to give a fixed answer, each taken only where the field has that answer.
ALSO = {
    "yes": ("y", "true"),
    "no": ("n", "false"),
    "NS": ("not started", "not yet started"),
    "NA": ("n/a", "not applicable"),
}


def trimmed(text: str) -> str:
    """The text without spaces around it, those that cannot be seen included."""
    return text.strip().strip(TRIMMED).strip()


def spelt(text: str) -> str:
    """A code or label as it is compared: small letters, no spaces, one sort of dash and quote.

    A half-year may be written with the half first, with a slash, with both years in full, or by its months.
    """
    said = "".join(text.lower().split()).translate(DASHES).translate(QUOTES).replace("&", "and")
    years_first = LONG_YEAR.sub(r"\1-\2", HALF_FIRST.sub(r"\2\1", said))
    return MONTHS.sub(_by_months, HALF_LAST.sub(r"\1\2", years_first))


def _by_months(found: re.Match[str]) -> str:
    """A half-year as its label is spelt: with its months in full, and a year once where it is one."""
    first, begun, last, ended = found.groups("")
    return f"{LONG_MONTH[first]}{begun if begun != ended else ''}to{LONG_MONTH[last]}{ended}"


def answers(choices: Iterable[str]) -> dict[str, str]:
    """How each fixed answer may be spelt, and the answer that is stored."""
    known = {spelt(choice): choice for choice in choices}
    for answer, others in ALSO.items():
        if known.get(spelt(answer)) == answer:
            known = {spelt(other): answer for other in others} | known
    return known


def entry(text: str, spellings: Mapping[str, str]) -> str | None:
    """The code that a text means: a code, a label, or one followed by the other; else None."""
    said = spelt(text)
    whole = WHOLE.fullmatch(said)
    said = whole[1] if whole else said
    return spellings[said] if said in spellings else _both(said, spellings)


def _both(said: str, spellings: Mapping[str, str]) -> str | None:
    """The code of "6 - co-design" or "t3 promote independence": code and label must agree."""
    found = set()
    for begun, code in spellings.items():
        rest = said[len(begun) :].strip("-:;.,()[]=") if said.startswith(begun) else ""
        if rest and any(
            other == rest or (len(rest) >= 8 and other.startswith(rest))
            for other, same in spellings.items()
            if same == code and other != begun
        ):
            found.add(code)
    return found.pop() if len(found) == 1 else None
