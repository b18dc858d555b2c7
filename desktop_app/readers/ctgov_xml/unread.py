"""Tells what of a document was not read: elements without a place, and unknown ones."""

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from desktop_app.languages import N_
from desktop_app.readers.ctgov_xml.elements import Ledger
from desktop_app.readers.noted import Note, noted
from desktop_app.readers.reading import Oddity

_GONE = N_("the registry's present records have no such element")
WITHOUT_PLACE: Mapping[str, str] = {
    "is_fda_regulated": _GONE,
    "is_section_801": _GONE,
    "oversight_info/authority": _GONE,
    "primary_outcome/safety_issue": _GONE,
    "secondary_outcome/safety_issue": _GONE,
    "other_outcome/safety_issue": _GONE,
    "clinical_results/outcome_list/outcome/safety_issue": _GONE,
    "location/investigator/affiliation": N_(
        "the affiliation of a site's investigator has no place"
    ),
}
"""Elements of the registry's XML that the model has no place for; they are reported."""

SILENT: frozenset[str] = frozenset({"required_header/link_text", "required_header/url"})
"""Elements that say nothing about the study: they are the same in every record."""

UNKNOWN = N_("it is not known how to read this")

_MOST_PATHS = 200
_SHOWN = 5
_SHOWN_LENGTH = 120


def unread(ledger: Ledger) -> Iterator[Oddity]:
    """Yield, once for every path, what of a document nobody asked for."""
    found: dict[str, Counter[str]] = {}
    for path, text in _walk(ledger, ledger.root, ""):
        found.setdefault(path, Counter())[text] += 1
    for path, texts in islice(found.items(), _MOST_PATHS):
        reason = Note(WITHOUT_PLACE.get(path, UNKNOWN))
        what = noted(N_("{reason}: {texts}"), reason=reason, texts=_shown(texts))
        yield Oddity(f"{ledger.root.tag}/{path}", what)
    if len(found) > _MOST_PATHS:
        more = N_("{count} more kinds of elements: {reason}")
        count = len(found) - _MOST_PATHS
        yield Oddity(ledger.root.tag, noted(more, count=count, reason=Note(UNKNOWN)))


def _walk(ledger: Ledger, element: ET.Element, path: str) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        known = (element, name) in ledger.attributes or name.startswith(("xmlns", "xsi:"))
        if not known and (path, name) != ("", "rank"):
            yield f"{path}/@{name}".lstrip("/"), value
    if element not in ledger.texts and element.text and element.text.strip():
        yield f"{path}/text()", element.text
    for child in element:
        child_path = f"{path}/{child.tag}" if path else child.tag
        if child in ledger.elements:
            yield from _walk(ledger, child, child_path)
        elif child_path not in SILENT:
            yield child_path, "".join(child.itertext())
        if child.tail and child.tail.strip():
            yield f"{path}/text()".lstrip("/"), child.tail


def _shown(texts: Counter[str]) -> Note | str:
    first = [f"{_short(text)} (×{n})" if n > 1 else _short(text) for text, n in texts.items()]
    more = len(first) - _SHOWN
    shown = "; ".join(first[:_SHOWN])
    return noted(N_("{texts}; and {count} more"), texts=shown, count=more) if more > 0 else shown


def _short(text: str) -> str:
    words = " ".join(text.split())
    return repr(words if len(words) <= _SHOWN_LENGTH else words[:_SHOWN_LENGTH] + "…")
