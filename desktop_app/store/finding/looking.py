"""A second look at the text of a study: whether words follow each other in it."""

import re
import time
from collections.abc import Iterator
from collections.abc import Sequence as Parts
from functools import lru_cache

import apsw

from desktop_app.store.finding.conditions import condition
from desktop_app.store.finding.folding import fold, fold_bytes, lower_bytes
from desktop_app.store.finding.known_phrases import KnownPhrases
from desktop_app.store.finding.plans import Plan
from desktop_app.store.finding.resolved import (
    AnyOf,
    Condition,
    Every,
    Part,
    Sequence,
    Without,
)
from desktop_app.store.finding.texts import StudyTexts

# Between words of one text of a JSON document: anything but a mark that ends the text.
_BETWEEN = r'(?:[^\w"\\]|_|\\[nrtbf"/\\])+'
_BETWEEN_BYTES = rb'(?:[^0-9a-z"\\]|\\(?:[nrtbf"/\\]|u[0-9a-f]{4}))+'
_ESCAPE = b"\\u"
_LINE_BREAKS = (b"\\n", b"\\r", b"\\t")
_LONG = 4
"""Letters of a word that is rare enough to be looked for itself, which is quicker than a form."""
_PLAIN_MARKS, _SIDES = b' .,;:()"', 2
"""What certainly is no part of a word on both sides of one."""


class Looker:
    """Looks at the texts of studies behind one connection."""

    def __init__(
        self,
        connection: apsw.Connection,
        texts: StudyTexts,
        known: KnownPhrases,
        seconds: float | None = None,
    ) -> None:
        """Look for so many seconds at most, without a limit for None."""
        self._connection = connection
        self._texts = texts
        self._known = known
        known.begin()
        self._deadline = None if seconds is None else time.monotonic() + seconds
        self.noted: frozenset[int] = frozenset()
        """Rows that are found by their notes, where texts are not looked at."""

    def fits(self, row: int, parts: Parts[Part]) -> bool:
        """Tell whether the text of a row is as all parts say."""
        return row in self.noted or all(self._fits(row, part) for part in parts)

    def read_ahead(self, rows: Parts[int], parts: Parts[Part]) -> None:
        """Get ready for some rows that come next, of which the texts are to be as parts say."""
        phrases = tuple(_sequences(parts))
        self._texts.read_ahead(
            [row for row in rows if row not in self.noted and not self._is_known(row, phrases)]
        )

    def _is_known(self, row: int, phrases: Parts[Sequence]) -> bool:
        return all(self._known.fits(phrase, row) is not None for phrase in phrases)

    def is_late(self) -> bool:
        """Tell whether the time is over."""
        return self._deadline is not None and time.monotonic() >= self._deadline

    def _fits(self, row: int, part: Part) -> bool:
        if isinstance(part, Sequence):
            return self._follow(row, part)
        if isinstance(part, Without):
            return not self._fits(row, part.part)
        if isinstance(part, Every):
            return all(self._fits(row, one) for one in part.parts)
        if isinstance(part, AnyOf):
            return any(self._fits(row, one) for one in part.parts)
        return self._is_true(row, part)

    def _is_true(self, row: int, part: Part) -> bool:
        test = condition(part)
        own = Condition("{key} = ?", (row,))
        sql, parameters = Plan("", (own, test)).select("1", tables=("facet",))
        return self._connection.execute(sql, parameters).get is not None

    def _follow(self, row: int, part: Sequence) -> bool:
        known = self._known.fits(part, row)
        if known is None:
            known = self._stand_in_text(row, part)
            self._known.note(part, row, fits=known)
        return known

    def _stand_in_text(self, row: int, part: Sequence) -> bool:
        if not part.columns:
            content = self._texts.source(row)
            told = None if content is None else told_by_source(content, part.tokens)
            if told is not None:
                return told
            source = self._texts.folded_source(row)
            if source is not None:
                return any(True for _ in in_source(source, sequence(part.tokens)))
        form = following(part.tokens)
        return any(form.search(fold(text)) for text in self._texts.of_columns(row, part.columns))


def _sequences(parts: Parts[Part]) -> Iterator[Sequence]:
    for part in parts:
        if isinstance(part, Sequence):
            yield part
        elif isinstance(part, Without):
            yield from _sequences((part.part,))
        elif isinstance(part, Every | AnyOf):
            yield from _sequences(part.parts)


@lru_cache(maxsize=32)
def following(tokens: tuple[str, ...]) -> re.Pattern[str]:
    """Return the form of words that follow each other in a folded text."""
    words = r"[\W_]+".join(map(re.escape, tokens))
    return re.compile(rf"(?<![^\W_]){words}(?![^\W_])")


def told_by_source(content: bytes, tokens: tuple[str, ...]) -> bool | None:
    """Tell whether words follow each other within one text of a JSON document.

    None where the document must be read to know: letters with accents, and escapes. This is what
    the time goes to that is spent on phrases.
    """
    if not all(token.isascii() for token in tokens):
        return None
    if _stands_plainly(content, tokens):
        return True
    lowered = lower_bytes(content)
    told = _told(lowered, tokens)
    if not told and not lowered.isascii():
        # Letters with accents can only add to what is found without them.
        folded = fold_bytes(lowered)
        told = told if folded == lowered else _told(folded, tokens)
    return None if told is False and _ESCAPE in content else told


def _told(folded: bytes, tokens: tuple[str, ...]) -> bool | None:
    """Tell whether words follow each other where nothing is escaped; None where it is not clear."""
    told: bool | None = False
    for match in _standing(folded, tokens):
        before = folded[max(0, match.start() - 6) : match.start()]
        around = (before, match[0], folded[match.end() : match.end() + 2])
        if any(_ESCAPE in part or not part.isascii() for part in around):
            told = None
        elif not before[-1:].isalnum() or before[-2:] in _LINE_BREAKS:
            return True
    return told


def _standing(folded: bytes, tokens: tuple[str, ...]) -> Iterator[re.Match[bytes]]:
    """Yield where words follow each other, whatever stands before the first of them."""
    form, first = _in_bytes(tokens), tokens[0].encode()
    if len(first) < _LONG:
        yield from form.finditer(folded)
        return
    at = folded.find(first)
    while at >= 0:
        match = form.match(folded, at)
        if match is not None:
            yield match
        at = folded.find(first, at + 1)


def _stands_plainly(content: bytes, tokens: tuple[str, ...]) -> bool:
    """Tell whether words stand with a blank between them, which most phrases do somewhere."""
    phrase = " ".join(tokens).encode()
    at = content.find(phrase)
    while at >= 0:
        around = content[at - 1 : at] + content[at + len(phrase) : at + len(phrase) + 1]
        if len(around) == _SIDES and not around.strip(_PLAIN_MARKS):
            return True
        at = content.find(phrase, at + 1)
    return False


@lru_cache(maxsize=32)
def _in_bytes(tokens: tuple[str, ...]) -> re.Pattern[bytes]:
    # To begin with letters makes looking for it ten times as quick.
    words = _BETWEEN_BYTES.join(re.escape(token).encode() for token in tokens)
    return re.compile(words + rb"(?![0-9a-z])")


def in_source(source: str, form: re.Pattern[str]) -> Iterator[str]:
    r"""Yield what has a form and begins a word of a folded JSON document.

    The form is to begin with letters, which makes looking for it ten times as quick. A word may
    stand behind the sign of a line break: ``\nheart``.
    """
    for match in form.finditer(source):
        before = source[max(0, match.start() - 2) : match.start()]
        if not before[-1:].isalnum() or before.encode("utf-8", "replace") in _LINE_BREAKS:
            yield match[0]


@lru_cache(maxsize=32)
def sequence(tokens: tuple[str, ...]) -> re.Pattern[str]:
    """Return the form of words that follow each other within one text of a JSON document.

    What follows a text ends it: a quotation mark without a backslash.
    """
    words = _BETWEEN.join(map(re.escape, tokens))
    return re.compile(rf"{words}(?![^\W_])")
