"""The value of a field, as a node of the tree or as what is wrong with it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop_app.store.facets.packing import Facet
from desktop_app.store.queries.fields import Field, FieldKind
from desktop_app.store.queries.oddities import Problem, nearest
from desktop_app.store.queries.ranges import Span, age_span, date_span, number_span
from desktop_app.store.queries.tree import (
    Countries,
    Either,
    Mark,
    Node,
    Not,
    Phrase,
    Spans,
    Terms,
    Words,
)
from desktop_app.store.queries.values import Alternatives, plain, spellings, terms_of

_COMMA = re.compile(r",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*\Z)")
_MARKS = '"“”„«»‟'
_HAS = ("note", "tag", "star")
_IS = {"starred": "starred", "star": "starred", "changed": "changed", "new": "changed",
       "opened": "opened", "read": "opened"}  # fmt: skip
_UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value as typed; ``is_open`` tells that it may go on."""

    text: str
    is_quoted: bool = False
    is_open: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the values between commas, of which one is enough."""
        if self.is_quoted:
            return (self.text.strip(),)
        parts = (part.strip().strip(_MARKS).strip() for part in _COMMA.split(self.text))
        return tuple(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a value."""

    problem: Problem
    examples: tuple[str, ...] = ()


def field_value(field: Field, value: FieldValue, today: date) -> Node | Wrong:
    """Return what a field with a value asks for."""
    if field.kind is FieldKind.DATE:
        return _spans(field, value, lambda part: date_span(part, today), Problem.NO_DATE)
    return _READERS[field.kind](field, value)


def _text(field: Field, value: FieldValue) -> Node | Wrong:
    if value.is_quoted and not value.is_open:
        return Phrase(value.text, field.name)
    return Words(value.text, field.name, value.is_open)


def _terms(field: Field, value: FieldValue) -> Node | Wrong:
    assert field.facet is not None
    # "Active, not recruiting" is one term.
    whole = terms_of(field.facet, value.text.strip().strip(_MARKS))
    if whole:
        return Terms(field.facet, whole)
    found = [terms_of(field.facet, part) for part in value.parts]
    if not found or not all(found):
        wrong = next((p for p, terms in zip(value.parts, found, strict=True) if not terms), "")
        return Wrong(Problem.NO_TERM, _examples(field.facet, wrong))
    alternatives: Alternatives = tuple(dict.fromkeys(one for terms in found for one in terms))
    return Terms(field.facet, alternatives)


def _examples(facet: Facet, wrong: str) -> tuple[str, ...]:
    """Return what may have been meant, or else what there is."""
    known = spellings(facet)
    near = nearest(plain(wrong), known)
    if near:
        return (near,)
    firsts: dict[str, str] = {}
    for spelled, term in known.items():
        firsts.setdefault(term, spelled)
    return tuple(firsts.values())[:6]


def _age(field: Field, value: FieldValue) -> Node | Wrong:
    groups = [terms_of(Facet.AGE_GROUP, part) for part in value.parts]
    if groups and all(groups):
        return Terms(Facet.AGE_GROUP, tuple(dict.fromkeys(one for each in groups for one in each)))
    return _spans(field, value, age_span, Problem.NO_AGE)


def _number(field: Field, value: FieldValue) -> Node | Wrong:
    return _spans(field, FieldValue(value.text, is_quoted=True), number_span, Problem.NO_NUMBER)


def _spans(
    field: Field, value: FieldValue, read: Callable[[str], Span | None], problem: Problem
) -> Node | Wrong:
    spans = [read(part) for part in value.parts]
    known = tuple(span for span in spans if span is not None)
    if not known or len(known) < len(spans):
        return Wrong(problem)
    return Spans(field.name, known)


def _countries(field: Field, value: FieldValue) -> Node | Wrong:
    names = ("" if plain(part) in ("none", "not stated") else part for part in value.parts)
    return Countries(tuple(names))


def _has(field: Field, value: FieldValue) -> Node | Wrong:
    whole = [terms_of(Facet.RESULTS, part) for part in value.parts]
    if whole and all(whole):
        return Terms(Facet.RESULTS, tuple(dict.fromkeys(one for each in whole for one in each)))
    found: list[Node] = []
    for part in value.parts:
        terms = terms_of(Facet.RESULTS, part)
        marks = [mark for mark in _HAS if mark.startswith(plain(part))]
        if terms:
            found.append(Terms(Facet.RESULTS, terms))
        elif marks:
            found.append(Mark("starred" if marks[0] == "star" else f"any {marks[0]}"))
        else:
            return Wrong(Problem.NO_TERM, ("results", *_HAS))
    if not found:
        return Wrong(Problem.NO_TERM, ("results", *_HAS))
    return found[0] if len(found) == 1 else Either(tuple(found))


def _is(field: Field, value: FieldValue) -> Node | Wrong:
    words = plain(value.text)
    if words == _UNREAD:
        return Not(Mark("opened"))
    kinds = list(dict.fromkeys(kind for name, kind in _IS.items() if name.startswith(words)))
    if len(kinds) != 1 and words not in _IS:
        return Wrong(Problem.NO_TERM, ("starred", "changed", "opened", _UNREAD))
    return Mark(_IS.get(words, kinds[0]))


def _own(field: Field, value: FieldValue) -> Node | Wrong:
    marks = tuple(Mark(field.name, part, value.is_open) for part in value.parts)
    if field.name == "note" or not marks:
        return Mark("note", value.text, value.is_open)
    return marks[0] if len(marks) == 1 else Either(marks)


_READERS: dict[FieldKind, Callable[[Field, FieldValue], Node | Wrong]] = {
    FieldKind.TEXT: _text,
    FieldKind.TERMS: _terms,
    FieldKind.AGE: _age,
    FieldKind.NUMBER: _number,
    FieldKind.COUNTRY: _countries,
    FieldKind.HAS: _has,
    FieldKind.IS: _is,
    FieldKind.OWN: _own,
}
