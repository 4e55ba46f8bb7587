"""How old a reader has to be: Flesch and Kincaid's grade of a page's prose, and five years more.

Grade = 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (J. P. Kincaid, R. P. Fishburne,
R. L. Rogers and B. S. Chissom, “Derivation of new readability formulas for Navy enlisted personnel”,
Research Branch Report 8-75, 1975). American grade 1 is age 6, so an age is the grade and 5.
Syllables are counted by rule, and a word that it counts wrongly is as often too long as too short.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SENTENCES = re.compile(r"(?<=[.!?])\s+")
WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?:[^laeiouy]e|[^aeioustzxcg]es|[^aeioutd]ed)$")
APART = re.compile(r"i(?:a|o(?!u?n|u)|u)|ea(?=t[oei])|creat")
SHORTEST = 5
ENDS = (".", "!", "?")
QUOTED = re.compile(r"“[^”]*”")


@dataclass(frozen=True)
class Prose:
    """How much prose there is: sentences, words, syllables."""

    sentences: int
    words: int
    syllables: int

    @property
    def age(self) -> float:
        """The age of a reader who can read it with ease."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59 + 5


def syllables(word: str) -> int:
    """How many syllables a word has, by rule: runs of vowels, less a silent end."""
    letters = word.lower()
    runs = len(VOWELS.findall(letters)) + len(APART.findall(letters))
    return max(runs - bool(SILENT.search(letters)), 1)


def measured(lines: Iterable[str], names: Iterable[str] = ()) -> Prose:
    """The prose in these lines: every sentence of five words or more.

    Names (of directorates, themes, projects) and what stands in quotation marks count as one
    short word, because nobody can choose another for them.
    """
    called = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) or r"(?!)")
    found = [
        words
        for line in lines
        for sentence in SENTENCES.split(called.sub("it", QUOTED.sub("it", line)).strip())
        if sentence.endswith(ENDS) and len(words := WORDS.findall(sentence)) >= SHORTEST
    ]
    return Prose(len(found), sum(map(len, found)), sum(syllables(word) for each in found for word in each))
