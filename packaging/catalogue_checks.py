"""What a translation must have in common with its text."""

import re
from collections.abc import Iterator

from catalogue_texts import Text

_PLACE = re.compile(r"\{[^{}]*\}")
_MNEMONIC = re.compile(r"&(?=[^\s&])")


def faults(text: Text, forms: tuple[str, ...], plural_count: int) -> Iterator[str]:
    """Yield a sentence for everything that is wrong with a translation."""
    wanted = plural_count if text.plural else 1
    if len(forms) != wanted:
        yield f"has {len(forms)} forms, and {wanted} are needed"
        return
    for form in forms:
        yield from (f"{fault}: {form!r}" for fault in _faults_of_form(text, form))


def _faults_of_form(text: Text, form: str) -> Iterator[str]:
    example = text.plural or text.id
    if not form.strip() and _has_words(example):
        yield "is empty"
    if not _has_places(text, form):
        yield "has other values in braces"
    if _has_words(example) and _edges(example) != _edges(form):
        yield "begins or ends with other blanks"
    if example.count("\n") != form.count("\n"):
        yield "has another number of lines"
    if _mnemonics(example) != _mnemonics(form):
        yield "has not one & where the text has one"
    if example.rstrip().endswith("…") != form.rstrip().endswith("…"):
        yield "ends with … where the text does not, or the other way round"


def _has_places(text: Text, form: str) -> bool:
    places = sorted(_PLACE.findall(form))
    if not text.plural:
        return places == sorted(_PLACE.findall(text.id))
    # A form for one may say "one site", so that it needs no number.
    wanted = sorted(_PLACE.findall(text.plural))
    return places in (wanted, sorted(_PLACE.findall(text.id)), _without_count(wanted))


def _without_count(places: list[str]) -> list[str]:
    return [place for place in places if place != "{count}"]


def _has_words(text: str) -> bool:
    """Tell a text from punctuation alone, which a language may write without blanks."""
    return any(character.isalpha() for character in _PLACE.sub("", text))


def _edges(text: str) -> tuple[str, str]:
    bare = text.strip()
    start = text.index(bare) if bare else 0
    return text[:start], text[start + len(bare) :]


def _mnemonics(text: str) -> int:
    return len(_MNEMONIC.findall(text.replace("&&", "")))
