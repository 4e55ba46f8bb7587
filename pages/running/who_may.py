"""Who may come in: which claims give which role, and who is kept out all the same."""

from collections.abc import Callable

import streamlit as st
from queries import Rules, WrongUse, keep_out, kept_out, let_in_again, roles

from pages.parts.headline import READABLE, headline, lead
from pages.parts.page import page
from pages.parts.rows_table import rows_table
from pages.parts.sentences import count, escaped, listed, sentence

OPEN = "Nobody signs in: this computer can see the dashboard, and no other"
OUT = "kept out"


@page("Who may come in", section="Running", address="access", order=98, needs="run",
      answers="Roles, and who is kept out")
def who_may() -> None:
    """The list of those kept out, the two forms that change it, and the roles as they are set."""
    rules, out = roles(), kept_out()
    if rules is None:
        headline(OPEN)
        lead("Do you want colleagues to sign in with their council account? Follow docs/sign-in.md.")
        return
    headline(f"{count(len(out), 'person is', 'people are')} kept out")
    said_last()
    the_list(out)
    the_roles(rules)


def the_roles(rules: Rules) -> None:
    """Which value of the claim gives which role."""
    st.subheader("Roles", anchor=False)
    lead(f"Roles come from the claim “{rules.claim}” of the sign-in. The file that says so is read at each start.")
    rows = [("administrator", each, "everything") for each in sorted(rules.administrators)]
    for value, (directorates, services) in rules.contributors.items():
        rows.append(("contributor", value, listed([*sorted(directorates), *sorted(services)])))
    rows += [("viewer", each, "looks only") for each in sorted(rules.viewers)]
    rows_table([dict(zip(("Role", "Value of the claim", "For"), each, strict=True)) for each in rows])


def the_list(out: tuple[str, ...]) -> None:
    """Those kept out, and how to add to them or take somebody off."""
    st.markdown("\n".join(f"- {escaped(each)}" for each in out) or "Nobody is kept out.")
    with st.form("keep out", width=READABLE, clear_on_submit=True):
        name = st.text_input("Keep somebody out: the name or e-mail they sign in with", max_chars=200)
        why = st.text_input("Why, in a line", max_chars=200)
        if st.form_submit_button("Keep out"):
            carry_out(lambda: keep_out(name, why), f"{name.strip()} is out at their next click.")
    if out:
        with st.form("let in", width=READABLE):
            who = st.selectbox("Let somebody in again", out)
            because = st.text_input("Why, in a line", max_chars=200, key="let in why")
            if st.form_submit_button("Let in again"):
                carry_out(lambda: let_in_again(str(who), because), f"{who} may come in again.")


def carry_out(act: Callable[[], None], done: str) -> None:
    """Do it, and say so on the page that follows; or say why not."""
    try:
        act()
    except WrongUse as mistake:
        st.error(escaped(sentence(str(mistake))))
        return
    st.session_state[OUT] = done
    st.rerun()


def said_last() -> None:
    """What became of the change before, once."""
    if done := st.session_state.pop(OUT, None):
        st.success(escaped(done))
