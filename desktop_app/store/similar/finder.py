"""Finds the studies of the library that are like one, with what they share."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import apsw

from desktop_app.readers.json_values import JsonObject
from desktop_app.store.entries.facets import facet_values
from desktop_app.store.entries.values import part_of, text_of
from desktop_app.store.similar.asked import Stems, asked_traits, asked_words
from desktop_app.store.similar.candidates import Ranked, Sought, candidates, sought_traits, weighed
from desktop_app.store.similar.census import Censuses
from desktop_app.store.similar.comparison import Comparison
from desktop_app.store.similar.links import own_numbers
from desktop_app.store.similar.populations import Population
from desktop_app.store.similar.postings import Postings
from desktop_app.store.similar.ties import ReadRow, Tied, TieFinder
from desktop_app.store.similar.told import told
from desktop_app.store.summaries import SUMMARY_COLUMNS, make_summaries
from desktop_app.study.similar import LinkedStudy, SimilarStudies, SimilarStudy
from desktop_app.study.summary import StudySummary

_LOOKED_AT = 3
"""So many times as many records are read as are wanted, where some share too little."""
_COMMON_SHARE, _FEW_STUDIES = 0.08, 500
"""What more studies have in common is worth no word; of few studies all may have it in common."""


class SimilarFinder:
    """Asks one connection, whose index takes the words of queries as they are."""

    def __init__(
        self,
        connection: apsw.Connection,
        stems: Stems,
        read: ReadRow,
        censuses: Censuses | None = None,
    ) -> None:
        """Look by one connection; ``censuses`` are of the library, for all that look in it."""
        self._connection = connection
        self._stems = stems
        self._read = read
        self._postings = Postings(connection, censuses or Censuses())
        self._ties = TieFinder(connection, self._postings, stems, read)

    def find(self, raw: JsonObject, limit: int) -> SimilarStudies:
        """Return what is like a record, given in the registry's JSON, and what is tied to it."""
        own = self._ties.rows_of(own_numbers(raw))
        tied = self._ties.find(raw)
        sought = self._sought(raw)
        known = {*tied, *own}
        ranked = self._ranked(raw, sought, limit * _LOOKED_AT + len(known))
        ranked = [one for one in ranked if one[0] not in known]
        compared = self._compared(raw, ranked[: limit * _LOOKED_AT], sought)
        return SimilarStudies(
            similar=tuple(islice(compared, limit)),
            linked=tuple(self._linked(tied)),
            can_be_compared=bool(sought),
            others=self._postings.census().studies - len(own),
        )

    def ranked(self, raw: JsonObject, limit: int) -> list[int]:
        """Return rows of studies that are like a record, the most alike first.

        The record itself is among them where it is held, and so is what is tied to it.
        """
        return [row for row, _ in self._ranked(raw, self._sought(raw), limit)]

    def _sought(self, raw: JsonObject) -> list[Sought]:
        one = told(raw)
        description = part_of(part_of(raw, "protocolSection"), "descriptionModule")
        words = asked_words(self._stems, text_of(description, "briefSummary"), one)
        return sought_traits(self._postings, [*asked_traits(one), *words])

    def _ranked(self, raw: JsonObject, sought: Sequence[Sought], most: int) -> Ranked:
        found = candidates(self._postings, sought)
        return weighed(self._connection, found, Population(facet_values(raw)), most)

    def _compared(
        self, raw: JsonObject, ranked: Ranked, sought: Sequence[Sought]
    ) -> Iterator[SimilarStudy]:
        """Yield the studies that share what can be told, read one by one."""
        comparison = Comparison(raw, self._worth(sought))
        for row, score in ranked:
            other = self._read(row)
            shared = comparison.shared(other) if other is not None else ()
            if shared:
                for summary in self._summary(row):
                    yield SimilarStudy(summary, score, shared)

    def _worth(self, sought: Iterable[Sought]) -> Callable[[str], float]:
        studies = self._postings.census().studies
        most = studies * _COMMON_SHARE if studies >= _FEW_STUDIES else studies
        rare = (one for one in sought if one.about <= most)
        worth = {one.trait.expression: one.worth / one.trait.weight for one in rare}
        return lambda token: worth.get(f'"{token}"', 0.0)

    def _linked(self, tied: dict[int, Tied]) -> Iterator[LinkedStudy]:
        for row, one in tied.items():
            for summary in self._summary(row):
                yield LinkedStudy(summary, one.ties, one.identifiers)

    def _summary(self, row: int) -> tuple[StudySummary, ...]:
        """Return the study of a row, or none where it is gone meanwhile."""
        sql = f"SELECT {SUMMARY_COLUMNS} FROM study WHERE row = ?"
        return make_summaries(self._connection.execute(sql, (row,)))
