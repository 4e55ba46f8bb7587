"""The accessibility statement: what is covered, what does not work and whose fault that is, and how it was tested.

`docs/accessibility.md` has every criterion; a test holds that both name the same ones as not met.
"""

from dataclasses import dataclass
from datetime import date

PREPARED = date(2026, 11, 22)
COVERED = (
    "This statement covers every page of this dashboard and the files it makes: PDF, PowerPoint, Excel and CSV. "
    "It should be usable by everybody. With it you can:"
)
CAN = (
    "zoom in to 200%, or use a window as narrow as a small phone's, without losing anything or scrolling sideways",
    "reach and do everything with a keyboard alone, and see at each step where you are",
    "hear the finding of every picture with a screen reader, and walk through its figures in a table",
    "read every picture without telling colours apart, and in black and white",
)
STANDS = (
    "It is partially compliant with the Web Content Accessibility Guidelines, version 2.2, level AA, for the "
    "reasons listed here."
)


@dataclass(frozen=True)
class NotMet:
    """A criterion that is not met: its number, what does not work, and whose fault that is."""

    criterion: str
    said: str
    whose: str


NOT_MET = (
    NotMet("1.4.13", "words that appear beside the pointer over a picture cannot be pointed at or put away; "
           "the table below the picture has the same figures", "Streamlit’s"),
    NotMet("2.1.4", "the key R pressed alone draws the page again, and this cannot be switched off; it changes "
           "nothing that was chosen or sent", "Streamlit’s"),
    NotMet("2.2.1", "a sign-in ends at the time said at the top of the page and cannot be made longer; signing "
           "in again leads back to the same page", "ours"),
    NotMet("4.1.3", "while figures are worked out anew only a sign that moves says so; a screen reader is not told "
           "when they have come", "Streamlit’s"),
)  # fmt: skip
STREAMLIT = "Streamlit is the software the dashboard is built with; what is Streamlit’s, only its makers can mend."
TROUBLE = (
    "If something keeps you out, or you need it in another form, tell whoever looks after this dashboard in "
    "your council: what you were doing, and with what."
)
LAW = (
    "The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and Mobile "
    "Applications) (No. 2) Accessibility Regulations 2018. If the answer to what you told does not help, ask the "
    "Equality Advisory and Support Service (EASS)."
)
TESTED = (
    "It was tested by programs, in one browser (Chromium), on a wide and on a narrow window: every page against "
    "the rules of axe-core, the way through each page and each task by keyboard, and the colours of every picture "
    "as people with colour blindness see them. It has not been tested by people who use assistive technology. "
    "The same tests are run before each new version."
)
