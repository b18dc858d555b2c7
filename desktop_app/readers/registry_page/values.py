"""Single values of a registry page: codes, dates, ages, counts, in the form of the API's JSON.

Each function takes the page's words and the path of the element. A value that is not of its kind
is noted; it is kept where the element can hold text, and otherwise stands in the note.
"""

import re
from enum import Enum
from functools import cache
from typing import Any

from desktop_app.languages import N_
from desktop_app.readers.registry_page.notes import PageNotes, quote
from desktop_app.study.ages import Age
from desktop_app.study.codes import Code
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import DateType, EnrollmentType, Phase

_ABSENT = frozenset({"", "-", "–", "—"})
_LONGEST_CODE = 80
_PHASE_SEPARATOR = re.compile(r"\s*[/|,;&]\s*|\s+(?=(?:EARLY|PHASE))")
_KIND = re.compile(r"\(?\s*(actual|estimated?|anticipated)\s*\)?\Z", re.IGNORECASE)
_COUNT = re.compile(
    r"(\d{1,3}(?:,\d{3})+|\d{1,12})\s*(?:participants?|subjects?)?\Z", re.IGNORECASE
)
_DAY_IN_WORDS = re.compile(r"([A-Za-z]{3,9})\.? (?:(\d{1,2}), ?)?(\d{4})\Z")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def put(record: dict[str, Any], path: str, value: Any) -> None:
    """Set the element at a path such as ``protocolSection.statusModule``; nothing for nothing."""
    if value is None or value in ("", [], {}):
        return
    *parents, name = path.split(".")
    for parent in parents:
        record = record.setdefault(parent, {})
    record[name] = value


def stated(text: str) -> str | None:
    """Return a text on one line, or None where the page prints a dash for nothing."""
    words = " ".join(text.split())
    return None if words in _ABSENT else words


def find_code(enumeration: type[Code], text: str) -> str | None:
    """Return the term that a text is, by its code or by its words (``Phase 2``, ``PHASE2``)."""
    return _terms(enumeration).get(_letters(text)) if len(text) <= _LONGEST_CODE else None


def read_code(enumeration: type[Code], text: str, path: str, notes: PageNotes) -> str | None:
    """Return the term, or the text itself where no term is known; that is noted."""
    words = stated(text)
    if words is None:
        return None
    code = find_code(enumeration, words)
    if code is None:
        what = N_("{words} is not a term that the registry's schema knows.")
        notes.note(path, what, words=quote(words))
    return code or words


def read_phases(text: str, path: str, notes: PageNotes) -> list[str]:
    """Return the phases of ``PHASE1/PHASE2``, ``PHASE1, PHASE2`` or ``NA``."""
    words = stated(text)
    if words is None:
        return []
    if find_code(Phase, words):
        return [find_code(Phase, words) or words]
    if words.casefold() in ("n/a", "not applicable"):
        return ["NA"]
    parts = [part for part in _PHASE_SEPARATOR.split(words) if part]
    places = enumerate(parts)
    return [read_code(Phase, part, f"{path}[{place}]", notes) or part for place, part in places]


def read_date(text: str, path: str, notes: PageNotes) -> str | None:
    """Return a date in the registry's form."""
    words = stated(text)
    if words is None:
        return None
    try:
        return str(PartialDate.parse(_date_in_digits(words)))
    except ValueError:
        notes.note(path, N_("{words} is not a date."), words=quote(words))
        return None


def read_date_struct(text: str, path: str, notes: PageNotes) -> dict[str, str]:
    """Return a date with its kind, where one follows: ``2018-10-01 (ACTUAL)``."""
    words, kind = _without_kind(text)
    date = read_date(words, f"{path}.date", notes)
    type_ = find_code(DateType, kind)
    return {name: value for name, value in (("date", date), ("type", type_)) if value}


def read_enrollment(text: str, path: str, notes: PageNotes) -> dict[str, Any]:
    """Return count and kind of ``12 participants (ESTIMATED)``."""
    words, kind = _without_kind(text)
    match = _COUNT.match(words)
    if match is None and stated(words):
        what = N_("{words} is not a number of participants.")
        notes.note(f"{path}.count", what, words=quote(words))
    count = int(match[1].replace(",", "")) if match else None
    type_ = find_code(EnrollmentType, kind)
    return {name: value for name, value in (("count", count), ("type", type_)) if value is not None}


def read_age(text: str, path: str, notes: PageNotes) -> str | None:
    """Return an age in the registry's form; ``N/A`` says that there is no limit."""
    words = stated(text)
    if words is None:
        return None
    try:
        return Age.parse(words).to_source()
    except ValueError:
        notes.note(path, N_("{words} is not an age."), words=quote(words))
        return None


def read_yes_no(text: str, path: str, notes: PageNotes) -> bool | None:
    """Return what ``Yes`` or ``No`` says."""
    words = stated(text)
    if words is None:
        return None
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(words.casefold())
    if answer is None:
        notes.note(path, N_("{words} is neither yes nor no."), words=quote(words))
    return answer


@cache
def _terms(enumeration: type[Code]) -> dict[str, str]:
    members: list[Code] = [member for member in enumeration if isinstance(member, Enum)]
    by_label = {_letters(member.label): str(member.value) for member in members}
    return by_label | {_letters(str(member.value)): str(member.value) for member in members}


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum()).upper()


def _without_kind(text: str) -> tuple[str, str]:
    """Part ``(ESTIMATED)`` from a date or count; the registry once said "anticipated" for it."""
    words = " ".join(text.split())
    match = _KIND.search(words)
    if match is None:
        return words, ""
    kind = "ACTUAL" if match[1].casefold() == "actual" else "ESTIMATED"
    return words[: match.start()].strip(), kind


def _date_in_digits(text: str) -> str:
    match = _DAY_IN_WORDS.match(text)
    if match is None or match[1][:3].casefold() not in _MONTHS:
        return text
    month = _MONTHS.index(match[1][:3].casefold()) + 1
    return f"{match[3]}-{month:02d}" + (f"-{int(match[2]):02d}" if match[2] else "")
