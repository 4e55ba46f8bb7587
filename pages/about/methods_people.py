"""Methods of counting people: the test against the population, why that test, and protection."""

import streamlit as st
from queries import choices

from pages.about.methods_work import bullets
from pages.parts.sentences import escaped, listed

WHY_A_TEST = (
    "One characteristic, one directorate or the whole council, one half-year at a time. People chosen "
    "at random would differ from the population by chance as well. So the words come from a test of "
    "the gap, not from a ratio. People choose to take part: the words are a guide, not proof."
)
THE_TEST = (
    "**The gap**: people of a group who take part, less the group’s share of the population times "
    "everyone who answered. Only answered categories count, on both sides; who did not say is shown beside.",
    "**What chance and rounding do to it**: with n answered, a population share p, K answered "
    "categories and D directorates added, its variance is n p (1 − p) + 4 D ((1 − p)² + (K − 1) p²). "
    "The first part is the binomial’s, the second that of rounding each count to 5.",
    "**An allowance for steps of 5**: three quarters of a person, divided by D, come off every gap first, "
    "because multiples of 5 make the test jump.",
    "**The line**: the gap over its standard deviation is held against the normal distribution, both "
    "ways, at 5% for the whole characteristic. Holm’s correction shares the 5% among the categories "
    "with at least 5 expected.",
    "**Too few to say**: fewer than 30 answered, or under 60% of people answered, or fewer than 5 would "
    "be expected. Beside it stand the answers that would be enough.",
    "**Included in the whole council only**: a directorate with fewer than two projects in the "
    "half-year, or with a base under 30.",
    "**No clear difference**: beside it stands the smallest gap that the test would notice in 80% of samples.",
    "**How many more**: the fewest people of the group, to the next 5, whose joining would change the word "
    "from “Fewer than expected”, by the whole test over again; only where the group is at most half of "
    "the population. It is a reason to invite openly, never to choose people by group.",
    "**Several groups at once**: adding to one raises the total, and so what is expected of the others. So "
    "totals of 5, 10, 15 and so on are tried: each group gets the fewest, to the next 5, that bring it within "
    "what the test allows, the rest are like the other residents, and the whole test is done again. The least "
    "total after which no group is fewer is shown; a council says in its list how many it can invite at most.",
    "**The interval**: Wilson’s, at the same Holm level, widened by the same rounding and allowance.",
    "**The population**: all residents of the area, unless a directorate has a population of its own, "
    "which then wins and is named. Age can be held to 18 and over, on both sides.",
    "**Forms and attendances**: forms from one-off events are tested like people. Attendances are not "
    "independent of one another, so they have shares only. The three are never added together.",
)
PASSES = (
    "Samples drawn from the population itself get a false “fewer” or “more” on a characteristic in at most "
    "5% of cases (1 point more is allowed) with 30, 100, 200, 300 and 1,000 answers, and never in over 7.5% "
    "with any number between.",
    "A group that is 20% of the population and half of that among those who take part is found in at least "
    "85% of samples: with **200** answers where there are 2 or 3 categories, **250** where there are 5 or 6, "
    "and **300** from a council of 7 directorates.",
)
NOT_USED = (
    "**The 80% rule** (a group’s rate under four fifths of the highest): a random group of 60 fails it "
    "for minority ethnic residents 44% of the time.",
    "**Lowest rate of taking part divided by the highest**: 0 for 97% of random groups of 60.",
    "**Proportional similarity**: 0.95 for a group in which everybody is White.",
    "**Simpson’s and Shannon’s indices**: they measure how mixed a group is, not how like the population.",
    "**A plain binomial test on rounded counts**: a false “fewer” or “more” in up to 58% of samples, because it takes rounding for a finding.",
)
THE_ROUNDING = (
    "Who takes part is held by directorate, half-year, unit and one characteristic: never by project or "
    "service, never two characteristics crossed.",
    "**Once, at the bottom**: each such count becomes a multiple of 5. A count of 7 becomes 5 with a chance "
    "of 3 in 5, or 10 with a chance of 2 in 5. A secret key and the name of the count alone decide which "
    "(HMAC-SHA-256), so it stays the same when a page is opened again, filtered, or the same return is re-sent.",
    "**Everything else is worked out from rounded counts**: totals, shares, gaps, words, intervals, "
    "charts, the order of rows, files. A rounded count can stand for any count up to 4 lower or higher.",
    "**What it means for totals**: they add rounded figures, so they can differ from the true total, "
    "usually by about 2 × √ of the number of counts added: about 10 for 25 counts, about 20 for 100.",
    "**0 is shown as “fewer than 5”** and adds as 0.",
    "Counts of people in project ratings are rounded the same way, project by project.",
    "The key lives outside the database and its copies. The database holds only its fingerprint, and the "
    "dashboard does not start with another key.",
)
NEVER_SHOWN = (
    "A count of people as it was sent, to anybody but its sender: not on a page, in a file, in a preview or in a log.",
    "A share where fewer than 20 answered; a word, a gap or an interval where fewer than 30 did.",
    "Who takes part in a single project or service, or in two characteristics at once.",
    "A comparison by gender identity: its Census figures lost their accreditation in 2024.",
)
WHY_THIS_RULE = (
    "Each way was tried on random made-up councils. Hiding 1 to 4 beside exact totals gave counts away by "
    "subtraction in 60 of 60. Rounding each view by itself gave some away in 3 of 60. Hiding 1 to 7 and "
    "rounding the rest to the nearest 5 gave some away in 14 of 60 small councils, and in all of them to "
    "somebody who also sends returns. This rule gave none away: 0 of 60, and 0 of 25 with such an insider."
)
EXACT = "Counts of projects, stages, themes and returns are about work, not people, and are exact."


def compared() -> None:
    """The test, how well it works, and what was not used."""
    st.markdown(WHY_A_TEST)
    bullets((*THE_TEST, *pooled()))
    st.markdown("**How well it has to work**, tried by drawing samples through the whole path, rounding included")
    bullets(PASSES)
    st.markdown("**Not used, and why** (worked out with Wirral’s population)")
    bullets(NOT_USED)
    with st.expander("The characteristics and their categories"):
        bullets(map(characteristic, choices("characteristics")))


def pooled() -> list[str]:
    """What is taken together where its parts are too few, from the list of categories."""
    names = dict.fromkeys(f"“{row['pooled']}”" for row in choices("categories") if row["pooled"])
    if not names:
        return []
    return [f"**Taken together**: where a part of it is too few, {escaped(listed(names))} is tested too."]


def characteristic(row: dict[str, object]) -> str:
    """A characteristic with its categories, whether it is compared, and its note."""
    named = [str(each["label"]) for each in choices("categories") if each["characteristic"] == row["code"]]
    compared_or_not = "Compared with the population" if row["compared"] == "yes" else "Not compared"
    asked = " Need not be collected." if row["optional"] == "yes" else ""
    return f"**{escaped(row['label'])}**: {escaped('; '.join(named))}. {compared_or_not}.{asked} {escaped(row['note'] or '')}"


def protected() -> None:
    """How counts of people are rounded, what that does to totals, and what is never shown."""
    bullets(THE_ROUNDING)
    st.markdown("**Never shown**")
    bullets(NEVER_SHOWN)
    st.markdown(f"**Why this rule.** {WHY_THIS_RULE}")
    st.markdown(EXACT)
