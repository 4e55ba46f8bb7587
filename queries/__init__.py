"""Middle floor: one SQL file a question, and ask(), the only door to the database for a page."""

from data.access import THIS_MACHINE, Person, Rules, may, refusal
from data.audit import Line as AuditLine
from data.backup import Backup, Status
from data.intake import Delivery, Effect, Finding, Offer, Outcome, Received, Unsure, file_given_back, findings
from data.intake import listed_rows
from data.logs import whereabouts
from data.mistakes import AuthorMistake, ChangedMeanwhile, NotAllowed, NotReady, WrongUse
from data.settings import area
from data.version import VERSION
from queries.who import acting, who_acts
from queries.alongside import alongside, unreadable
from queries.answer import Answer, Note
from queries.ask import ask, close, council, ready
from queries.changing import HiddenNote, change, foresee, hidden_notes, undo_change
from queries.demonstration import file_with_mistakes, start_again
from queries.compared import Moved, since_final
from queries.exports import export, exported
from queries.header import Column, Parameter
from queries.moments import Stood, which_moment
from queries.offered import choices, mine
from queries.preview import Change, Preview, preview
from queries.question import Question, questions
from queries.running import (
    AUDITED,
    audit_file,
    audit_lines,
    audit_verdict,
    backups,
    keep_out,
    kept_out,
    let_in_again,
    loss,
    make_backup,
    open_problems,
    roles,
)
from queries.sending import COUNTS_PEOPLE, moment, send, version
from queries.sent import original, restore, tick_notes, withdraw
from queries.signing import (
    NO_ROLE,
    anybody,
    has_signed_out,
    is_kept_out,
    note_refusal,
    note_sign_in,
    person_signed_in,
    rules,
    sign_out,
    well,
)
from queries.stood import as_it_stood, days_held
from queries.template import template, template_name

__all__ = [
    "AUDITED",
    "COUNTS_PEOPLE",
    "NO_ROLE",
    "THIS_MACHINE",
    "VERSION",
    "Answer",
    "AuditLine",
    "AuthorMistake",
    "Backup",
    "Change",
    "ChangedMeanwhile",
    "Column",
    "Delivery",
    "Effect",
    "Finding",
    "HiddenNote",
    "Moved",
    "NotAllowed",
    "NotReady",
    "Note",
    "Offer",
    "Outcome",
    "Parameter",
    "Person",
    "Preview",
    "Question",
    "Received",
    "Rules",
    "Status",
    "Stood",
    "Unsure",
    "WrongUse",
    "acting",
    "alongside",
    "anybody",
    "area",
    "as_it_stood",
    "ask",
    "audit_file",
    "audit_lines",
    "audit_verdict",
    "backups",
    "change",
    "choices",
    "close",
    "council",
    "days_held",
    "export",
    "exported",
    "file_given_back",
    "file_with_mistakes",
    "findings",
    "foresee",
    "has_signed_out",
    "hidden_notes",
    "is_kept_out",
    "keep_out",
    "kept_out",
    "let_in_again",
    "listed_rows",
    "loss",
    "make_backup",
    "may",
    "mine",
    "moment",
    "note_refusal",
    "note_sign_in",
    "open_problems",
    "original",
    "person_signed_in",
    "preview",
    "questions",
    "ready",
    "refusal",
    "restore",
    "roles",
    "rules",
    "send",
    "sign_out",
    "since_final",
    "start_again",
    "template",
    "template_name",
    "undo_change",
    "tick_notes",
    "unreadable",
    "version",
    "well",
    "whereabouts",
    "which_moment",
    "who_acts",
    "withdraw",
]
