"""What a query that is being typed can go on with: names of fields, and their values."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.languages import _
from desktop_app.store.facets.packing import NO_RESULTS, RESULTS, Facet
from desktop_app.store.queries.fields import FIELD_OF, FIELDS, Field, FieldKind
from desktop_app.store.queries.values import CODES, plain
from desktop_app.study.codes import code_label

_WORD = re.compile(r"(?P<sign>-?)(?P<name>[^\W\d_][\w-]*)\Z")
_VALUE = re.compile(
    r"(?:^|[\s(-])(?P<name>[^\W\d_][\w-]*):(?P<before>(?:[^\s,\"]+,|\"[^\"]*\",)*)"
    r"(?P<value>\"?[^\s,\"]*|\"[^\"]*)\Z"
)
_TO_QUOTE = re.compile(r"[\s,()\"]")
_MOST = 60


@dataclass(frozen=True, slots=True)
class Completion:
    """What may stand in a query from ``start`` on, in place of ``length`` characters.

    ``text`` is what is put in, ``label`` what it means, in the spoken language.
    """

    start: int
    length: int
    text: str
    label: str


def completions(
    text: str, cursor: int, known: Mapping[str, Sequence[str]]
) -> tuple[Completion, ...]:
    """Return what can stand where the cursor is.

    ``known`` are values that are told by the library: ``country``, ``tag``, ``collection``,
    ``own``; all in the order in which they are to be offered.
    """
    before = text[:cursor]
    in_value = _VALUE.search(before)
    if in_value is not None:
        field = FIELD_OF.get(in_value["name"].casefold())
        found = () if field is None else _values(field, in_value, cursor, known)
        return tuple(found)[:_MOST]
    begun = _WORD.search(before)
    if begun is None or (begun.start() and before[begun.start() - 1] not in " (\t"):
        return ()
    start = begun.start("name")
    return tuple(
        Completion(start, cursor - start, f"{field.name}:", field.label)
        for field in FIELDS
        if any(name.startswith(begun["name"].casefold()) for name in (field.name, *field.others))
    )


def _values(
    field: Field, match: re.Match[str], cursor: int, known: Mapping[str, Sequence[str]]
) -> Iterator[Completion]:
    start = match.start("value")
    typed = plain(match["value"].strip('"'))
    for value, label in _offered(field, known):
        names = (plain(value), plain(label))
        if any(name.startswith(typed) or f" {typed}" in name for name in names) or not typed:
            written = f'"{value}"' if _TO_QUOTE.search(value) else value
            yield Completion(start, cursor - start, written, label)


def _offered(field: Field, known: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, str]]:
    """Return the values of a field as they are written, with what they mean."""
    if field.name in known:
        return ((value, value) for value in known[field.name])
    if field.kind is FieldKind.HAS:
        return (
            *((RESULTS, _("Results posted")), (NO_RESULTS, _("No results posted"))),
            *(("note", _("A note of yours")), ("tag", _("A tag of yours"))),
        )
    if field.kind is FieldKind.IS:
        return (
            *(("starred", _("Starred")), ("changed", _("Changed since you read it"))),
            *(("opened", _("Opened before")), ("unread", _("Never opened"))),
        )
    codes = CODES.get(field.facet) if field.facet else None
    if codes is None:
        return ((field.example, _("For example")),) if field.example else ()
    return ((_written(field.facet, code.value), code_label(code)) for code in codes)


def _written(facet: Facet | None, value: str) -> str:
    words = value.removeprefix("PHASE") if facet is Facet.PHASE else value
    return words.lower().replace("_", "-")
