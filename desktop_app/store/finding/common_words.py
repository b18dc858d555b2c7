"""Words with which so many studies begin that merging them all would make a person wait.

The index merges all words with a beginning before it gives the first study. While a word is being
typed, the first rows are found by its commonest words alone: rare ones come with the whole result.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

import apsw

from desktop_app.resource_files import resource_path

_MERGED_AT_ONCE = 12_000
"""Entries of the index that are merged within some milliseconds."""
_MOST = 60
_SHORTEST = 4


class CommonWords:
    """The stems of common words, with how many of a thousand studies hold each."""

    def quick(
        self, connection: apsw.Connection, beginning: str, stems: Sequence[str]
    ) -> tuple[str, ...]:
        """Return expressions for the first rows; none where the beginning itself is as quick."""
        found = self._beginning_with(beginning)
        share = sum(share for _, share in found) / 1000
        if share * self._count(connection) < _MERGED_AT_ONCE:
            return ()
        commonest = sorted(found, key=lambda one: -one[1])[:_MOST]
        return tuple(f'"{stem}"' for stem in dict.fromkeys((*(s for s, _ in commonest), *stems)))

    def holds(self, stem: str) -> bool:
        """Tell whether a stem is that of a common word; short ones count as common."""
        at = bisect_left(self._stems, (stem, 0))
        is_there = at < len(self._stems) and self._stems[at][0] == stem
        return is_there or len(stem) < _SHORTEST

    def begin(self, beginning: str) -> bool:
        """Tell whether any common word begins so."""
        return bool(self._beginning_with(beginning))

    def _count(self, connection: apsw.Connection) -> int:
        # An estimate will do, and counting half a million takes as long as a search.
        return int(connection.execute("SELECT coalesce(max(id), 0) FROM version").get)

    def _beginning_with(self, beginning: str) -> list[tuple[str, int]]:
        found = []
        at = bisect_left(self._stems, (beginning, 0))
        while at < len(self._stems) and self._stems[at][0].startswith(beginning):
            found.append(self._stems[at])
            at += 1
        return found

    @cached_property
    def _stems(self) -> list[tuple[str, int]]:
        text = resource_path("search", "common_stems.txt").read_text(encoding="ascii")
        pairs = (line.split() for line in text.splitlines() if not line.startswith("#"))
        return sorted((stem, int(share)) for stem, share in pairs)
