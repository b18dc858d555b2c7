"""Everything that records are made of, made once."""

from dataclasses import dataclass
from functools import cache

from tests.benchmarks.made_up import phrases
from tests.benchmarks.made_up.medicine import areas
from tests.benchmarks.made_up.phrases import Phrases
from tests.benchmarks.made_up.places import World, make_world
from tests.benchmarks.made_up.results import event_names
from tests.benchmarks.made_up.words import Lexicon


@dataclass(frozen=True, slots=True)
class Materials:
    """Words, phrases, people and places."""

    lexicon: Lexicon
    world: World
    sentences: Phrases
    criteria: Phrases
    measures: Phrases
    notes: Phrases
    events: list[str]


@cache
def make_materials() -> Materials:
    """Make them; the same in every process."""
    lexicon, known = Lexicon(), areas()
    return Materials(
        lexicon=lexicon,
        world=make_world(),
        sentences=phrases.sentences(known, lexicon),
        criteria=phrases.criteria(known, lexicon),
        measures=phrases.measures(known, lexicon),
        notes=phrases.notes(known, lexicon),
        events=event_names(lexicon.words[2_000:8_000]),
    )
