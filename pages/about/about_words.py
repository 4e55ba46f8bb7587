"""The words of the About page: whose ideas these are, what is held of people, and who may see what."""

SOURCES = (
    ("Wirral Council, Adult Social Care Co-production Strategy 2024 to 2029",
     "the six themes and six principles of the council plan. One project can add to many themes. Say how much, how "
     "well and what difference."),
    ("Bracknell Forest Council, approach to co-production",
     "it is for the whole council. Choose projects that suit, watch what comes of them, and set time and money aside. "
     "Learn, without reports that become a burden."),
    ("Shropshire, Parent and Carer Council (PACC) at the launch of the All Age Coproduction Framework, 2025",
     "the three levels: individual, operational and strategic. Value and reward people, and let them meet on their "
     "own. Most of the twelve conditions."),
    ("My Way, co-production policy",
     "no group counts for more than another. Work together from start to end: design, decisions, delivery and "
     "evaluation. Volunteers can help to deliver."),
    ("Worcestershire County Council, Building Together Forum",
     "forums and boards. Lived experience is the only thing you need. Be included, and be heard."),
)  # fmt: skip
CREDITS = (
    "The ladder of co-production is by Think Local Act Personal and the National Co-production Advisory Group. "
    "The four pieces of the conditions are the Social Care Institute for Excellence's jigsaw. Figures about "
    "residents are from the Census 2021. They are the work of the Office for National Statistics, under the Open "
    "Government Licence v3.0."
)
SURVEY = (
    "“75 percent of people said they would like to use services designed by people who use the services.”",
    "Worcestershire County Council says this of a survey of its own. It does not say who was asked, how many, or in "
    "which words. So here it is not something to aim for or to compare with.",
)
HELD = (
    "Counts of people who take part: by directorate, by half-year, and by one thing about them at a time. These are "
    "age, sex, ethnic group, disability, unpaid caring and role. Some services add religion, sexual orientation and "
    "how deprived the home area is",
    "Counts of people in each project: how many, how many are new, how many were asked and felt heard",
    "What projects are, how far people are involved, what changed and what was learnt",
    "Who sent a file, who agreed it (a job title) and what was done with it",
)
NOT_HELD = (
    "Names, home addresses, e-mail addresses, phone numbers, postcodes, dates of birth, NHS or National Insurance numbers",
    "Anything about one person, or two things about the same people together",
    "Age, sex and the like by project or by service",
)
ROLES = (
    ("Viewer", "sees every page about the council, and counts of people only rounded"),
    ("Contributor", "sees the same; sends and takes back returns of the directorates or services they are named for"),
    ("Administrator", "does the same for all directorates; looks after half-years, lists, backups and the audit"),
)
