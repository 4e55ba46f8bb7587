"""Access: who somebody is, which role their sign-in gives them, and what it lets them do."""

from data.access.blocks import allow_again, block, blocked, is_blocked
from data.access.person import (
    ACTS,
    COMMAND,
    DEMONSTRATION,
    THIS_MACHINE,
    Person,
    may,
    refusal,
)
from data.access.rules import Rules, person_of, read_rules
from data.access.scope import not_theirs, refuse_others

__all__ = [
    "ACTS",
    "COMMAND",
    "DEMONSTRATION",
    "THIS_MACHINE",
    "Person",
    "Rules",
    "allow_again",
    "block",
    "blocked",
    "is_blocked",
    "may",
    "not_theirs",
    "person_of",
    "read_rules",
    "refusal",
    "refuse_others",
]
