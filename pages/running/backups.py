"""Backups: how old the newest good one is, what there is, and one made now."""

from datetime import timedelta

import streamlit as st
from queries import Backup, NotReady, Status, backups, make_backup, open_problems

from pages.parts.headline import empty_state, headline, lead
from pages.parts.page import page
from pages.parts.rows_table import rows_table
from pages.parts.sentences import count, escaped, sentence

MEGABYTE = 1 << 20
MADE = "backup made"
HOW_BACK = (
    "A backup is put back by the command `python -m data.backup restore NAME`, on the server. It is "
    "checked first, and the present file is kept beside it."
)


@page("Backups", section="Running", address="backups", order=96, needs="run",
      answers="How old the newest good backup is")
def backups_page() -> None:
    """The newest good backup and its age, what is wrong, the list, and the way to one more."""
    found = backups()
    headline(newest(found))
    for problem in open_problems():
        st.error(escaped(sentence(problem)))
    make_one()
    if found.kept:
        rows_table([row(each, found) for each in found.kept])
    else:
        empty_state("No backup has been made yet", "Make one now; from then on one is made every day")
    lead(f"Backups lie in {found.folder}. Copy them to another machine as well.")
    st.markdown(HOW_BACK)


def newest(found: Status) -> str:
    """How old the newest good backup is, in words."""
    if found.newest is None or found.age is None:
        return "There is no good backup"
    return f"The newest good backup is {ago(found.age)} old and holds {count(found.newest.uploads, 'upload')}"


def ago(age: timedelta) -> str:
    """An age in the largest unit that says enough."""
    minutes = age // timedelta(minutes=1)
    if minutes == 0:
        return "less than a minute"
    if minutes < 120:
        return count(minutes, "minute")
    hours = minutes // 60
    return count(hours, "hour") if hours < 48 else count(hours // 24, "day")


def row(one: Backup, found: Status) -> dict[str, str]:
    """A backup as a row of the table."""
    return {
        "Backup": one.name,
        "Made": f"{one.moment:%d %b %Y, %H:%M}",
        "Uploads": str(one.uploads),
        "Size (MB)": f"{one.size / MEGABYTE:.1f}",
        "Good": "yes" if one.name not in found.wrong else "no",
        "Holds erased uploads": ", ".join(map(str, one.erased_since)) or "none",
    }


def make_one() -> None:
    """The button for a backup now, and what became of the last one."""
    if said := st.session_state.pop(MADE, None):
        st.success(escaped(said))
    if st.button("Make a backup now"):
        with st.spinner("Making a backup and comparing it with the database"):
            try:
                made = make_backup()
            except NotReady as reason:
                st.error(escaped(sentence(str(reason))))
                return
        st.session_state[MADE] = f"Backup {made.name} was made, and holds what the database holds."
        st.rerun()
