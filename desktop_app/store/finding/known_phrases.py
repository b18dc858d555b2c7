"""Which studies hold which words that follow each other, as far as their texts were looked at.

A person goes on typing behind a phrase, chooses filters and sorts: the same texts would have to be
looked at again and again.
"""

from collections import OrderedDict
from dataclasses import dataclass, field

import apsw

from desktop_app.store.finding.resolved import Sequence

_MOST_PHRASES = 8
_BITS = 6
"""Rows have keys that follow each other: so many of them share a number, a bit for each."""
_MASK = (1 << _BITS) - 1


@dataclass(slots=True)
class _Rows:
    """By the upper part of their keys: rows that were looked at, and those that fit."""

    known: dict[int, int] = field(default_factory=dict)
    fitting: dict[int, int] = field(default_factory=dict)


class KnownPhrases:
    """What is known of the last phrases; takes some megabytes for all of the registry.

    The connection must be one that only reads.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._state: object = None
        self._rows: OrderedDict[Sequence, _Rows] = OrderedDict()

    def begin(self) -> None:
        """Begin a search: what was known is forgotten where the library has changed."""
        state = self._connection.pragma("data_version")
        if state != self._state:
            self._rows.clear()
            self._state = state

    def fits(self, phrase: Sequence, row: int) -> bool | None:
        """Tell whether the text of a row holds a phrase, None where that is not known."""
        rows = self._rows.get(phrase)
        part, bit = row >> _BITS, 1 << (row & _MASK)
        if rows is None or not rows.known.get(part, 0) & bit:
            return None
        return bool(rows.fitting.get(part, 0) & bit)

    def note(self, phrase: Sequence, row: int, *, fits: bool) -> None:
        """Note what was found in the text of a row."""
        rows = self._rows.get(phrase)
        if rows is None:
            rows = self._rows[phrase] = _Rows()
            if len(self._rows) > _MOST_PHRASES:
                self._rows.popitem(last=False)
        part, bit = row >> _BITS, 1 << (row & _MASK)
        rows.known[part] = rows.known.get(part, 0) | bit
        if fits:
            rows.fitting[part] = rows.fitting.get(part, 0) | bit
