"""Tells which elements and codes of a raw record the registry's schema does not know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from desktop_app.languages import N_
from desktop_app.readers.json_values import JsonObject
from desktop_app.readers.noted import Note, noted
from desktop_app.readers.reading import Oddity
from desktop_app.study.base import RecordModel, part_model
from desktop_app.study.study import Study

UNKNOWN_TERM = N_("the registry's schema does not know the term {term}")


@dataclass(frozen=True, slots=True)
class Node:
    """What a part may hold: all its element names, and the parts among them."""

    names: frozenset[str]
    parts: Mapping[str, "Node"]


def unknown_elements(raw: JsonObject, unknown_codes: frozenset[str]) -> Iterator[Oddity]:
    """Yield every unknown element once a path, and every place of an unknown code."""
    seen: set[str] = set()
    for path, note in _walk(raw, _node(Study), "", unknown_codes):
        if path not in seen:
            seen.add(path)
            yield Oddity(path, note)


def _walk(
    raw: JsonObject, node: Node, path: str, codes: frozenset[str]
) -> Iterator[tuple[str, Note]]:
    for name in raw.keys() - node.names:
        yield _join(path, name), Note(N_("the registry's schema does not know this element"))
    if codes:
        yield from _places_of(codes, raw, path)
    for name, part in node.parts.items():
        value = raw.get(name)
        if isinstance(value, dict):
            yield from _walk(value, part, _join(path, name), codes)
        elif isinstance(value, list):
            for one in value:
                if isinstance(one, dict):
                    yield from _walk(one, part, f"{_join(path, name)}[]", codes)


def _places_of(codes: frozenset[str], raw: JsonObject, path: str) -> Iterator[tuple[str, Note]]:
    for name, value in raw.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and one in codes:
                yield _join(path, name), noted(UNKNOWN_TERM, term=repr(one))


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


@cache
def _node(model: type[RecordModel]) -> Node:
    parts = {}
    for element in model.model_fields.values():
        part = part_model(element.annotation)
        if part is not None:
            parts[str(element.alias)] = _node(part)
    names = frozenset(str(element.alias) for element in model.model_fields.values())
    return Node(names, parts)
