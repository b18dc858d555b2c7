"""What belongs to the person as rows of JSON, and back; nothing in a row is believed."""

import json
from collections.abc import Iterable, Iterator

from desktop_app.store.exchange.format import LARGEST_PERSONAL_BYTES
from desktop_app.store.personal.exchange import Dump, DumpedStudy

_LONGEST_NAME = 1_000
_LARGEST_NUMBER = 99_999_999
_LATEST = 1 << 62
Row = tuple[str, str]
"""What it is, and its JSON."""


def rows_of(dump: Dump) -> Iterator[Row]:
    """Yield the rows of what belongs to the person."""
    for name, colour in dump.tags:
        yield "tag", json.dumps({"name": name, "colour": colour})
    for study in dump.studies:
        yield "study", json.dumps(_values_of(study))
    for name, numbers in dump.collections:
        yield "collection", json.dumps({"name": name, "studies": numbers})
    for name, query in dump.searches:
        yield "search", json.dumps({"name": name, "query": query})
    for name, query in dump.registry_searches:
        yield "registry_search", json.dumps({"name": name, "query": query})


def dump_of(rows: Iterable[Row]) -> Dump:
    """Return what belongs to the person; what is not as it is written here is passed over."""
    studies: list[DumpedStudy] = []
    tags: dict[str, tuple[str, str]] = {}
    collections: list[tuple[str, tuple[int, ...]]] = []
    searches: list[tuple[str, str]] = []
    of_registry: list[tuple[str, str]] = []
    for kind, content in rows:
        values = _values(content)
        match kind:
            case "tag" if name := _name(values.get("name")):
                tags[name.casefold()] = (name, _text(values.get("colour")))
            case "study" if (study := _study(values)) is not None:
                studies.append(study)
            case "collection" if name := _name(values.get("name")):
                collections.append((name, _numbers(values.get("studies"))))
            case "search" if name := _name(values.get("name")):
                searches.append((name, _text(values.get("query"))))
            case "registry_search" if name := _name(values.get("name")):
                of_registry.append((name, _text(values.get("query"))))
    for study in studies:
        for name in study.tags:
            tags.setdefault(name.casefold(), (name, ""))
    return Dump(
        tuple(studies),
        tuple(tags.values()),
        tuple(collections),
        tuple(searches),
        tuple(of_registry),
    )


def _values_of(study: DumpedStudy) -> dict[str, object]:
    values: dict[str, object] = {
        "nct_number": study.nct_number,
        "starred_at": study.starred_at,
        "tags": study.tags,
        "note": study.note,
        "note_changed_at": study.note_changed_at,
        "own_status": study.own_status,
        "own_status_changed_at": study.own_status_changed_at,
    }
    return {name: value for name, value in values.items() if value not in (None, "", 0, ())}


def _study(values: dict[str, object]) -> DumpedStudy | None:
    (number, *_more) = (*_numbers([values.get("nct_number")]), 0)
    if not number:
        return None
    starred_at = _time(values.get("starred_at"))
    return DumpedStudy(
        number,
        starred_at or None,
        _names(values.get("tags")),
        _text(values.get("note")),
        _time(values.get("note_changed_at")),
        _text(values.get("own_status"))[:_LONGEST_NAME],
        _time(values.get("own_status_changed_at")),
    )


def _values(content: str) -> dict[str, object]:
    if len(content) > LARGEST_PERSONAL_BYTES:
        return {}
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _text(value: object) -> str:
    """Return a text that can be stored: half a character cannot."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def _name(value: object) -> str:
    return _text(value).strip()[:_LONGEST_NAME]


def _names(value: object) -> tuple[str, ...]:
    names = map(_name, value) if isinstance(value, list) else ()
    return tuple(dict.fromkeys(filter(None, names)))


def _numbers(value: object) -> tuple[int, ...]:
    numbers = value if isinstance(value, list) else []
    return tuple(
        dict.fromkeys(
            number
            for number in numbers
            if isinstance(number, int)
            and not isinstance(number, bool)
            and 0 < number <= _LARGEST_NUMBER
        )
    )


def _time(value: object) -> int:
    is_time = isinstance(value, int) and not isinstance(value, bool) and 0 < value < _LATEST
    return value if is_time and isinstance(value, int) else 0
