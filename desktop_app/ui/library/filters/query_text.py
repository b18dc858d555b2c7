"""Part of the library, filters and words as the one text of a search, and back."""

from collections.abc import Iterator

from desktop_app.store.facets.packing import NOT_STATED, Facet
from desktop_app.ui.library.filters.chosen_filters import Choice, Filters
from desktop_app.ui.library.filters.year_spans import is_span
from desktop_app.ui.library.scopes import Scope, ScopeKind

_NONE = "none"
_PHASE = "PHASE"
_MARKS = '"“”„«»‟'
_OF_CODES = frozenset(Facet) - {Facet.COUNTRY, Facet.START_YEAR, Facet.RESULTS}


def query_text(scope: Scope, filters: Filters, words: str) -> str:
    """Return the text that finds what is in the part, fits the filters and has the words.

    The words stand last: the last of them may be the beginning of one.
    """
    terms = (_scope_term(scope), *(_filter_term(facet, filters) for facet in filters.facets()))
    return " ".join((*filter(None, terms), words))


def split_text(text: str) -> tuple[Filters, str]:
    """Return the filters that a text asks for, and what else it asks for.

    Only what `query_text` writes is taken out: a value that means several, or is negated, or one
    side of OR, stays where it is.
    """
    from desktop_app.store.queries.lexing import Kind, tokens

    every = list(tokens(text))
    if any(token.kind in (Kind.OR, Kind.OPEN, Kind.CLOSE) for token in every):
        return Filters(), text
    choices: list[Choice] = []
    rest = text
    for place, token in reversed(list(enumerate(every))):
        is_negated = place > 0 and every[place - 1].kind is Kind.NOT
        if token.kind is not Kind.FIELD or is_negated:
            continue
        found = _choices(token.name, token.text, is_quoted=token.is_quoted)
        if found:
            choices = [*found, *choices]
            rest = rest[: token.start] + rest[token.end :].lstrip()
    return Filters(tuple(dict.fromkeys(choices))), rest


def _scope_term(scope: Scope) -> str:
    if scope.kind in (ScopeKind.STARRED, ScopeKind.CHANGED):
        return f"is:{scope.kind.value}"
    if scope.kind in (ScopeKind.TAG, ScopeKind.COLLECTION):
        return f"{scope.kind.value}:{_quoted(scope.name)}"
    return ""


def _filter_term(facet: Facet, filters: Filters) -> str:
    values = (_written(facet, value) for value in filters.values(facet))
    return f"{facet.value}:{','.join(values)}"


def _written(facet: Facet, value: str) -> str:
    if value == NOT_STATED:
        return _NONE
    if facet in _OF_CODES:
        return value.removeprefix(_PHASE).lower().replace("_", "-")
    return _quoted(value) if set(value) & set(" ,()") else value


def _quoted(value: str) -> str:
    return f'"{"".join(letter for letter in value if letter not in _MARKS)}"'


def _choices(name: str, value: str, *, is_quoted: bool) -> list[Choice]:
    """Return what a field chooses, none where filters cannot say it."""
    from desktop_app.store.queries.fields import FIELD_OF

    field = FIELD_OF.get(name.casefold())
    if field is None or field.facet is None:
        return []
    values = list(_values(field.facet, value, is_quoted=is_quoted))
    return [] if None in values else [(field.facet, one) for one in values if one is not None]


def _values(facet: Facet, value: str, *, is_quoted: bool) -> Iterator[str | None]:
    from desktop_app.store.queries.field_values import FieldValue
    from desktop_app.store.queries.values import terms_of

    for part in FieldValue(value, is_quoted).parts:
        if facet is Facet.START_YEAR:
            yield NOT_STATED if part == _NONE else part if is_span(part) else None
        elif facet is Facet.COUNTRY:
            yield NOT_STATED if part == _NONE else part
        else:
            terms = terms_of(facet, part)
            yield terms[0][0] if len(terms) == 1 and len(terms[0]) == 1 else None
