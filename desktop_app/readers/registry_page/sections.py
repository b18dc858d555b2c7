"""The sections of a registry page: their headings, the page's own sentences, their usual order."""

import re
from dataclasses import dataclass
from enum import Enum

from desktop_app.readers.registry_page.text import line_key

_COUNTED_WORDS = 0.6
_LONGEST_HELPER = 300
_HELPER = re.compile(
    "(?:Access|Browse|Check|Consult|Discover|Dive|Download|Examine|Explore|Find|Get|Identify"
    "|Inspect|Learn|Look|Meet|Reach|Read|Review|See|Track|Understand|View) "
    r"(?:[^A-Z0-9.!?]|IPD){25,260}\.\Z"
)
_ABOUT_STUDIES = re.compile(
    r"\b(?:study|studies|trials?|research\w*|participa\w+|registry|sponsors?|publications?)\b"
)


class Section(Enum):
    """A section of a registry page, in the order in which the page has them."""

    STUDY_RESULTS = "Study Results"
    BASIC_INFORMATION = "Basic Information"
    BRIEF_SUMMARY = "Brief Summary"
    DETAILED_DESCRIPTION = "Detailed Description"
    CONDITIONS = "Conditions"
    KEYWORDS = "Keywords"
    STUDY_DESIGN = "Study Design"
    STUDY_GROUPS = "Study Groups"
    INTERVENTIONS = "Interventions"
    ELIGIBILITY_CRITERIA = "Eligibility Criteria"
    SPONSORS = "Sponsors"
    RESPONSIBLE_PARTY = "Responsible Party"
    OFFICIALS = "Principal Investigators"
    LOCATIONS = "Locations"
    COUNTRIES = "Countries"
    OTHER_IDENTIFIERS = "Other Identifiers"
    RELATED = "More Related Trials"
    # Sections whose place among the others is not known.
    OTHER_NAMES = "Other Intervention Names"
    PRIMARY_OUTCOMES = "Primary Outcomes"
    SECONDARY_OUTCOMES = "Secondary Outcomes"
    OTHER_OUTCOMES = "Other Outcomes"
    COLLABORATORS = "Collaborators"
    CENTRAL_CONTACTS = "Central Contacts"
    FACILITY_CONTACTS = "Facility Contacts"
    REFERENCES = "References"
    LINKS = "Links"
    DOCUMENTS = "Provided Documents"
    IPD_SHARING = "IPD Sharing"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a section is known by: one of the next ``reach`` filled lines matches ``pattern``."""

    pattern: re.Pattern[str]
    reach: int


_LAST_PLACED = list(Section).index(Section.RELATED)
ORDER = {section: place for place, section in enumerate(Section) if place <= _LAST_PLACED}
"""Place of the sections whose order is known."""

RUNNING_TEXT = frozenset(
    {Section.BRIEF_SUMMARY, Section.DETAILED_DESCRIPTION, Section.ELIGIBILITY_CRITERIA}
)
"""Sections of the author's own lines, which may well be the words of a heading."""

_FURTHER_HEADINGS = {
    "Collaborator": Section.COLLABORATORS,
    "Condition": Section.CONDITIONS,
    "Contacts": Section.CENTRAL_CONTACTS,
    "Documents": Section.DOCUMENTS,
    "IPD Sharing Statement": Section.IPD_SHARING,
    "Individual Participant Data Sharing": Section.IPD_SHARING,
    "Individual Participant Data (IPD) Sharing": Section.IPD_SHARING,
    "Individual Participant Data (IPD) Sharing Statement": Section.IPD_SHARING,
    "Other Outcome Measures": Section.OTHER_OUTCOMES,
    "Overall Officials": Section.OFFICIALS,
    "Primary Outcome": Section.PRIMARY_OUTCOMES,
    "Primary Outcome Measures": Section.PRIMARY_OUTCOMES,
    "Publications": Section.REFERENCES,
    "Related Links": Section.LINKS,
    "Secondary Outcome": Section.SECONDARY_OUTCOMES,
    "Secondary Outcome Measures": Section.SECONDARY_OUTCOMES,
    "See Also Links": Section.LINKS,
    "Sponsor": Section.SPONSORS,
    "Study Documents": Section.DOCUMENTS,
    "Study Officials": Section.OFFICIALS,
}
HEADINGS = {section.value: section for section in Section} | _FURTHER_HEADINGS
"""The sections by their headings."""

_HELPERS = {
    Section.BASIC_INFORMATION: "Get a concise snapshot of the trial, including recruitment status, "
    "study phase, enrollment targets, and key timeline milestones.",
    Section.BRIEF_SUMMARY: "Review the sponsor-provided synopsis that highlights what the study "
    "is about and why it is being conducted.",
    Section.DETAILED_DESCRIPTION: "Dive into the extended narrative that explains the scientific "
    "background, objectives, and procedures in greater depth.",
    Section.CONDITIONS: "See the medical conditions and disease areas that this research is "
    "targeting or investigating.",
    Section.KEYWORDS: "Explore important study keywords that can help with search, "
    "categorization, and topic discovery.",
    Section.STUDY_DESIGN: "Understand how the trial is structured, including allocation methods, "
    "masking strategies, primary purpose, and other design elements.",
    Section.STUDY_GROUPS: "Review each arm or cohort in the study, along with the interventions "
    "and objectives associated with them.",
    Section.INTERVENTIONS: "Learn about the drugs, procedures, or behavioral strategies being "
    "tested and how they are applied within this trial.",
    Section.OTHER_NAMES: "Discover alternative or legacy names that may be used to describe the "
    "listed interventions across different sources.",
    Section.ELIGIBILITY_CRITERIA: "Check the participation requirements, including inclusion and "
    "exclusion rules, age limits, and whether healthy volunteers are accepted.",
    Section.SPONSORS: "Meet the organizations funding or collaborating on the study and learn "
    "about their roles.",
    Section.RESPONSIBLE_PARTY: "Identify the individual or organization who holds primary "
    "responsibility for the study information submitted to regulators.",
    Section.OFFICIALS: "Learn about the lead researchers overseeing the trial and their "
    "institutional affiliations.",
    Section.LOCATIONS: "Explore where the study is taking place and check the recruitment status "
    "at each participating site.",
    Section.COUNTRIES: "Review the countries where the study has at least one active or "
    "historical site.",
    Section.CENTRAL_CONTACTS: "Reach out to these primary contacts for questions about "
    "participation or study logistics.",
    Section.FACILITY_CONTACTS: "Find local site contact details for specific facilities "
    "participating in the trial.",
    Section.REFERENCES: "Explore related publications, articles, or registry entries linked to "
    "this study.",
    Section.DOCUMENTS: "Download supplemental materials such as informed consent forms, "
    "protocols, or participant manuals.",
    Section.OTHER_IDENTIFIERS: "Review additional registry numbers or institutional identifiers "
    "associated with this trial.",
    Section.RELATED: "Additional clinical trials that may be relevant based on similarity "
    "analysis.",
}

SHAPES = {
    Section.STUDY_RESULTS: Shape(
        re.compile(r"(?:No )?[Rr]esults? (?:pending|available|posted)"), 1
    ),
    Section.BASIC_INFORMATION: Shape(re.compile("Recruitment Status|Clinical Phase"), 1),
    Section.STUDY_DESIGN: Shape(
        re.compile("Allocation Method|Intervention Model|Observation|Primary Study Purpose"), 1
    ),
    Section.SPONSORS: Shape(re.compile("Sponsor Role"), 3),
    Section.COLLABORATORS: Shape(re.compile("Sponsor Role"), 3),
    Section.RESPONSIBLE_PARTY: Shape(re.compile("Responsibility Role"), 3),
    Section.OFFICIALS: Shape(re.compile("Role: "), 2),
    Section.CENTRAL_CONTACTS: Shape(re.compile("Role: "), 2),
    Section.FACILITY_CONTACTS: Shape(re.compile("Role: "), 2),
    Section.LOCATIONS: Shape(re.compile(r"Site Status\b"), 3),
    Section.REFERENCES: Shape(re.compile("Reference Type|PMID"), 3),
    Section.DOCUMENTS: Shape(re.compile("Document Type"), 1),
    Section.OTHER_IDENTIFIERS: Shape(re.compile("Identifier (?:Type|Source)"), 3),
    Section.RELATED: Shape(re.compile(r"NCT\d{8}\b"), 2),
    Section.PRIMARY_OUTCOMES: Shape(re.compile("Time ?[Ff]rame"), 6),
    Section.SECONDARY_OUTCOMES: Shape(re.compile("Time ?[Ff]rame"), 6),
    Section.OTHER_OUTCOMES: Shape(re.compile("Time ?[Ff]rame"), 6),
}
"""What follows the headings of sections that begin alike on every page."""

_ENTRY_OUTCOME = re.compile("Time ?[Ff]rame")
_ENTRY_REFERENCE = re.compile("Reference Type|PMID")
MARKS: dict[Section | None, re.Pattern[str]] = {
    Section.STUDY_GROUPS: re.compile("(?:Group|Intervention) Type"),
    Section.INTERVENTIONS: re.compile("Intervention Type"),
    Section.ELIGIBILITY_CRITERIA: re.compile(
        "(?:M(?:in|ax)imum Eligible Age|Eligible Sex|Accepts Healthy Volunteers)"
    ),
    Section.SPONSORS: re.compile("Sponsor Role"),
    Section.COLLABORATORS: re.compile("Sponsor Role"),
    Section.OFFICIALS: re.compile("Role:"),
    Section.CENTRAL_CONTACTS: re.compile("Role:"),
    Section.FACILITY_CONTACTS: re.compile("Role:"),
    Section.LOCATIONS: re.compile("Site Status"),
    Section.OTHER_IDENTIFIERS: re.compile("Identifier (?:Type|Source)"),
    Section.RELATED: re.compile(r"NCT\d{8}"),
    Section.REFERENCES: _ENTRY_REFERENCE,
    Section.PRIMARY_OUTCOMES: _ENTRY_OUTCOME,
    Section.SECONDARY_OUTCOMES: _ENTRY_OUTCOME,
    Section.OTHER_OUTCOMES: _ENTRY_OUTCOME,
}
"""Lines that an entry of a section has, so that the section goes on at least so far."""


def is_helper_of(section: Section, line: str) -> bool:
    """Tell whether a line is the page's own sentence under a heading, or a near variant of it."""
    known = _HELPERS.get(section, "")
    key = line_key(line)
    if not known or not key:
        return False
    return key == known or (is_helper_like(key) and _common_share(key, known) >= _COUNTED_WORDS)


def is_helper_like(line: str) -> bool:
    """Tell whether a line is in the manner of the page's own sentences.

    They are one sentence that tells the reader what to do, without names or numbers.
    """
    return (
        len(line) <= _LONGEST_HELPER
        and line.endswith(".")
        and _HELPER.match(line_key(line)) is not None
    )


def is_about_studies(line: str) -> bool:
    """Tell whether a sentence speaks of studies as such, as the page's own do."""
    return _ABOUT_STUDIES.search(line) is not None


def _common_share(line: str, known: str) -> float:
    words = set(known.casefold().split())
    return len(words & set(line.casefold().split())) / len(words)
