"""What studies are about: areas of medicine, with the words that are used in each."""

from dataclasses import dataclass

from tests.benchmarks.made_up.tables import text_of

NEOPLASM_SHARE = 0.2
"""Of all studies; the word is in more of them: many leave out people who have had a cancer."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a made-up thesaurus in the manner of MeSH."""

    identifier: str
    name: str

    def entry(self) -> dict[str, str]:
        """Return the term as records hold it."""
        return {"id": self.identifier, "term": self.name}


@dataclass(frozen=True, slots=True)
class Area:
    """An area of medicine; commonest conditions and drugs first."""

    name: str
    share: float
    ancestors: tuple[Term, ...]
    conditions: tuple[str, ...]
    drugs: tuple[str, ...]
    words: tuple[str, ...]
    is_oncology: bool


def areas() -> tuple[Area, ...]:
    """Return all areas, with the shares that they have of all studies."""
    return (
        *_areas("neoplasms", 10, NEOPLASM_SHARE, is_oncology=True),
        *_areas("areas", 30, 1 - NEOPLASM_SHARE, is_oncology=False),
    )


def _areas(name: str, first: int, share: float, *, is_oncology: bool) -> list[Area]:
    """Read areas: for each four lines, with ancestors, conditions, drugs and words."""
    blocks = [block.splitlines() for block in text_of(name).split("\n\n")]
    areas = []
    for number, (ancestors, conditions, drugs, words) in enumerate(blocks, first):
        chain = tuple(
            Term(f"D9{number}{place:03d}", term) for place, term in enumerate(_parts(ancestors))
        )
        areas.append(
            Area(
                chain[0].name,
                share / len(blocks),
                chain,
                _parts(conditions),
                _parts(drugs),
                tuple(words.split()),
                is_oncology,
            )
        )
    return areas


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|"))
