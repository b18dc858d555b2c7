"""The words of records: common ones first, then ever rarer ones, as in every language (Zipf)."""

from itertools import islice
from random import Random

from tests.benchmarks.made_up.tables import words_of

COMMON = words_of("common_words")
_BEGINNINGS, _MIDDLES, _ENDINGS = map(words_of, ("beginnings", "middles", "endings"))
_SHORT_WORDS = len(_BEGINNINGS) * len(_ENDINGS)
RARE_WORDS = len(_BEGINNINGS) * len(_MIDDLES) * len(_ENDINGS)
LEXICON_SIZE = 40_000


def rare_word(number: int) -> str:
    """Return one of the ``RARE_WORDS`` that can be made, by its number; the first are short."""
    if number < _SHORT_WORDS:
        ending, beginning = divmod(number * 3_571 % _SHORT_WORDS, len(_BEGINNINGS))
        return _BEGINNINGS[beginning] + _ENDINGS[ending]
    # Neighbours share neither beginning nor end: multiplied by a prime that divides nothing here.
    number = number * 7_368_787 % RARE_WORDS
    rest, ending = divmod(number, len(_ENDINGS))
    middle, beginning = divmod(rest, len(_BEGINNINGS))
    return _BEGINNINGS[beginning] + _MIDDLES[middle] + _ENDINGS[ending]


_HEAD = 40
"""How many of the first words are about equally frequent (Mandelbrot's correction)."""


class Lexicon:
    """Words by falling frequency: the n-th is drawn about as often as 1/n."""

    def __init__(self, size: int = LEXICON_SIZE) -> None:
        """Take the common words and fill up with rarer ones."""
        common = list(dict.fromkeys(COMMON))
        made = islice(map(rare_word, range(size)), size - len(common))
        self.words = [*common, *made]
        self._range = len(self.words) / _HEAD + 1

    def draw(self, rng: Random) -> str:
        """Return a word; what is drawn so is spread as 1/(rank + ``_HEAD``)."""
        return self.words[int(_HEAD * (self._range ** rng.random() - 1))]


def draw_rare(rng: Random) -> str:
    """Return a word that hardly any other record has."""
    return rare_word(int(LEXICON_SIZE + (RARE_WORDS - LEXICON_SIZE) * rng.random() ** 2))
