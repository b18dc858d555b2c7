"""Other identifiers and related studies on a registry page."""

import re
from collections.abc import Sequence
from typing import Any

from desktop_app.languages import N_
from desktop_app.readers.registry_page.marks import Mark, MarkNames, Token, read_tokens
from desktop_app.readers.registry_page.notes import PageNotes, quote
from desktop_app.readers.registry_page.outline import PageSection
from desktop_app.readers.registry_page.text import filled
from desktop_app.readers.registry_page.values import find_code, put, read_code, read_phases, stated
from desktop_app.study.codes import Code
from desktop_app.study.enumerations import OrgStudyIdType, SecondaryIdType, Status

_MODULE = "protocolSection.identificationModule"
_SECONDARY = f"{_MODULE}.secondaryIdInfos"
_RELATED = "sourcePageSection.relatedStudies"
_MARKS: MarkNames = {
    "Identifier Type": None,
    "Identifier Source": None,
    "Identifier Domain": None,
    "Identifier Link": None,
}
# What the page prints for a link, whose address a copy does not hold.
_BUTTONS = frozenset({"View Link", "View"})
_ADDRESS = re.compile(r"https?://\S+\Z")
_NCT_LINE = re.compile(r"(?P<nct>[Nn][Cc][Tt]\d{8})\b[ \t\xa0,;|-]*(?P<rest>.*)\Z", re.DOTALL)
_PHASES_AT_END = re.compile(
    r"(?:^|(?<=\s))(?:(?:EARLY_)?PHASE\d|NA|N/A)(?:[ ,/|]+(?:(?:EARLY_)?PHASE\d|NA))*\Z"
)
_LONGEST_STATE = 200


def read_identifiers(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read the identifiers other than the registry's number, by the source the page names."""
    for entry in _entries(read_tokens(section.lines, _MARKS)):
        identifier, *others = entry.get("lines", [""])
        for line in others:
            if _ADDRESS.match(line):
                entry.setdefault("Identifier Link", [line])
            elif "Identifier Domain" not in entry:
                entry["Identifier Domain"] = [line]
            else:
                notes.set_apart(section.heading, [line])
        _add_identifier(identifier, entry, record, notes)


def read_related(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read the related studies: a title, then a line with number, status and phases."""
    studies: list[dict[str, Any]] = []
    lines: list[str] = []
    for line in filled(section.lines):
        match = _NCT_LINE.match(line)
        if match:
            *before, title = lines or [""]
            notes.set_apart(section.heading, before)
            studies.append(
                {"nctId": match["nct"].upper()} | ({"briefTitle": title} if title else {})
            )
            _add_state(match["rest"], studies, notes)
            lines = []
        elif studies and not lines and _is_missing_state(line, studies[-1]):
            _add_state(line, studies, notes)
        else:
            lines.append(line)
    notes.set_apart(section.heading, lines)
    put(record, _RELATED, studies)


def _entries(tokens: Sequence[Token]) -> list[dict[str, list[str]]]:
    """Return the identifiers; each is a line with labelled lines after it."""
    entries: list[dict[str, list[str]]] = []
    for token in tokens:
        if isinstance(token, Mark):
            if not entries or token.name in entries[-1]:
                entries.append({})
            entries[-1][token.name] = [token.value]
        elif stated(token[:200]) and token.strip() not in _BUTTONS:
            is_new = not entries or "Identifier Source" in entries[-1]
            if is_new and not _ADDRESS.match(token.strip()):
                entries.append({})
            if entries:
                entries[-1].setdefault("lines", []).append(token.strip())
    return entries


def _add_identifier(
    identifier: str, entry: dict[str, list[str]], record: dict[str, Any], notes: PageNotes
) -> None:
    source = (entry.get("Identifier Source") or [""])[0]
    module = record.setdefault("protocolSection", {}).setdefault("identificationModule", {})
    if source == "nct_alias":
        module.setdefault("nctIdAliases", []).append(identifier)
    elif source == "org_study_id" and "orgStudyIdInfo" not in module:
        path = f"{_MODULE}.orgStudyIdInfo"
        module["orgStudyIdInfo"] = _id_info(identifier, entry, OrgStudyIdType, path, notes)
    else:
        infos = module.setdefault("secondaryIdInfos", [])
        path = f"{_SECONDARY}[{len(infos)}]"
        if source not in ("secondary_id", "org_study_id", ""):
            what = N_("{words} is not a known source of an identifier.")
            notes.note(path, what, words=quote(source))
            entry.setdefault("Identifier Domain", [source])
        infos.append(_id_info(identifier, entry, SecondaryIdType, path, notes))


def _id_info(
    identifier: str,
    entry: dict[str, list[str]],
    enumeration: type[Code],
    path: str,
    notes: PageNotes,
) -> dict[str, str]:
    values = {name: stated(entry.get(name, [""])[0]) for name in _MARKS}
    elements = {
        "id": identifier,
        "type": read_code(enumeration, values["Identifier Type"] or "", f"{path}.type", notes),
        "domain": values["Identifier Domain"],
        "link": values["Identifier Link"],
    }
    return {name: value for name, value in elements.items() if value}


def _is_missing_state(line: str, study: dict[str, Any]) -> bool:
    """Tell whether a line is the status or phase that the line of the number lacks."""
    is_status = "overallStatus" not in study and find_code(Status, line)
    return bool(
        is_status or ("phases" not in study and _PHASES_AT_END.match(line[:_LONGEST_STATE]))
    )


def _add_state(text: str, studies: Sequence[dict[str, Any]], notes: PageNotes) -> None:
    """Read ``COMPLETED PHASE1`` into the last study; either part may be missing."""
    path = f"{_RELATED}[{len(studies) - 1}]"
    words = " ".join(text.split())
    match = _PHASES_AT_END.search(words) if len(words) <= _LONGEST_STATE else None
    phases = match[0] if match else ""
    status = words[: match.start()].strip(" ,;|") if match else words
    put(studies[-1], "phases", read_phases(phases, f"{path}.phases", notes))
    put(studies[-1], "overallStatus", read_code(Status, status, f"{path}.overallStatus", notes))
