"""What Overview says is not good and what to do next, chosen by rule: the first that applies."""

from pages.parts.overview_words import Figures, Found, first, reaching_nowhere
from pages.parts.sentences import count, listed, of

UNSENT_ASK = ("When will they come in, and who sends them?", "See what is due", "due")


def came_in(figures: Figures) -> bool:
    """Whether there is a rating, or any count of people, to judge by."""
    return bool(figures.headline["rated"] or any(row["people"] is not None for row in figures.people))


def not_good(figures: Figures) -> Found:
    """What is not: most projects short of their aim, else a group missing, else a theme without a project."""
    if not came_in(figures):
        return Found(
            "Nothing can be judged: no rating and no count of people has come in for this half-year", *UNSENT_ASK
        )
    fine = Found(
        "Nothing stands out as wrong in the figures received",
        "What do the figures not show us?",
        "See which returns are in",
        "maturity",
    )
    return first(figures, (_short_of_aim, _missing_group, _theme_gap), fine)


def _short_of_aim(figures: Figures) -> Found | None:
    row = figures.headline
    short = row["rated"] - row["reach_aim"]
    if not row["rated"] or short * 2 < row["rated"]:
        return None
    verb = "is" if short == 1 else "are"
    said = f"{of(short, row['rated'])} rated projects {verb} below the step they aim for at one stage or more"
    nowhere = listed((each["directorate_name"] for each in reaching_nowhere(figures.places)), joined_by="or", at_most=3)
    return Found(
        f"{said}. No project reaches it in {nowhere}" if nowhere else said,
        "Which stage holds them back, and what would it take?",
        "See where they fall short",
        "maturity",
    )


def _missing_group(figures: Figures) -> Found | None:
    rows = [row for row in figures.people if row["fewer"]]
    if not rows:
        return None
    groups = listed(
        (f"{row['characteristic_name'].lower()} ({listed(row['fewer'].split('; '))})" for row in rows), at_most=3
    )
    return Found(
        f"Fewer take part than expected: {groups}",
        "Where would we invite them, and what keeps them away?",
        "See who takes part",
        "diversity",
        {"directorate": "all"},
    )


def _theme_gap(figures: Figures) -> Found | None:
    gaps = [f"“{row['theme_name']}”" for row in figures.themes if row["theme"] != "none" and not row["main"]]
    if not gaps:
        return None
    return Found(
        f"No project has {listed(gaps, joined_by='or')} as its main theme",
        "Is that right, or has nobody asked?",
        "See what projects contribute to",
        "themes",
        {"directorate": "all"},
    )


def next_step(figures: Figures) -> Found:
    """What to do next: get missing returns in, else invite who is missing, else look at a theme's gap."""
    if not any(row["missing"] for row in figures.returns) and not came_in(figures):
        return Found("Wait for the first returns: none is overdue yet", *UNSENT_ASK)
    steady = Found(
        "Keep going: no return is overdue, and no group or theme is seen to be missing",
        "Which project should others learn from?",
        "See what difference they made",
        "themes",
    )
    rules = (_chase, _invite, _look_at_theme)
    return first(figures, rules, steady)


def _chase(figures: Figures) -> Found | None:
    rows = [row for row in figures.returns if row["missing"]]
    if not rows:
        return None
    names = list(dict.fromkeys(row["directorate_name"] for row in rows))
    part = sum(row["state"] == "part received" for row in rows)
    whole = count(len(rows) - part, "return") if len(rows) > part else ""
    rest = f"part of {count(part, 'other' if whole else 'return')}" if part else ""
    return Found(
        f"Get the missing returns in: {listed(filter(None, (whole, rest)))}, from {listed(names)}",
        "What stops these returns, and who can help?",
        "See which returns are missing",
        "#which-returns-are-missing",
    )


def _invite(figures: Figures) -> Found | None:
    found = _missing_group(figures)
    if found is None:
        return None
    said = found.said.replace("Fewer take part than expected:", "Invite openly where these people are:")
    return Found(said, found.ask, found.label, found.address, found.filters)


def _look_at_theme(figures: Figures) -> Found | None:
    found = _theme_gap(figures)
    if found is None:
        return None
    return Found(f"Ask why {found.said[0].lower()}{found.said[1:]}", found.ask, found.label, found.address)
