"""Letters: text from data as a file can show it, and nothing that steers how it is shown."""

import re
from unicodedata import category, normalize

STEERING = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
SPACES = re.compile(r"\s+")
# What the fonts of the printed pages hold; a test prints every one of them.
PRINTED = ((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x17F), (0x391, 0x3A1), (0x3A3, 0x3A9), (0x3B1, 0x3C9), (0x400, 0x45F),
           (0x1E80, 0x1E85), (0x1EA0, 0x1EF9), (0x2010, 0x2011), (0x2013, 0x2014), (0x2018, 0x201A),
           (0x201C, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030), (0x2032, 0x2033),
           (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2212, 0x2212),
           (0x2260, 0x2260), (0x2264, 0x2265))  # fmt: skip
MISSING = "?"


def plain(text: object) -> str:
    """The text on one line without characters that steer: controls, marks of direction, joiners."""
    spaced = SPACES.sub(" ", normalize("NFC", str(text)))
    return "".join(letter for letter in spaced if category(letter) not in STEERING).strip()


def printed(text: object) -> str:
    """The same with a question mark for each letter that the printed pages have no shape for."""
    return "".join(letter if held(letter) else MISSING for letter in plain(text))


def held(letter: str) -> bool:
    """Whether the fonts of the printed pages have a shape for a letter."""
    return any(low <= ord(letter) <= high for low, high in PRINTED)
