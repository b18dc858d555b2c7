"""Expressions for the index of words."""

from desktop_app.store.columns import TOKEN_COLUMNS
from desktop_app.store.finding.resolved import AnyOf, Every, Part, Sequence, Without, Word
from desktop_app.store.start_tokens import start_token

EVERYWHERE = f"- {{{' '.join(TOKEN_COLUMNS)}}}"
"""All columns with words."""
TITLES = "{identifiers title}"
NAMED = "{identifiers title conditions interventions}"
_STARTS = "{starts}"
EVERY_STUDY = f'({{starts}} : "{start_token("nct")}")'
"""Finds all studies, for each has a number that begins so."""
NOTES = ""
"""For the index of notes, which has one column."""


def expression(part: Part, columns: str = EVERYWHERE, *, is_quick: bool = False) -> str | None:
    """Return the expression for a part, None where the index alone cannot tell.

    Words that follow each other are found wherever they all occur. ``columns`` are where words
    without columns of their own are looked for; ``is_quick`` leaves rare words out where very
    many begin as the last one does.
    """
    if isinstance(part, Word):
        return _word(part, columns, is_quick=is_quick)
    if isinstance(part, Sequence):
        return _all_of([_word(word, columns, is_quick=is_quick) for word in part.words])
    if isinstance(part, Every):
        return _every(part, columns, is_quick=is_quick)
    if isinstance(part, AnyOf):
        made = [expression(one, columns, is_quick=is_quick) for one in part.parts]
        known = [one for one in made if one is not None]
        return f"({' OR '.join(known)})" if known and len(known) == len(made) else None
    return None


def _every(part: Every, columns: str, *, is_quick: bool) -> str | None:
    wanted: list[str] = []
    unwanted: list[str] = []
    for one in part.parts:
        is_without = isinstance(one, Without)
        inner = one.part if isinstance(one, Without) else one
        # What must not follow each other may well both occur.
        if is_without and isinstance(inner, Sequence | Every | AnyOf):
            return None
        made = expression(inner, EVERYWHERE if is_without else columns, is_quick=is_quick)
        if made is None:
            return None
        (unwanted if is_without else wanted).append(made)
    if not wanted:
        return None
    return without(_all_of(wanted), unwanted)


def without(wanted: str, unwanted: list[str]) -> str:
    """Return the expression for what is found by one and by none of the others."""
    return f"({wanted} NOT ({' OR '.join(unwanted)}))" if unwanted else wanted


def _all_of(expressions: list[str]) -> str:
    unique = list(dict.fromkeys(expressions))
    return unique[0] if len(unique) == 1 else f"({' AND '.join(unique)})"


def _word(word: Word, columns: str, *, is_quick: bool) -> str:
    own = f"{{{' '.join(word.columns)}}}" if word.columns else columns
    lookups = word.quick if is_quick and word.quick else word.lookups
    if word.start and not own:
        lookups = (*lookups, f'"{word.written}"*')
    found = lookups[0] if len(lookups) == 1 else f"({' OR '.join(lookups)})"
    within = f"({own} : {found})" if own else found
    return f'(({_STARTS} : "{word.start}") OR {within})' if word.start and own else within
