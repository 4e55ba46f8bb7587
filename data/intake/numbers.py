"""Numbers: cells in figures, as people and spreadsheets write them, and what is no number."""

import re

from data.intake.spelling import DASHES, trimmed

GAP = "[, \u00a0\u2007\u2009\u202f]"
PLAIN = re.compile(r"'?([+-]?)£?([0-9]{1,9})(?:\.0{1,2})?")
GROUPED = re.compile(rf"'?([+-]?)£?([0-9]{{1,3}}(?:{GAP}[0-9]{{3}}){{1,2}})(?:\.0{{1,2}})?")
POINTED = re.compile(r"[+-]?£?[0-9]{1,3}(\.[0-9]{3})+")
FRACTION = re.compile(r"'?([+-]?)£?([0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3})+)(\.[0-9]+)?")
HIDDEN = re.compile(
    r"[<≤]=?\s*[0-9]+|(fewer|less) than [0-9]+|under [0-9]+|[0-9]+ or (fewer|less)|"
    r"[0-9]+\s*(-|to)\s*[0-9]+|\*+|†|\[[a-z]{1,3}\]|[csxzu]|\.{2,}|…|:|-+|"
    r"n/?a|not applicable|suppressed|redacted|withheld|hidden|disclosive|low",
    re.IGNORECASE,
)
NOT_APPLICABLE = re.compile(r"n\s*/?\s*a|n\.a\.|not applicable", re.IGNORECASE)


def _figures(text: str) -> str:
    return trimmed(text).translate({**DASHES, ord("/"): "/"})


def whole_number(text: str) -> int | None:
    """The whole number a text says: 1,234 and 12.0 and £3; never 12.5, and never 1.234."""
    said = _figures(text)
    found = PLAIN.fullmatch(said) or GROUPED.fullmatch(said)
    return int(found[1] + re.sub(r"\D", "", found[2])) if found else None


def number(text: str) -> float | None:
    """The number a text says, with a fraction or without."""
    found = FRACTION.fullmatch(_figures(text))
    return float(found[1] + found[2].replace(",", "") + (found[3] or "")) if found else None


def pointed(text: str) -> bool:
    """Whether a text may be a thousand or a fraction: 1.234 is written for both."""
    return bool(POINTED.fullmatch(_figures(text)))


def is_hidden(text: str) -> bool:
    """Whether a text stands for a count that was hidden: <5, *, [c], a dash."""
    return bool(HIDDEN.fullmatch(_figures(text)))


def is_not_applicable(text: str) -> bool:
    """Whether a text says that there is nothing to say: n/a."""
    return bool(NOT_APPLICABLE.fullmatch(trimmed(text)))
