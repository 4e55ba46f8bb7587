"""What the page on maturity shows, asked once for the filters chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from queries import Answer, ask, choices

from pages.parts.filters import ALL
from pages.parts.maturity_words import Row
from pages.parts.narrowed import narrowed

PLURALS = {"strategy": "strategies", "commissioning": "commissioning"}


@dataclass(frozen=True)
class Found:
    """The answers for the filters chosen; `scope` is what they narrow the page to, in words."""

    chosen: Mapping[str, str]
    scope: str
    steps: Answer
    stages: Answer
    aims: Answer
    projects: Answer
    voices: Answer
    received: Answer
    lists: Mapping[str, Sequence[Row]]

    @property
    def row(self) -> Row | None:
        """The row of the place chosen in aims and moves, or None when it has no project."""
        return self.aims_of(self.chosen["directorate"])

    @property
    def picky(self) -> bool:
        """Whether only some of a directorate's projects are shown."""
        return (self.chosen["level"], self.chosen["kind"]) != (ALL, ALL)

    @property
    def first(self) -> bool:
        """Whether this is the first half-year, which nothing came before."""
        return bool(self.lists["periods"][0]["code"] == self.chosen["period"])

    @property
    def remedy(self) -> str:
        """What to do where nothing is rated."""
        here = self.chosen["directorate"]
        owed = None if here == ALL else self.owed(here)
        if owed:
            return f"Choose another half-year, or write to {owed['mailbox']} to ask for it"
        return f"{self.first_due(here)} Choose another half-year".strip()

    @property
    def step_names(self) -> dict[int, str]:
        """The names of the steps."""
        return {row["step"]: row["label"] for row in self.lists["ladder"]}

    @property
    def places(self) -> list[str]:
        """Whose boxes are shown: the whole council's and every directorate's, or one and the whole."""
        here = self.chosen["directorate"]
        if here != ALL:
            return [here, ALL]
        return [ALL, *(str(row["code"]) for row in self.lists["directorates"])]

    @property
    def by_directorate(self) -> Sequence[Row]:
        """The rows of aims and moves, a directorate each."""
        return [row for row in self.narrow("aims").rows if row["directorate"] != ALL]

    def aims_of(self, place: str) -> Row | None:
        """The row of a directorate, or of the whole council, in aims and moves."""
        return next(iter(self.aims.where(directorate=place)), None)

    def owed(self, place: str) -> Row | None:
        """A row of what a directorate owes for the half-year, or None when it owes nothing."""
        return next(iter(self.received.where(directorate=place)), None)

    def first_due(self, place: str) -> str:
        """For a directorate that owes nothing yet, which half-year its first return is due for."""
        periods = {row["code"]: row for row in self.lists["periods"]}
        for row in self.lists["directorates"]:
            first = periods.get(row["expected_from"])
            if row["code"] == place and first and first["order"] > periods[self.chosen["period"]]["order"]:
                return f"Its first return is due for {first['label']}."
        return ""

    def narrow(self, name: str) -> Answer:
        """The answer of this name for the places shown only."""
        return narrowed(getattr(self, name), self.scope, directorate=self.places)


def asked(chosen: Mapping[str, str]) -> Found:
    """Ask everything the page shows."""
    some = {name: chosen[name] for name in ("period", "level", "kind")}
    lists = {name: choices(name) for name in ("periods", "directorates", "levels", "ladder", "stages")}
    names = {name: label_of(lists[f"{name}s"], chosen[name]) for name in ("directorate", "level")}
    scope = narrower(kind="" if chosen["kind"] == ALL else chosen["kind"], **names)
    kept = {name: {chosen[name]} for name in ("directorate", "level", "kind") if chosen[name] != ALL}
    return Found(
        chosen,
        scope,
        ask("maturity/projects_by_step", **some),
        ask("maturity/stages_by_directorate", **some),
        ask("maturity/aims_by_directorate", **some),
        narrowed(ask("maturity/projects", period=chosen["period"]), scope, **kept),
        narrowed(ask("maturity/two_voices", period=chosen["period"]), scope, **kept),
        ask("returns/received_by_directorate", period=chosen["period"]),
        lists,
    )


def narrower(directorate: str = "", level: str = "", kind: str = "") -> str:
    """What the page is narrowed to, in words: “Finance, strategic level, forums only”."""
    kinds = f"{PLURALS.get(kind.lower(), kind.lower() + 's')} only" if kind else ""
    levels = f"{level.lower()} level" if level else ""
    return ", ".join(filter(None, (directorate, levels, kinds)))


def label_of(rows: Sequence[Row], code: str) -> str:
    """The words of a code in a reference list; nothing for all of them."""
    return next((str(row["label"]) for row in rows if row["code"] == code), "")
