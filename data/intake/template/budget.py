"""The budget: how many boxes a template asks for, and how long that usually takes."""

from collections.abc import Sequence

from data.intake.template.form import Form

# To read a question and judge, to copy a number from a list, and to write a sentence. What is meant
# is filling in: finding the numbers out is not counted.
SECONDS_A_CHOICE, SECONDS_A_COUNT, SECONDS_A_SENTENCE = 20, 5, 60


def boxes(laid_out: Sequence[Form]) -> dict[str, int]:
    """How many boxes must be filled in, by return."""
    return {form.schema.name: sum(len(row.needed) for row in form.rows) for form in laid_out}


def minutes(laid_out: Sequence[Form]) -> int:
    """About how many minutes that takes, rounded up, with a sentence of evidence for every project."""
    asked = boxes(laid_out)
    counted = asked.get("participation", 0)
    chosen = sum(asked.values()) - counted
    seconds = chosen * SECONDS_A_CHOICE + counted * SECONDS_A_COUNT + _rated(laid_out) * SECONDS_A_SENTENCE
    return -(-seconds // 60)


def in_words(laid_out: Sequence[Form]) -> str:
    """The budget in a sentence, such as “3 projects: 57 boxes to fill in, about 13 minutes”."""
    many, asked = _rated(laid_out), sum(boxes(laid_out).values())
    projects = "1 project" if many == 1 else f"{many} projects"
    about = minutes(laid_out)
    return f"{projects}: {asked} boxes to fill in, about {about} minute{'' if about == 1 else 's'}."


def arithmetic(laid_out: Sequence[Form]) -> str:
    """How the minutes are worked out."""
    asked, many = boxes(laid_out), _rated(laid_out)
    counted = asked.get("participation", 0)
    return (
        f"{sum(asked.values()) - counted} ratings and choices at {SECONDS_A_CHOICE} seconds, {counted} "
        f"counts at {SECONDS_A_COUNT} seconds, and a sentence of evidence for each of {many} "
        f"at {SECONDS_A_SENTENCE} seconds, needed only where a stage is rated 6 or 7. The yellow boxes "
        "are counted; finding out the numbers is not."
    )


def _rated(laid_out: Sequence[Form]) -> int:
    return sum(len(form.rows) for form in laid_out if form.schema.name == "maturity")
