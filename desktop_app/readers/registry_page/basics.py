"""Head of a registry page, study results, basic information and descriptions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.languages import N_
from desktop_app.readers.registry_page.labels import Element, coded, read_labelled, words
from desktop_app.readers.registry_page.notes import PageNotes, quote
from desktop_app.readers.registry_page.outline import PageSection
from desktop_app.readers.registry_page.text import filled, line_key, list_items, prose
from desktop_app.readers.registry_page.values import (
    put,
    read_date,
    read_date_struct,
    read_enrollment,
    read_phases,
    read_yes_no,
)
from desktop_app.study.enumerations import EnrollmentType, Status, StudyType

_IDENTIFICATION = "protocolSection.identificationModule"
_STATUS = "protocolSection.statusModule"
_DESIGN = "protocolSection.designModule"

_NCT_LINE = re.compile(r"NCT ID:?(?: ?([Nn][Cc][Tt]\d{8}))?\Z")
_NCT_ID = re.compile(r"[Nn][Cc][Tt]\d{8}\Z")
_NO_RESULTS = re.compile("(?:no results|results (?:are )?(?:pending|not))", re.IGNORECASE)
_RESULTS = re.compile("(?:results (?:are )?(?:available|posted|published))", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OWN_SENTENCE = "The study team has "

HEAD_LABELS = {
    "Last Updated": Element(f"{_STATUS}.lastUpdatePostDateStruct", read_date_struct),
    "Official Title": Element(f"{_IDENTIFICATION}.officialTitle", words),
    "Acronym": Element(f"{_IDENTIFICATION}.acronym", words),
}
BASIC_LABELS = HEAD_LABELS | {
    "Recruitment Status": Element(f"{_STATUS}.overallStatus", coded(Status)),
    "Overall Status": Element(f"{_STATUS}.overallStatus", coded(Status)),
    "Last Known Status": Element(f"{_STATUS}.lastKnownStatus", coded(Status)),
    "Why Stopped": Element(f"{_STATUS}.whyStopped"),
    "Why Study Stopped": Element(f"{_STATUS}.whyStopped"),
    "Clinical Phase": Element(f"{_DESIGN}.phases", read_phases),
    "Study Phase": Element(f"{_DESIGN}.phases", read_phases),
    "Total Enrollment": Element(f"{_DESIGN}.enrollmentInfo", read_enrollment),
    "Enrollment Type": Element(f"{_DESIGN}.enrollmentInfo.type", coded(EnrollmentType)),
    "Study Classification": Element(f"{_DESIGN}.studyType", coded(StudyType)),
    "Study Type": Element(f"{_DESIGN}.studyType", coded(StudyType)),
    "Patient Registry": Element(f"{_DESIGN}.patientRegistry", read_yes_no),
    "Target Duration": Element(f"{_DESIGN}.targetDuration", words),
    "Study Start Date": Element(f"{_STATUS}.startDateStruct", read_date_struct),
    "Primary Completion Date": Element(f"{_STATUS}.primaryCompletionDateStruct", read_date_struct),
    "Study Completion Date": Element(f"{_STATUS}.completionDateStruct", read_date_struct),
    "Study First Submitted": Element(f"{_STATUS}.studyFirstSubmitDate", read_date),
    "Study First Posted": Element(f"{_STATUS}.studyFirstPostDateStruct", read_date_struct),
    "Results First Posted": Element(f"{_STATUS}.resultsFirstPostDateStruct", read_date_struct),
    "Verification Date": Element(f"{_STATUS}.statusVerifiedDate", read_date),
}


@dataclass(frozen=True, slots=True)
class PageHead:
    """Number and title of a page; ``end`` is the line after the number."""

    nct_id: str
    title: str
    before_title: tuple[str, ...]
    end: int


def find_head(lines: Sequence[str]) -> PageHead | None:
    """Return the head of the page, or None for a text that has none.

    The title is the last line before the number: a copy of a whole browser window has the
    site's menu before it.
    """
    for place, line in enumerate(lines):
        match = _NCT_LINE.match(line_key(line)) if "NCT ID" in line[:40] else None
        if match:
            end, nct_id = (place + 1, match[1]) if match[1] else _number_below(lines, place)
            if nct_id:
                *before, title = filled(lines[:place]) or [""]
                return PageHead(nct_id.upper(), title.lstrip("# "), tuple(before), end)
    return None


def read_head(
    head: PageHead, lines: Sequence[str], record: dict[str, Any], notes: PageNotes
) -> None:
    """Read title, number and the date of the last update; ``lines`` end before the sections."""
    put(record, f"{_IDENTIFICATION}.nctId", head.nct_id)
    put(record, f"{_IDENTIFICATION}.briefTitle", head.title)
    if not head.title:
        what = N_("The page has no title before its number.")
        notes.note(f"{_IDENTIFICATION}.briefTitle", what)
    notes.set_apart("Before the title", head.before_title)
    read_labelled(lines, HEAD_LABELS, "NCT ID", True, record, notes)


def read_study_results(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read whether results are posted; the page's own sentence on it says nothing more."""
    lines = [line for line in filled(section.lines) if not line.startswith(_OWN_SENTENCE)]
    state, *rest = lines or [""]
    if _NO_RESULTS.match(state):
        put(record, "hasResults", False)
    elif _RESULTS.match(state):
        put(record, "hasResults", True)
        day = _DAY.search(state[:200])
        path = f"{_STATUS}.resultsFirstPostDateStruct.date"
        put(record, path, read_date(day[0], path, notes) if day else None)
    elif state:
        what = N_("{words} does not say whether results are posted.")
        notes.note("hasResults", what, words=quote(state))
        rest = lines
    notes.set_apart(section.heading, rest)


def read_basic_information(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read status, phase, enrollment, study type and dates."""
    read_labelled(section.lines, BASIC_LABELS, section.heading, section.spaced, record, notes)


def read_description(path: str, section: PageSection, record: dict[str, Any]) -> None:
    """Read running text as the element at ``path``."""
    put(record, path, prose(section.lines, section.spaced))


def read_names(path: str, section: PageSection, record: dict[str, Any]) -> None:
    """Read one name a line as the list at ``path``."""
    put(record, path, list_items(section.lines))


def _number_below(lines: Sequence[str], place: int) -> tuple[int, str]:
    for below in range(place + 1, min(place + 4, len(lines))):
        if lines[below]:
            number = lines[below].strip()
            return (below + 1, number) if _NCT_ID.match(number) else (0, "")
    return 0, ""
