"""Reads a trial's page of a registry site, kept as text: title, number, then sections.

The page is first put into the form of the registry's own JSON, so that both are read by the same
model and give the same study. What has no element there is kept in ``sourcePageSection``: related
studies, and the text of sections that are not known.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from desktop_app.errors import RecordFormatError
from desktop_app.languages import N_, _
from desktop_app.readers.reading import Oddity
from desktop_app.readers.registry_page.arms import read_arms, read_other_names
from desktop_app.readers.registry_page.basics import (
    find_head,
    read_basic_information,
    read_description,
    read_head,
    read_names,
    read_study_results,
)
from desktop_app.readers.registry_page.candidates import PageLines
from desktop_app.readers.registry_page.design import read_design, read_eligibility
from desktop_app.readers.registry_page.identifiers import read_identifiers, read_related
from desktop_app.readers.registry_page.notes import PageNotes, quote
from desktop_app.readers.registry_page.outcomes import (
    read_documents,
    read_ipd_sharing,
    read_links,
    read_outcomes,
    read_references,
)
from desktop_app.readers.registry_page.outline import PageSection, outline
from desktop_app.readers.registry_page.people import (
    SponsorRole,
    read_central_contacts,
    read_officials,
    read_responsible_party,
    read_sponsors,
)
from desktop_app.readers.registry_page.places import read_facility_contacts, read_locations
from desktop_app.readers.registry_page.sections import Section
from desktop_app.readers.registry_page.text import decode_page, split_lines
from desktop_app.readers.registry_page.values import put
from desktop_app.study.study import Study

_NUMBER = re.compile(r"^[ \t#]{0,9}NCT ID:?\s{0,9}NCT\d{8}\b", re.MULTILINE | re.IGNORECASE)
_HEADING = re.compile(
    r"^[ \t#]{0,9}(?:Study Results|Basic Information|Brief Summary|Study Design|Study Groups"
    r"|Eligibility Criteria|Sponsors|Locations)[ \t\r]{0,9}$",
    re.MULTILINE,
)
_DESCRIPTION = "protocolSection.descriptionModule"
_CONDITIONS = "protocolSection.conditionsModule"
_OUTCOMES_MODULE = "protocolSection.outcomesModule"
_TEXTS = {
    Section.BRIEF_SUMMARY: f"{_DESCRIPTION}.briefSummary",
    Section.DETAILED_DESCRIPTION: f"{_DESCRIPTION}.detailedDescription",
}
_NAMES = {
    Section.CONDITIONS: f"{_CONDITIONS}.conditions",
    Section.KEYWORDS: f"{_CONDITIONS}.keywords",
}
_OUTCOMES = {
    Section.PRIMARY_OUTCOMES: f"{_OUTCOMES_MODULE}.primaryOutcomes",
    Section.SECONDARY_OUTCOMES: f"{_OUTCOMES_MODULE}.secondaryOutcomes",
    Section.OTHER_OUTCOMES: f"{_OUTCOMES_MODULE}.otherOutcomes",
}
_READERS: dict[Section, Callable[[PageSection, dict[str, Any], PageNotes], None]] = {
    Section.STUDY_RESULTS: read_study_results,
    Section.BASIC_INFORMATION: read_basic_information,
    Section.STUDY_DESIGN: read_design,
    Section.OTHER_NAMES: read_other_names,
    Section.ELIGIBILITY_CRITERIA: read_eligibility,
    Section.SPONSORS: partial(read_sponsors, SponsorRole.LEAD),
    Section.COLLABORATORS: partial(read_sponsors, SponsorRole.COLLABORATOR),
    Section.RESPONSIBLE_PARTY: read_responsible_party,
    Section.OFFICIALS: read_officials,
    Section.CENTRAL_CONTACTS: read_central_contacts,
    Section.FACILITY_CONTACTS: read_facility_contacts,
    Section.REFERENCES: read_references,
    Section.LINKS: read_links,
    Section.DOCUMENTS: read_documents,
    Section.IPD_SHARING: read_ipd_sharing,
    Section.OTHER_IDENTIFIERS: read_identifiers,
    Section.RELATED: read_related,
}


def looks_like_registry_page(text: str) -> bool:
    """Tell whether a text, or its beginning, has a number and a heading as the page has them."""
    return _NUMBER.search(text) is not None and _HEADING.search(text) is not None


def read_registry_page(content: bytes) -> tuple[Study, tuple[Oddity, ...]]:
    """Return the study on a registry page and what was odd about the page.

    Raises RecordFormatError, with a sentence, for a text that is no such page.
    """
    notes = PageNotes()
    text, unreadable = decode_page(content)
    if unreadable:
        what = N_("Some bytes are not {encoding}; they are read as �.")
        notes.note("", what, encoding=unreadable)
    page = PageLines.of(split_lines(text))
    head = find_head(page.lines)
    if head is None:
        raise RecordFormatError(
            _("The text is not a registry page: it has no line “NCT ID: NCT…”.")
        )
    sections = outline(page, head.end)
    if not any(section.section for section in sections):
        raise RecordFormatError(
            _("The text has an NCT ID, but none of a registry page's sections.")
        )
    record: dict[str, Any] = {}
    read_head(head, page.lines[head.end : sections[0].begin], record, notes)
    _note_layout(page, sections, notes)
    _read_sections({s.section: s for s in sections if s.section}, record, notes)
    for section in sections:
        if section.section is None:
            notes.set_apart(section.heading, section.lines)
    put(record, "sourcePageSection.otherSections", notes.other_sections)
    return Study.model_validate(_without_empty(record)), notes.oddities


def _read_sections(
    sections: Mapping[Section, PageSection], record: dict[str, Any], notes: PageNotes
) -> None:
    """Read the known sections; those that look something up in others come after them."""
    for section, path in _TEXTS.items():
        if section in sections:
            read_description(path, sections[section], record)
    for section, path in _NAMES.items():
        if section in sections:
            read_names(path, sections[section], record)
    for section, path in _OUTCOMES.items():
        if section in sections:
            read_outcomes(path, sections[section], record, notes)
    groups, interventions = map(sections.get, (Section.STUDY_GROUPS, Section.INTERVENTIONS))
    read_arms(groups, interventions, record, notes)
    locations, countries = map(sections.get, (Section.LOCATIONS, Section.COUNTRIES))
    read_locations(locations, countries, record, notes)
    for section, read in _READERS.items():
        if section in sections:
            read(sections[section], record, notes)


def _note_layout(page: PageLines, sections: Iterable[PageSection], notes: PageNotes) -> None:
    if not page.spaced:
        notes.note("", N_("The text has lost its empty lines; each line is read as a paragraph."))
    for section in sections:
        if section.helper:
            what = N_("The sentence under {heading} is taken for the page's own: {sentence}")
            heading, sentence = quote(section.heading), quote(section.helper)
            notes.note("", what, heading=heading, sentence=sentence)


def _without_empty(value: Any) -> Any:
    """Return the record without empty lists and parts, which the page does not state."""
    if isinstance(value, dict):
        parts = {name: _without_empty(part) for name, part in value.items()}
        return {name: part for name, part in parts.items() if part not in ({}, [], "")}
    return [_without_empty(part) for part in value] if isinstance(value, list) else value
