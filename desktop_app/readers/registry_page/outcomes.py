"""Outcomes, references, links, documents and data sharing on a registry page."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from desktop_app.languages import N_
from desktop_app.readers.registry_page.interventions import after_first, last_filled
from desktop_app.readers.registry_page.labels import Element, coded, read_labelled, words
from desktop_app.readers.registry_page.marks import (
    Mark,
    MarkNames,
    Segment,
    Token,
    read_tokens,
    segments,
)
from desktop_app.readers.registry_page.notes import PageNotes
from desktop_app.readers.registry_page.outline import PageSection
from desktop_app.readers.registry_page.text import filled, prose
from desktop_app.readers.registry_page.values import find_code, put, read_code, stated
from desktop_app.study.enumerations import IpdSharing, ReferenceType

_REFERENCES = "protocolSection.referencesModule"
_IPD = "protocolSection.ipdSharingStatementModule"
_TIME_FRAME_MARKS: MarkNames = {"Time Frame": None, "Timeframe": None, "Time frame": None}
_REFERENCE_MARKS: MarkNames = {"Reference Type": ReferenceType, "PMID": None}
_DOCUMENT_MARKS: MarkNames = {"Document Type": None}
_IPD_LABELS = {
    "Plan to Share IPD": Element(f"{_IPD}.ipdSharing", coded(IpdSharing)),
    "IPD Sharing": Element(f"{_IPD}.ipdSharing", coded(IpdSharing)),
    "IPD Sharing Statement": Element(f"{_IPD}.ipdSharing", coded(IpdSharing)),
    "Description": Element(f"{_IPD}.description"),
    "Plan Description": Element(f"{_IPD}.description"),
    "Time Frame": Element(f"{_IPD}.timeFrame"),
    "Access Criteria": Element(f"{_IPD}.accessCriteria"),
    "URL": Element(f"{_IPD}.url", words),
}
_PMID = re.compile(r"(\d{1,12})\b")
_ADDRESS = re.compile(r"https?://\S+\Z")
_BUTTONS = frozenset({"View Document", "View Link", "View"})
_DOCUMENT_PARTS = {
    "hasProtocol": "Study Protocol",
    "hasSap": "Statistical Analysis Plan",
    "hasIcf": "Informed Consent Form",
}


def read_outcomes(
    path: str, section: PageSection, record: dict[str, Any], notes: PageNotes
) -> None:
    """Read outcomes: measure, description and time frame.

    The time frame is last, or it stands before the description where text follows the last one
    and nothing but a measure comes before the first.
    """
    found = list(segments(read_tokens(section.lines, _TIME_FRAME_MARKS)))
    if len(found) == 1:
        notes.set_apart(section.heading, section.lines)
        return
    has_lone_measure = len(filled(found[0].lines)) == 1
    is_frame_first = has_lone_measure and any(found[-1].lines)
    if not is_frame_first:
        notes.set_apart(section.heading, found[-1].lines)
        if has_lone_measure and any(len(filled(segment.lines)) > 1 for segment in found):
            what = N_("Which lines are measures and which descriptions is not certain.")
            notes.note(path, what)
    outcomes = _frame_first(found, section) if is_frame_first else _frame_last(found, section)
    put(record, path, outcomes)


def _frame_last(found: Sequence[Segment], section: PageSection) -> list[dict[str, str]]:
    outcomes = []
    for segment in found:
        if segment.mark:
            measure, description = after_first(segment.lines)
            outcomes.append(_outcome(measure, description, segment.mark.value, section))
    return outcomes


def _frame_first(found: Sequence[Segment], section: PageSection) -> list[dict[str, str]]:
    outcomes = []
    _, measure = last_filled(found[0].lines)
    for segment, following in pairwise(found):
        lines = following.lines
        description, next_measure = last_filled(lines) if following.mark else (lines, "")
        frame = segment.mark.value if segment.mark else ""
        outcomes.append(_outcome(measure, description, frame, section))
        measure = next_measure
    return outcomes


def read_references(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read the references: a citation with its kind and number in PubMed."""
    path = f"{_REFERENCES}.references"
    references: list[dict[str, Any]] = []
    for entry in _entries(read_tokens(section.lines, _REFERENCE_MARKS)):
        at = f"{path}[{len(references)}]"
        number = _PMID.match(entry.get("PMID", ""))
        elements = {
            "pmid": number[1] if number else None,
            "type": read_code(ReferenceType, entry.get("Reference Type", ""), f"{at}.type", notes),
            "citation": entry.get("", None),
        }
        references.append({name: value for name, value in elements.items() if value})
    put(record, path, references)


def read_links(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read links: a label, if there is one, and an address."""
    links: list[dict[str, str]] = []
    label: list[str] = []
    for line in filled(section.lines):
        if _ADDRESS.match(line):
            links.append(({"label": " ".join(label)} if label else {}) | {"url": line})
            label = []
        else:
            label.append(line)
    put(record, f"{_REFERENCES}.seeAlsoLinks", links)
    notes.set_apart(section.heading, label)


def read_documents(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read the documents posted with the record; the page says of what kind each is."""
    documents: list[dict[str, Any]] = []
    for token in read_tokens(section.lines, _DOCUMENT_MARKS):
        if isinstance(token, Mark):
            parts = {key: True for key, words in _DOCUMENT_PARTS.items() if words in token.value}
            documents.append({"label": token.value, **parts})
        elif token.strip() not in _BUTTONS:
            notes.set_apart(section.heading, [token])
    put(record, "documentSection.largeDocumentModule.largeDocs", documents)


def read_ipd_sharing(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read the plan to share data: a code, then text, some of it with labels."""
    answer, rest = after_first(section.lines)
    lines = section.lines
    code = find_code(IpdSharing, answer)
    if code:
        put(record, f"{_IPD}.ipdSharing", code)
        lines = ("Description", *rest)
    read_labelled(lines, _IPD_LABELS, section.heading, section.spaced, record, notes)


def _outcome(
    measure: str, description: Sequence[str], frame: str, section: PageSection
) -> dict[str, str]:
    text = prose(description, section.spaced)
    elements = {"measure": measure, "description": text, "timeFrame": stated(frame)}
    return {name: value for name, value in elements.items() if value}


def _entries(tokens: Iterable[Token]) -> list[dict[str, str]]:
    """Return the references; a line after a label, or a label again, begins the next one."""
    entries: list[dict[str, str]] = []
    for token in tokens:
        name, value = (token.name, token.value) if isinstance(token, Mark) else ("", token.strip())
        if name or value:
            has_label = entries and len(entries[-1]) > ("" in entries[-1])
            if not entries or name in entries[-1] or (not name and has_label):
                entries.append({})
            entries[-1][name] = value
    return entries
