"""The content of documents: its hash, and whether two documents hold the same.

The day of the registry's data moves every working day, for all studies, whether anything changed
or not, and is no content.
"""

import hashlib
import re
from typing import Any

from desktop_app.errors import RecordFormatError
from desktop_app.readers.encodings import to_utf8
from desktop_app.readers.json_values import JsonObject, parse_json

_HASH_BYTES = 16
_NAME = b'"versionHolder"'
_DAY = re.compile(rb'"versionHolder"\s*+:\s*+"[^"\\]*+"')


def hashes(document: bytes) -> tuple[bytes, bytes]:
    """Return the SHA-256 of a document, and 16 bytes that are equal for equal content.

    Other layouts of the same content have other hashes.
    """
    at = document.rfind(_NAME)
    day = _DAY.match(document, at) if at >= 0 else None
    if day is None:
        digest = hashlib.sha256(document).digest()
        return digest, digest[:_HASH_BYTES]
    # One pass for both: they have the same beginning.
    whole = hashlib.sha256(memoryview(document)[:at])
    content = whole.copy()
    whole.update(memoryview(document)[at:])
    content.update(memoryview(document)[day.end() :])
    return whole.digest(), content.digest()[:_HASH_BYTES]


def raw_record(document: bytes) -> JsonObject | None:
    """Return the record that a JSON document holds; None where it holds none."""
    try:
        value, _ = parse_json(to_utf8(document))
    except RecordFormatError:
        return None
    return value if isinstance(value, dict) else None


def is_same_content(one: JsonObject, other: JsonObject) -> bool:
    """Tell whether two records hold the same, whatever the layout of their documents."""
    return bool(_without_day(_pruned(one)) == _without_day(_pruned(other)))


def _pruned(value: Any) -> Any:
    """Return a value without its empty parts, which say nothing."""
    if isinstance(value, dict):
        kept = {name: _pruned(one) for name, one in value.items()}
        return {name: one for name, one in kept.items() if one not in (None, {}, [])}
    if isinstance(value, list):
        return [_pruned(one) for one in value]
    return value


def _without_day(raw: JsonObject) -> JsonObject:
    derived = raw.get("derivedSection")
    if not isinstance(derived, dict) or not isinstance(derived.get("miscInfoModule"), dict):
        return raw
    misc = {k: v for k, v in derived["miscInfoModule"].items() if k != "versionHolder"}
    derived = {k: v for k, v in derived.items() if k != "miscInfoModule"}
    if misc:
        derived["miscInfoModule"] = misc
    rest = {k: v for k, v in raw.items() if k != "derivedSection"}
    return rest | {"derivedSection": derived} if derived else rest
