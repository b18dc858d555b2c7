"""Words as people type them, mended so that the registry can read them; says what was mended.

The registry reads expressions: ``(head OR neck) AND "back pain"``. One bracket too many, and it
answers nothing at all.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from desktop_app.errors import RegistryQueryError
from desktop_app.languages import N_, _
from desktop_app.registry.parameters import WORD_PARAMETERS
from desktop_app.registry.queries import StudiesQuery

LONGEST = 1_000
"""Characters of one field; an address that is much longer is refused on the way."""
FIELD_LABELS = {
    "condition": N_("Condition or disease"),
    "intervention": N_("Intervention or treatment"),
    "terms": N_("Other terms"),
    "location": N_("Location"),
}
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\\.', re.DOTALL)
_LONE_BACKSLASH = re.compile(r"(?<!\\)((?:\\\\)*)\\$")
_TYPOGRAPHIC = dict.fromkeys(map(ord, "“”„‟«»＂"), '"')
_PAIRS = {")": "(", "]": "["}
_EMPTY = re.compile(r"\(\s*\)|(?<!\w)\[\s*\]")
_AT_START, _AT_END = re.compile(r"^(?:(?:AND|OR)\b\s*)+"), re.compile(r"(?:\s*\b(?:AND|OR|NOT))+$")
_UNQUOTE = N_("{field}: a quotation mark has no other one, and was left out.")
_UNBRACKET = N_("{field}: brackets that do not match were left out.")
_UNJOIN = N_("{field}: AND, OR or NOT joins nothing at the beginning or end, and was left out.")


@dataclass(frozen=True, slots=True)
class Mended:
    """A search that can be asked; ``oddities`` are sentences on what was left out of it."""

    query: StudiesQuery
    oddities: tuple[str, ...] = ()


def mended(query: StudiesQuery) -> Mended:
    """Return the search with words that the registry can read.

    Raises RegistryQueryError where a field has more words than can be sent.
    """
    words: dict[str, Any] = {}
    oddities = []
    for name in WORD_PARAMETERS:
        label = _(FIELD_LABELS[name])
        words[name], odd = _mend(getattr(query, name))
        if len(words[name]) > LONGEST:
            raise RegistryQueryError(_too_long(label))
        oddities += [_(sentence).format(field=label) for sentence in odd]
    return Mended(replace(query, **words), tuple(oddities))


def _too_long(label: str) -> str:
    words = _("{field}: there are more than {most} characters. Search for fewer words.")
    return words.format(field=label, most=LONGEST)


def _mend(text: str) -> tuple[str, list[str]]:
    text = "".join(
        sign for sign in text.translate(_TYPOGRAPHIC) if sign.isprintable() or sign.isspace()
    )
    text = " ".join(text.split())
    said: list[str] = []
    steps: tuple[tuple[Callable[[str], str], str], ...] = (
        (_without_lone_backslash, ""),
        (_without_lone_quote, _UNQUOTE),
        (_without_lone_brackets, _UNBRACKET),
        (_without_lone_joins, _UNJOIN),
    )
    begun = None
    while text != begun:
        # What one step leaves out may leave something alone that another one looks for.
        begun = text
        for step, sentence in steps:
            before, text = text, step(text)
            if text != before and sentence not in said:
                said.append(sentence)
    return text, [sentence for sentence in said if sentence]


def _without_lone_backslash(text: str) -> str:
    return _LONE_BACKSLASH.sub(r"\1", text).strip()


def _without_lone_quote(text: str) -> str:
    rest = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    place = rest.find('"')
    return text if place < 0 else " ".join(f"{text[:place]} {text[place + 1 :]}".split())


def _without_lone_brackets(text: str) -> str:
    rest = _QUOTED.sub(lambda match: "\0" * len(match[0]), text)
    lone = set(_lone_brackets(rest))
    kept = "".join(" " if place in lone else sign for place, sign in enumerate(text))
    while (shorter := _outside_quotes(_EMPTY, kept)) != kept:
        kept = shorter
    return " ".join(kept.split()) if kept != text else text


def _lone_brackets(text: str) -> Iterator[int]:
    """Yield the places of brackets that close nothing, or are never closed."""
    open_ones: list[tuple[int, str]] = []
    for place, sign in enumerate(text):
        if sign in "([":
            open_ones.append((place, sign))
        elif sign in _PAIRS:
            if open_ones and open_ones[-1][1] == _PAIRS[sign]:
                open_ones.pop()
            else:
                yield place
    yield from (place for place, _sign in open_ones)


def _without_lone_joins(text: str) -> str:
    return _AT_END.sub("", _AT_START.sub("", text)).strip()


def _outside_quotes(pattern: re.Pattern[str], text: str) -> str:
    rest = _QUOTED.sub(lambda match: "\0" * len(match[0]), text)
    match = pattern.search(rest)
    return text if match is None else f"{text[: match.start()]} {text[match.end() :]}"
