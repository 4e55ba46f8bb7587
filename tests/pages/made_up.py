"""Made-up answers for looking at the furniture: the real Answer, filled without a database."""

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType

from queries import Answer, Column, Note, Question

NASTY = (
    "**bold** [link](https://example.org) ![image](https://example.org/a.png) <b>html</b> "
    "`code` $x^2$ :red[red] :material/home: :smile: www.example.org someone@example.org "
    "https://example.org -> # heading | 1. list ~~gone~~ &amp;"
)
NOTE = Note("made up for looking at furniture", None, True, date(2026, 11, 21), "Every figure made up")


def answer(text: str, columns: str, rows: Sequence[tuple[object, ...]], note: Note = NOTE) -> Answer:
    """An answer from words like `share:from:people[%]` and rows of values."""
    described = tuple(column(word) for word in columns.split())
    names = [one.name for one in described]
    filled = tuple(MappingProxyType(dict(zip(names, row, strict=True))) for row in rows)
    question = Question("made/up", text, "made up", note.source, (), described, "", frozenset())
    return Answer(question, {}, filled, note)


def column(word: str) -> Column:
    """A column from `name:kind[unit]`; a kind may name its origin, `from:people`."""
    name, _, rest = word.partition(":")
    kind, _, unit = rest.rstrip("]").partition("[")
    kind, _, origin = kind.partition(":")
    return Column(name, kind, f"what {name.replace('_', ' ')} means", unit, origin or None)


LADDER = (
    {"step": 0, "label": "Not involved", "band": 0, "band_label": "Not involved"},
    {"step": 1, "label": "Present but not heard (TLAP: Coercion)", "band": 1, "band_label": "Telling"},
    {"step": 2, "label": "Educating", "band": 1, "band_label": "Telling"},
    {"step": 3, "label": "Informing", "band": 1, "band_label": "Telling"},
    {"step": 4, "label": "Consultation", "band": 2, "band_label": "Asking"},
    {"step": 5, "label": "Engagement", "band": 2, "band_label": "Asking"},
    {"step": 6, "label": "Co-design", "band": 3, "band_label": "Working together"},
    {"step": 7, "label": "Co-production", "band": 3, "band_label": "Working together"},
)
STAGES = ("Design", "Decisions", "Delivery", "Evaluation")
DIRECTORATES = (
    ("ACH", "Adult Care and Health", "Adult Care"),
    ("CFE", "Children, Families and Education", "Children and Families"),
    ("NEI", "Neighbourhoods", "Neighbourhoods"),
    ("REG", "Regeneration and Place", "Regeneration"),
    ("FIN", "Finance", "Finance"),
    ("LAW", "Law and Corporate Services", "Law and Corporate"),
    ("RES", "Resources", "Resources"),
)
THEMES = (
    ("T1", "Efficient, accessible council"),
    ("T2", "Help children and families early"),
    ("T3", "Independence and healthier lives"),
    ("T4", "People-focused regeneration"),
    ("T5", "Protect our environment"),
    ("T6", "Safe, resilient communities"),
)
PERIODS = (
    ("2026-27 H1", "April to September 2026"),
    ("2025-26 H2", "October 2025 to March 2026"),
    ("2025-26 H1", "April to September 2025"),
)
COUNTS = {
    "Adult Care": (1, 2, 3, 6, 1, 0, 0), "Children and Families": (0, 3, 4, 2, 1, 1, 1),
    "Neighbourhoods": (1, 4, 2, 1, 2, 0, 1), "Regeneration": (0, 2, 3, 1, 0, 1, 0),
    "Finance": (1, 1, 0, 0, 0, 1, 0), "Law and Corporate": (0, 1, 1, 0, 1, 0, 0),
    "Resources": (0, 0, 0, 0, 0, 0, 2),
}  # fmt: skip
STATES = ("0", "1", "2", "3", "NS", "NA", "no return")


def projects_by_band() -> Answer:
    """Projects in each band by directorate and stage."""
    rows = [
        (directorate, stage, state, max(0, size + (1 if place == turn else 0) - (1 if size > 3 and turn else 0)))
        for directorate, sizes in COUNTS.items()
        for turn, stage in enumerate(STAGES)
        for place, (state, size) in enumerate(zip(STATES, sizes, strict=True))
    ]
    return answer(
        "How far are people involved, by directorate and stage?",
        "directorate:label stage:label state:label projects:work[projects]", rows,
    )  # fmt: skip


def people_by_category() -> Answer:
    """Shares of people by category beside the population."""
    rows = [
        ("Asian, Asian British or Asian Welsh", 5, 1.2, "1%", 0.2, 4.1, 2.3, "Too few to say"),
        ("Black, Black British, Black Welsh, Caribbean or African", 0, 0.0, "0%", 0.0, 2.2, 0.5, "Too few to say"),
        ("Mixed or Multiple ethnic groups", 10, 2.4, "2%", 0.8, 5.6, 1.5, "No clear difference"),
        ("White", 380, 92.7, "93%", 88.4, 95.5, 95.2, "More than expected"),
        ("All ethnic groups other than White", 15, 3.6, "4%", 1.6, 7.2, 14.8, "Fewer than expected"),
    ]
    return answer(
        "Who takes part, compared with the population, by ethnic group?",
        "category:label people:people[people] share:from:people[%] share_shown:label low:from:people[%] "
        "high:from:people[%] population:open[%] verdict:label", rows,
    )  # fmt: skip


def projects_by_theme() -> Answer:
    """Projects by directorate and theme, main and also."""
    rows = [
        (short, code, theme, ((down * 3 + across * 5) % 7) * (across != 4), (down + across * 2) % 4)
        for down, (_, _, short) in enumerate(DIRECTORATES)
        for across, (code, theme) in enumerate(THEMES)
    ]
    return answer(
        "What does each directorate contribute to the council plan?",
        "directorate:label theme_code:label theme:label main:work[projects] also:work[projects]",
        rows,
    )


def titles() -> Answer:
    """Projects whose titles hold everything a page must not take for an instruction."""
    rows = [(NASTY, 3, 0), ("=1+1 Ask (us) #1: 100% [sic]", 1, 25), ("Plain title", 2, 1205)]
    return answer("Which projects changed something?", "title:label stages:work[stages] people:people[people]", rows)
