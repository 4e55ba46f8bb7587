"""What filters offer: the lists a page may be narrowed by, led by everything."""

from dataclasses import dataclass
from typing import Literal

from queries import choices

from pages.parts.moment import shown
from pages.parts.sentences import escaped

ALL = "all"
MOST_LETTERS = 60


@dataclass(frozen=True)
class Filter:
    """One choice: `name` in the address, `label` above the box, codes with their words.

    `look` is "box" for a drop-down list, "buttons" for two to four short options, "several" for a
    list of which any number may be picked (their codes with commas between, the default for none), or
    "words" for a box to write in, which has no options: whatever is written is its code.
    """

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    default: str
    look: Literal["box", "buttons", "several", "words"] = "box"

    def allowed(self, code: str | None) -> str:
        """The code if it is one of the options, else the default; words on one line, cut short."""
        if self.look == "words":
            return " ".join((code or "").split())[:MOST_LETTERS].strip()
        if self.look == "several":
            return ",".join(self.several(code or "")) or self.default
        return code if code in dict(self.options) else self.default

    def several(self, code: str) -> list[str]:
        """The options picked, in their own order; none at the default."""
        picked = code.split(",")
        return [option for option, _ in self.options if option in picked and option != self.default]

    def words(self, code: str) -> str:
        """What the screen shows for a code."""
        return code if self.look == "words" else dict(self.options)[code]

    def escaped_words(self, code: str) -> str:
        """The same for buttons, which would read Markdown."""
        return escaped(self.words(code))


def from_list(name: str, label: str, everything: str | None = None) -> Filter:
    """A filter on a reference list, in its order, led by “all” under the words `everything`.

    Its name in the address is the list's in the singular: periods → period. Without
    `everything` it starts at the list's last row.
    """
    rows = choices(name)
    first = ((ALL, everything),) if everything else ()
    options = first + tuple((str(row["code"]), str(row["label"])) for row in rows)
    return Filter(name.removesuffix("s"), label, options, options[0 if everything else -1][0])


def period() -> Filter:
    """The half-years, newest first, starting at the newest.

    At a past moment they are those begun by then, starting at the newest that had ended.
    """
    newest_first, moment = tuple(reversed(from_list("periods", "Half-year").options)), shown()
    if moment is None:
        return Filter("period", "Half-year", newest_first, newest_first[0][0])
    rows = {str(row["code"]): row for row in choices("periods")}
    begun = tuple(each for each in newest_first if rows[each[0]]["start"] <= moment.date()) or newest_first[-1:]
    ended = [code for code, _ in begun if rows[code]["end"] < moment.date()]
    return Filter("period", "Half-year", begun, (ended or [begun[-1][0]])[0])


def directorate(everything: str = "Whole council") -> Filter:
    """The directorates in the council's order, led by the whole council."""
    return from_list("directorates", "Directorate", everything)


def short_names() -> dict[str, str]:
    """A short name for each directorate by its name, for where there is little room."""
    return {str(row["label"]): str(row["short"] or row["label"]) for row in choices("directorates")}


def level() -> Filter:
    """The levels, led by every level."""
    return from_list("levels", "Level", "Every level")


def kind() -> Filter:
    """The kinds of project, led by every kind."""
    fixed = tuple((str(row["code"]), str(row["label"])) for row in choices("projects.kind"))
    return Filter("kind", "Kind of project", ((ALL, "Every kind"), *fixed), ALL)


def search(name: str, label: str) -> Filter:
    """A box to search with, empty at first; `name` is its own in the address of every page."""
    return Filter(name, label, (), "", "words")
