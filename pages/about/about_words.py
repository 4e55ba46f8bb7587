"""The words of the About page: whose ideas these are, what is held of people, and who may see what."""

SOURCES = (
    ("Wirral Council, Adult Social Care Co-production Strategy 2024 to 2029",
     "the council plan's six themes and the six principles; that one project could contribute to many "
     "themes; to report how much, how well and what difference"),
    ("Bracknell Forest Council, approach to co-production",
     "that it is council-wide; to choose suitable projects, watch outcomes and set aside resources; to learn "
     "without a reporting burden"),
    ("Shropshire, Parent and Carer Council (PACC) at the launch of the All Age Coproduction Framework, 2025",
     "the individual, operational and strategic levels; valuing and rewarding people; meeting on their own; "
     "most of the twelve conditions"),
    ("My Way, co-production policy",
     "that no group is more important than another; from start to end: design, decisions, delivery, "
     "evaluation; volunteers in delivery"),
    ("Worcestershire County Council, Building Together Forum",
     "forums and boards; lived experience as the only qualification; being included and heard"),
)  # fmt: skip
CREDITS = (
    "The ladder of co-production is by Think Local Act Personal and the National Co-production Advisory Group. "
    "The four pieces of the conditions are the Social Care Institute for Excellence's jigsaw. Figures about "
    "residents are from the Census 2021 of the Office for National Statistics, under the Open Government "
    "Licence v3.0."
)
SURVEY = (
    "“75 percent of people said they would like to use services designed by people who use the services.”",
    "Worcestershire County Council reports this of a survey of its own. It does not say who was asked, how many "
    "or in which words, so here it is neither a target nor something to compare with.",
)
HELD = (
    "Counts of people who take part, by directorate, half-year and one characteristic at a time: age, sex, "
    "ethnic group, disability, unpaid caring and role, and where a service sends them religion, sexual "
    "orientation and how deprived the home area is",
    "Counts of people in each project: how many, how many new, asked and felt heard",
    "What projects are, how far people are involved, what changed and what was learnt",
    "Who sent a file, who agreed it (a job title) and what was done with it",
)
NOT_HELD = (
    "Names, addresses, e-mail addresses, phone numbers, postcodes, dates of birth, NHS or National Insurance numbers",
    "Anything about one person, and two characteristics of the same people together",
    "A characteristic by project or by service",
)
ROLES = (
    ("Viewer", "every page about the council; counts of people only rounded"),
    ("Contributor", "the same, and sends and takes back returns of the directorates or services they are named for"),
    ("Administrator", "the same for all directorates, and looks after periods and lists, backups and the audit"),
)
