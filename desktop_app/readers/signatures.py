"""What a source is, told from its first bytes and never from its name."""

import re
from enum import Enum

from desktop_app.languages import N_, _
from desktop_app.readers.encodings import to_utf8

_LOOKED_AT = 65_536
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TABLE = re.compile(rb'"?(NCT Number|Rank|nct_id)"?[,\t]', re.IGNORECASE)


class Kind(Enum):
    """A kind of source; the value is a sentence for those that hold no record."""

    JSON = "json"
    XML = "xml"
    REGISTRY_PAGE = "page"
    ZIP = N_("It is a ZIP archive inside another source, which is not opened.")
    EMPTY = N_("It is empty.")
    HTML = N_(
        "It is a web page as HTML. Download the study as JSON, or copy the text of the page"
        " and paste it."
    )
    TABLE = N_(
        "It is a table (CSV) of the registry, which holds no whole records. Download the"
        " studies as JSON instead."
    )
    PDF = N_("It is a PDF document, not a record. Download the study as JSON instead.")
    COMPRESSED = N_("It is compressed in a form that is not opened here. Unpack it first.")
    LIBRARY = N_(
        "It is a library file. Open it by itself, and what it would bring is told before it is"
        " imported."
    )
    BINARY = N_("It is not text, so it is no record of a study.")
    TEXT = N_(
        "It is text, but neither a record of ClinicalTrials.gov (JSON or XML) nor a registry"
        " page with its sections."
    )


_MAGIC = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"%PDF", Kind.PDF),
    (b"\x1f\x8b", Kind.COMPRESSED),
    (b"BZh", Kind.COMPRESSED),
    (b"\xfd7zXZ", Kind.COMPRESSED),
    (b"7z\xbc\xaf", Kind.COMPRESSED),
    (b"(\xb5/\xfd", Kind.COMPRESSED),
    (b"\x89PNG", Kind.BINARY),
    (b"SQLite format 3", Kind.BINARY),
)


def kind_of(head: bytes) -> Kind:
    """Tell what a source is from its beginning; all of it, if it is short."""
    if head.startswith(b"SQLite format 3") and head[68:72] == b"TPVX":
        return Kind.LIBRARY
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    text = to_utf8(head[:_LOOKED_AT]).lstrip()
    if not text:
        return Kind.EMPTY if not to_utf8(head).strip() else Kind.TEXT
    if text[:1] in (b"{", b"["):
        return Kind.JSON
    if text[:1] == b"<":
        return Kind.HTML if _is_html(text) else Kind.XML
    return _kind_of_text(text)


def _is_html(text: bytes) -> bool:
    start = text[:1000].lower()
    return start.startswith((b"<!doctype html", b"<html")) or b"<html" in start


def _kind_of_text(text: bytes) -> Kind:
    # Its grammar is loaded only where it can be needed.
    from desktop_app.readers.registry_page import looks_like_registry_page

    if looks_like_registry_page(text.decode("utf-8", "replace")):
        return Kind.REGISTRY_PAGE
    if _TABLE.match(text):
        return Kind.TABLE
    return Kind.BINARY if _CONTROLS.search(text[:4096]) else Kind.TEXT


def sentence_about(kind: Kind) -> str:
    """Return why a source of a kind holds no record."""
    return _(kind.value)
