"""The words used here: what each means in a plain sentence, and the words that are not used for it."""

from dataclasses import dataclass

from pages.about.methods_work import bullets
from pages.parts.sentences import escaped


@dataclass(frozen=True)
class Word:
    """One word for one thing; `never` are the words that a page does not use for it."""

    word: str
    means: str
    never: tuple[str, ...] = ()


GLOSSARY = (
    Word("half-year", "Six months of the financial year: April to September, or October to March.",
         ("period", "periods", "reporting period", "quarter")),
    Word("return", "What a directorate sends: projects, ratings, themes, who takes part or conditions.",
         ("submission", "submissions", "data return")),
    Word("sending", "One time somebody sends, with one file or several.", ("submit", "submitted")),
    Word("upload", "One return as it came in one file; it has a number.", ("batch",)),
    Word("projects", "The return that says what each project is.", ("project details return",)),
    Word("ratings", "The return that says how far people are involved at each stage of a project.", ("maturity",)),
    Word("themes", "The return that says which themes of the council plan a project contributes to."),
    Word("who takes part", "The return that counts the people who take part, by group.", ("participation", "diversity")),
    Word("conditions", "The return with twelve answers on what makes working with people possible.", ("enablers",)),
    Word("step", "A place on the ladder of co-production, from 0 to 7.", ("rung", "rungs")),
    Word("score", "The step that one stage of a project was given.", ("grade", "grades")),
    Word("middle score", "The scores in order, the one in the middle.", ("median", "average")),
    Word("aim", "The step that a project wants to reach.", ("target", "targets", "goal", "goals")),
    Word("stage", "One of four parts of the work: design, decisions, delivery, evaluation.", ("phase", "phases")),
    Word("moved up, moved down", "The middle score rose or fell since the half-year before.", ("improved", "worsened")),
    Word("directorate", "One of the large parts of the council, in the council’s own order.", ("department", "departments")),
    Word("main, also", "The theme that a project is mostly for, and the others it adds to.", ("primary", "secondary")),
    Word("contributes", "What a project does for a theme.", ("impact", "impacts", "impactful")),
    Word("change shown", "Something has changed for a theme, and the project says what.", ("evidenced",)),
    Word("people", "Those who take part: residents, carers, people who draw on services.",
         ("service users", "clients", "stakeholders")),
    Word("compared with", "Beside whom those who take part are put, such as all residents.",
         ("comparator", "comparators", "benchmark", "benchmarks")),
    Word("rounded to protect people", "A count of people is shown to the next 5, up or down.",
         ("suppressed", "suppression", "disclosure")),
    Word("no return", "Nothing was sent.", ("silent", "nil return")),
    Word("late", "It came in after the due date.", ("tardy",)),
    Word("missing", "The due date has passed and nothing came in.", ("outstanding", "defaulting")),
    Word("as it stood on", "What a page would have said on a day in the past.", ("as at", "snapshot")),
    Word("withdraw", "To take an upload back, so that it no longer counts; the one before counts again.",
         ("revoke", "retract")),
    Word("briefing", "What the pages say, as four files to hand out: the one page, slides, the document and the workbook.",
         ("pack", "packs", "dossier")),
    Word("dashboard", "These pages, all together.", ("portal", "platform")),
)  # fmt: skip


def words_used() -> None:
    """The words in a list, each with its meaning."""
    bullets(f"**{escaped(each.word)}**: {escaped(each.means)}" for each in GLOSSARY)
