"""A query as typed, taken apart into tokens, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a token is; FIELD has a name, and perhaps a value as well."""

    WORD = "word"
    PHRASE = "phrase"
    FIELD = "field"
    OPEN = "("
    CLOSE = ")"
    OR = "or"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Token:
    """A token; ``text`` is a word, or a value without its quotation marks.

    ``is_open`` tells that the text of the query ends within it, so that it may go on; a value
    that stands apart from its field has ``is_apart``.
    """

    kind: Kind
    start: int
    length: int
    text: str = ""
    name: str = ""
    is_quoted: bool = False
    is_open: bool = False
    is_apart: bool = False

    @property
    def end(self) -> int:
        """Return where it ends."""
        return self.start + self.length


_OPENING = '"“”„«»‟'
_CLOSING = '"“”«»‟'
_NAME = re.compile(r"([^\W\d_][\w-]{0,30}):(?!//)")
_SPACE = re.compile(r"\s*")
_BARE = re.compile(r"[^\s()\"“”„«»‟]+")
_BARE_VALUE = re.compile(r"(?:[<>=≤≥]+\s*)?[^\s()\"“”„«»‟]+")
_MORE = re.compile(r",[^\s()\"“”„«»‟]*")
_OR = re.compile(r"(?:OR|\|{1,2})(?=\s|\(|$)")
_AND = re.compile(r"(?:AND|&{1,2}|\+)(?=\s|\(|$)")
_NOT = re.compile(r"NOT(?=\s|\()\s*|[-−–](?=[^\s\-−–)])")


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a query; any text has some, or none, and is never wrong."""
    at = 0
    while True:
        at = _end(_SPACE, text, at)
        if at >= len(text):
            return
        joined = _AND.match(text, at)
        if joined is not None:
            at = joined.end()
            continue
        token = _token(text, at)
        yield token
        at = max(token.end, at + 1)


def _token(text: str, at: int) -> Token:
    for kind, form in ((Kind.OR, _OR), (Kind.NOT, _NOT)):
        match = form.match(text, at)
        if match is not None:
            return Token(kind, at, match.end() - at)
    if text[at] in "()":
        return Token(Kind.OPEN if text[at] == "(" else Kind.CLOSE, at, 1)
    if text[at] in _OPENING:
        return _quoted(text, at)
    name = _NAME.match(text, at)
    return _word(text, at) if name is None else _field(text, at, name)


def _word(text: str, at: int) -> Token:
    end = max(_end(_BARE, text, at), at + 1)
    return Token(Kind.WORD, at, end - at, text[at:end], is_open=end == len(text))


def _quoted(text: str, at: int) -> Token:
    """Return a phrase; without a closing mark it goes to the end of the text."""
    end = next((n for n in range(at + 1, len(text)) if text[n] in _CLOSING), -1)
    if end < 0:
        value = text[at + 1 :]
        return Token(Kind.PHRASE, at, len(text) - at, value, is_quoted=True, is_open=True)
    return Token(Kind.PHRASE, at, end + 1 - at, text[at + 1 : end], is_quoted=True)


def _field(text: str, at: int, name: re.Match[str]) -> Token:
    begin = _end(_SPACE, text, name.end())
    is_apart = begin > name.end()
    value = _value(text, begin)
    if value is None:
        return Token(Kind.FIELD, at, name.end() - at, "", name[1], is_open=begin >= len(text))
    return Token(
        *(Kind.FIELD, at, value.end - at, value.text, name[1]),
        is_quoted=value.is_quoted,
        is_open=value.is_open,
        is_apart=is_apart,
    )


def _value(text: str, at: int) -> Token | None:
    if at >= len(text):
        return None
    if text[at] in _OPENING:
        quoted = _quoted(text, at)
        end = _end_of_list(text, _end(_MORE, text, quoted.end))
        if end == quoted.end:
            return quoted
        return Token(Kind.WORD, at, end - at, text[at:end], is_open=end == len(text))
    match = _BARE_VALUE.match(text, at)
    if match is None:
        return None
    end = _end_of_list(text, match.end())
    return Token(Kind.WORD, at, end - at, text[at:end], is_open=end == len(text))


def _end_of_list(text: str, end: int) -> int:
    """Return where a value ends that goes on with quoted ones: ``france,"south korea",japan``."""
    while end < len(text) and text[end - 1] == "," and text[end] in _OPENING:
        end = _end(_MORE, text, _quoted(text, end).end)
    return end


def _end(form: re.Pattern[str], text: str, at: int) -> int:
    match = form.match(text, at)
    return match.end() if match else at
