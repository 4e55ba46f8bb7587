"""Audit: whether it is whole, and who did what."""

import streamlit as st
from queries import AUDITED, AuditLine, audit_file, audit_lines, audit_verdict

from pages.parts.filters import ALL, Filter, choose
from pages.parts.headline import empty_state, headline, lead
from pages.parts.page import page
from pages.parts.rows_table import rows_table
from pages.parts.sentences import escaped, sentence
from pages.parts.who import when_pressed

AT_MOST = 200
WHAT = (
    "Every sign-in, refusal, upload, withdrawal, download and change of settings has a line. It "
    "carries a mark of the line before (its hash), so none can be changed unseen. A ledger outside the "
    "database holds them too. No line says what stands in a cell."
)


@page("Audit", section="Running", address="audit", order=97, needs="run",
      answers="Who did what, and whether the record is whole")
def audit_page() -> None:
    """The verdict on the audit, its newest lines by act, and all of them as a file."""
    verdict = audit_verdict()
    headline(sentence(verdict.sentence) if verdict.whole else "The audit is not whole")
    if not verdict.whole:
        st.error(escaped(sentence(verdict.sentence)))
    lead(WHAT)
    acts = Filter("act", "What was done", ((ALL, "Everything"), *((each, each.capitalize()) for each in AUDITED)), ALL)
    chosen = choose(acts)["act"]
    act = None if chosen == ALL else chosen
    found = audit_lines(act, most=AT_MOST)
    if not found:
        empty_state("No line says this", "Choose everything")
        return
    rows_table([row(each) for each in found])
    if len(found) == AT_MOST:
        st.markdown(f":small[The newest {AT_MOST} lines; the file has them all.]")
    st.download_button(
        "Download these lines (CSV)", when_pressed(lambda: audit_file(act)), file_name="audit.csv",
        mime="text/csv", on_click="ignore",
    )  # fmt: skip


def row(line: AuditLine) -> dict[str, str]:
    """A line of the audit as a row of the table."""
    upload = f"upload {line.upload_id}" if line.upload_id else ""
    return {
        "Line": str(line.number),
        "When": f"{line.local:%d %b %Y, %H:%M}",
        "Who": line.who,
        "As": line.role,
        "What": line.act,
        "About": " ".join(filter(None, (upload, line.about))),
    }
