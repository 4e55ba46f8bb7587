"""A person before the dashboard: what they are called, their role, and what it lets them do."""

from dataclasses import dataclass
from unicodedata import normalize

ACTS = {
    "see": "see the dashboard's pages",
    "template": "take a template",
    "send": "send returns",
    "history": "see what was sent",
    "take back": "withdraw or restore what was sent",
    "file": "download a file as it was sent",
    "run": "look after the dashboard",
    "demo": "start the demonstration again",
}
SENDING = ("template", "send", "history", "take back", "file")
ROLES = {
    "viewer": ("see",),
    "contributor": ("see", *SENDING),
    "administrator": ("see", *SENDING, "run"),
    "open": ("see", *SENDING, "run"),
    "demonstration": tuple(ACTS),
}


@dataclass(frozen=True)
class Person:
    """Who is acting. A contributor's `directorates` and `services` are the codes they send for.

    `role` is a key of ROLES; `session` marks the sign-in, `known_as` holds every name the
    provider gave for the person, in small letters, and `ends_at` when their sign-in ends, in
    seconds since 1970 (None: never).
    """

    name: str
    role: str
    directorates: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    session: str = ""
    known_as: frozenset[str] = frozenset()
    ends_at: float | None = None

    @property
    def for_all(self) -> bool:
        """Whether they act for every directorate."""
        return self.role != "contributor"

    @property
    def signed_in_as(self) -> str | None:
        """Their name, where a sign-in says it."""
        return self.name if self.session else None

    def covers(self, directorate: str | None, service: str | None = None) -> bool:
        """Whether they act for what belongs to this directorate, or to this service of it."""
        return self.for_all or directorate in self.directorates or service in self.services


COMMAND = Person("command line", "administrator")
THIS_MACHINE = Person("this machine", "open")
DEMONSTRATION = Person("this machine", "demonstration")


def alike(name: str) -> str:
    """A name as names are compared: letters that only look or are written otherwise are the same."""
    return normalize("NFKC", normalize("NFKC", name).strip().casefold())


def may(person: Person, act: str) -> bool:
    """Whether a person's role has an act at all; `refuse_others` asks for which directorates."""
    return act in ROLES[person.role]


def refusal(person: Person, act: str) -> str:
    """Why somebody may not do this, and whom to ask, in one sentence."""
    return (
        f"You are signed in as {person.name} ({person.role}), who may not {ACTS[act]}. Ask whoever "
        "looks after the dashboard if you need to."
    )
