"""A registry of so many studies, one after the other, in little memory."""

from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

from tests.benchmarks.made_up.facts import settle
from tests.benchmarks.made_up.materials import make_materials
from tests.benchmarks.made_up.months import day_of, grow_older, grown
from tests.benchmarks.made_up.record import encode, record
from tests.benchmarks.made_up.topics import Topics, number_at


class MadeUpRegistry:
    """The same studies for the same count, in every process; a later month holds a few changes."""

    def __init__(self, count: int, month: int = 1) -> None:
        """Take how many studies there are in the first month, and which month it is."""
        self.count = count
        self.month = month
        self._materials = make_materials()
        self._topics = Topics(count, self._materials.world, self._materials.lexicon)

    def __len__(self) -> int:
        """Return how many studies there are in this month."""
        return grown(self.count, self.month)

    def study(self, place: int) -> dict[str, Any]:
        """Return the study at a place, in the form of the registry's JSON."""
        rng = Random(place * 4 + 2)
        facts = settle(rng, place, self.count, self._topics.of(place))
        study = record(rng, facts, self._materials, day_of(self.month).isoformat())
        return grow_older(study, facts, self._materials, self.month) if self.month > 1 else study

    def documents(self, gap: int = 1) -> Iterator[tuple[str, bytes]]:
        """Yield the number and the document of each study, or of every ``gap``-th."""
        return self.documents_at(range(0, len(self), gap))

    def documents_at(self, places: Iterable[int]) -> Iterator[tuple[str, bytes]]:
        """Yield the number and the document of the studies at some places."""
        for place in places:
            study = self.study(place)
            yield study["protocolSection"]["identificationModule"]["nctId"], encode(study)

    def cited_pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the number of each study that names an earlier one, and the number of that."""
        for place in range(self.count):
            cited = self._topics.of(place).cited
            if cited is not None:
                yield self._number(place), self._number(cited)

    def _number(self, place: int) -> str:
        return f"NCT{number_at(place, self.count):08d}"
