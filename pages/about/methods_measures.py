"""Methods: every question by topic, with its grain, source, parameters and columns."""

import streamlit as st
from queries import Column, Question, questions

from pages.parts.sentences import count, escaped, sentence

KINDS = {
    "label": "words",
    "people": "people, rounded to 5",
    "work": "counted exactly",
    "open": "already public",
}
READ_AS = (
    "Each line opens to what a row stands for, where it comes from, what it can be asked for, and what "
    "each column holds: its unit in brackets, then whether it is counted exactly, rounded to protect "
    "people, already public, or worked out from another column."
)


def measures() -> None:
    """Every question under its topic; a topic that has a page goes by the page's title."""
    st.markdown(READ_AS)
    topics: dict[str, list[Question]] = {}
    for question in questions().values():
        topics.setdefault(question.address.split("/")[0], []).append(question)
    for topic, asked in topics.items():
        st.markdown(f"**{escaped(called(topic))}** · {count(len(asked), 'question')}")
        for question in asked:
            with st.expander(escaped(question.text)):
                st.markdown(described(question))


def called(topic: str) -> str:
    """A topic in words: the title of its page, else its own name."""
    door = st.session_state.get("doors", {}).get(topic)
    return door.title if door else topic.capitalize()


def described(question: Question) -> str:
    """A question's header as Markdown."""
    asked_for = [f"- **{escaped(one.name)}**: {escaped(one.meaning)} ({escaped(one.choices)})" for one in question.parameters]
    columns = [column(one) for one in question.columns]
    return "\n".join([
        f"{escaped(sentence(question.grain))} Source: {escaped(question.source)}.",
        f"\n:small[Kept as {escaped(question.address)}]",
        "\n**Asked for**\n", *asked_for, "\n**Columns**\n", *columns,
    ])  # fmt: skip


def column(one: Column) -> str:
    """A column: name, meaning, unit and kind."""
    unit = f" [{one.unit}]" if one.unit else ""
    kind = f"worked out from {one.origin}" if one.origin else KINDS[one.kind]
    return f"- **{escaped(one.name)}**: {escaped(one.meaning + unit)} · *{escaped(kind)}*"
