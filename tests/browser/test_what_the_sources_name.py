"""Everything that the five sources name shows on a page: each line of the specification, found there."""

import pytest

from tests.door.visit import visiting

BOARD = "projects?project=ACH-P01"
ADULTS = "conditions?directorate=ACH"
GOVERNANCE = "governance"
NAMED = {
    "strategy, council plan and vision": ("about", "Co-production Strategy 2024 to 2029"),
    "themes": ("themes", "Themes of Working Together: a Council Plan for 2023-2027"),
    "principles": (BOARD, "Principles of the plan"),
    "could contribute to all the themes": ("themes", "Could contribute"),
    "carers, people who use services, officers, local organisations": (
        "diversity?characteristic=role", "What part do the people play who take part?"),
    "council-wide, people first: coverage": (GOVERNANCE, "Do directorates take part?"),
    "coverage: active, started, silent": (GOVERNANCE, "Never rated one"),
    "the first half-year kept as the baseline": (GOVERNANCE, "What has moved since the first half-year?"),
    "from proposed to complete": (GOVERNANCE, "How far along are projects?"),
    "returns due and received": (GOVERNANCE, "Show the returns due and received"),
    "resources allocated": (GOVERNANCE, "Are time and money set aside?"),
    "pre-filled templates": ("due?directorate=ACH", "Download the template"),
    "minutes a return takes": (GOVERNANCE, "How long does it take to send?"),
    "the learning wall": ("learning", "Three to read aloud in this meeting"),
    "what helped": ("learning", "What helped"),
    "what got in the way": ("learning", "What got in the way"),
    "toolkit": (BOARD, "Toolkit used"),
    "training for staff, with Plain English (C07)": (ADULTS, "Is training offered to staff, with Plain English?"),
    "training for people who take part (C08)": (ADULTS, "Is the same training open to people who take part?"),
    "climate: theme 5 gap named": ("themes", "Protect our environment"),
    "health and voluntary partners": (BOARD, "Partner"),
    "improved outcomes: difference made": ("voices", "changed a service or policy"),
    "improved outcomes: what changed": ("learning", "What changed"),
    "three values, the council's own": ("about", "Share power"),
    "individual, operational, strategic": ("maturity", "Every level"),
    "value and reward": (BOARD, "Reward for taking part"),
    "accessible timing, venue and information": (BOARD, "Times, places and information checked"),
    "meeting on their own": (BOARD, "Met on their own, without staff"),
    "opportunities communicated (C09)": (ADULTS, "Are chances to take part well publicised?"),
    "outcomes shared": (BOARD, "Told what happened as a result"),
    "commissioning": ("projects?kind=commissioning", "Supported living contract"),
    "contracts ask providers (C06)": (ADULTS, "Do contracts ask providers to co-produce?"),
    "results shared more widely (C12)": (ADULTS, "Are results and lessons shared more widely?"),
    "experience-led organisations": (BOARD, "Experience-led organisation takes part"),
    "experience-led organisations helped (C10)": (ADULTS, "Are experience-led organisations involved"),
    "start to end: four stages": (BOARD, "How far are people involved at each stage?"),
    "the four co's": ("maturity", "at all four stages, from start to end"),
    "no group more important": ("voices", "Who rated the projects?"),
    "two voices, the lower counts": (BOARD, "the lower counts"),
    "volunteers in delivery": (BOARD, "Volunteers help to deliver"),
    "forums and boards shape projects": (BOARD, "What has it shaped?"),
    "people newly joined": (BOARD, "new to the project"),
    "included, have our voices heard": ("voices", "Do people feel heard?"),
    "75% would like services designed by people who use them": ("about", "75 percent of people said"),
}  # fmt: skip


@pytest.mark.parametrize("what", NAMED)
def test_what_a_source_names_is_on_its_page(dashboard: str, what: str) -> None:
    address, words = NAMED[what]
    page, _, filters = address.partition("?")
    with visiting(dashboard) as visit:
        visit.open("" if page == "overview" else page, filters)
        assert words in visit.said.replace("\\", ""), f"{what}: “{words}” on {address}"
