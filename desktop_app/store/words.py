"""From words that a person types to what the index of words understands.

The index holds stems, so that singular and plural are one: a word is looked up by its stem. The
word that is being typed is the beginning of a word, whose stem may be shorter than what has been
typed (``hypertensi`` begins ``hypertension``, of which the stem is ``hypertens``).
"""

from collections.abc import Callable, Iterator

import apsw

from desktop_app.store.tokenizers import STEMS, WORDS
from desktop_app.study.nct_numbers import parse_nct_number

MOST_WORDS = 100
"""More than a person types; a query with very many would exhaust the parser of the index."""
_SHORTEST_STEM = 2
_ENDINGS = """
    able ably ability abilities ibility al ally ality alism alities ance ances ancy ancies ant
    ants ate ated ates ating ately ation ations ational ationally ative atively ator ators ed
    edly eed ement ements ence ences ency encies ent ently ents er ers es ful fully fulness ial
    ible ibly ic ical ically icate icated icating icity icities ies ified ing ings ingly ion
    ional ionally ions ism isms ist ists ities ity ive ively iveness ivity ivities ization
    izations ize ized izer izers izes izing less ly ment ments ness ous ously ousness s ses sses
    tion tional tionally tions ying
    """
_SUFFIXES = _ENDINGS.split()
# Letters that the index keeps, as they are written where a keyboard has none of them. Only some are
# tried for plain ones as well: each is one more word to look up.
_PLAIN_LETTERS = (
    *(("ß", "ss"), ("ø", "o"), ("ø", "oe"), ("æ", "ae"), ("œ", "oe"), ("ł", "l")),
    *(("đ", "d"), ("ı", "i"), ("þ", "th"), ("ð", "d")),
)
_TRIED = "ßøæœł"
_MOST_SPELLINGS = 8

_Tokens = Callable[[str], list[str]]


class WordForms:
    """Knows the words of the index for one connection, which may only read."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._words = _tokens(connection, WORDS)
        self._stems = _tokens(connection, STEMS)
        # From here on the index takes the words of queries on this connection as they are: it
        # would stem them otherwise, and find "sarcoma" for "SARS", whose stem is "sar".
        connection.register_fts5_tokenizer(STEMS.split()[0], _as_it_is)

    def words(self, text: str) -> list[str]:
        """Return the words of a text, in lower case and without accents."""
        return self._words(text)

    def lookups(self, word: str, *, is_rare: bool = False) -> tuple[str, ...]:
        """Return the expressions of which one finds a whole word.

        A rare one is looked up with letters that some keyboards have not as well.
        """
        spelled = (self._stem(other) for other in rarer_spellings(word)) if is_rare else ()
        return tuple(f'"{stem}"' for stem in dict.fromkeys((*self._stems_of(word), *spelled)))

    def stem(self, word: str) -> str:
        """Return the stem of a word."""
        return self._stem(word)

    def begun_lookups(
        self, word: str, stems: tuple[str, ...] = (), *, is_rare: bool = False
    ) -> tuple[str, ...]:
        """Return the expressions of which one finds a word with a beginning.

        ``stems`` are its `begun_stems`, where they are known.
        """
        known = stems or self.begun_stems(word)
        others = (stem for stem in known if not stem.startswith(word))
        spelled = rarer_spellings(word) if is_rare else []
        begun = (f'"{one}"*' for one in (word, *spelled))
        return *begun, *(f'"{stem}"' for stem in others)

    def begun_stems(self, word: str) -> tuple[str, ...]:
        """Return the stems of a word, and of words that it may become, as far as it tells."""
        return tuple(dict.fromkeys((*self._stems_of(word), *self._stems_of_completions(word))))

    def _stems_of(self, word: str) -> Iterator[str]:
        for spelled in other_spellings(word):
            yield self._stem(spelled)
        if word.isdecimal() and len(word) == 8:
            yield f"nct{word}"

    def _stem(self, word: str) -> str:
        return "".join(self._stems(word)[:1]) or word

    def _stems_of_completions(self, word: str) -> Iterator[str]:
        if not word.isascii():
            return
        # "sett" may become "setting", of which the stem is "set".
        shortest = 0 if word[-1:] == word[-2:-1] else 1
        for suffix in _SUFFIXES:
            for length in range(shortest, len(suffix)):
                if len(word) - length >= _SHORTEST_STEM and word.endswith(suffix[:length]):
                    yield self._stem(word + suffix[length:])


def other_spellings(word: str) -> list[str]:
    """Return a word as it is, and as keyboards write it that lack some of its letters."""
    others = (word.replace(letter, plain) for letter, plain in _PLAIN_LETTERS)
    return list(dict.fromkeys((word, *others)))


def rarer_spellings(word: str) -> list[str]:
    """Return what a word may be that was written without some letters: ``tromsø``."""
    found = []
    for letter, plain in _PLAIN_LETTERS:
        at = word.find(plain) if letter in _TRIED else -1
        while at >= 0:
            found.append(word[:at] + letter + word[at + len(plain) :])
            at = word.find(plain, at + 1)
    return found[:_MOST_SPELLINGS]


def short_number(word: str) -> tuple[int, int] | None:
    """Return the numbers that begin as a word does, if it is ``NCT`` and up to three digits."""
    digits = word[3:]
    if not (word.startswith("nct") and digits.isascii() and (digits.isdecimal() or not digits)):
        return None
    if len(digits) > 3:
        return None
    size = 10 ** (8 - len(digits))
    return int(digits or 0) * size, (int(digits or 0) + 1) * size - 1


def is_number(word: str) -> bool:
    """Tell whether a word is an NCT number or a longer beginning of one."""
    return word.startswith("nct") and word[3:].isdecimal() and word.isascii()


def whole_number(words: list[str]) -> int | None:
    """Return the NCT number that some words are, None where they are anything else."""
    word = words[0] if len(words) == 1 else ""
    is_whole = len(word) == 11 if word.startswith("nct") else len(word) == 8
    return parse_nct_number(word) if is_whole else None


def _tokens(connection: apsw.Connection, tokenizer: str) -> _Tokens:
    name, *arguments = tokenizer.split()
    tokenize = connection.fts5_tokenizer(name, arguments)

    def tokens(text: str) -> list[str]:
        found = tokenize(
            text.encode("utf-8", "replace"),
            apsw.FTS5_TOKENIZE_QUERY,
            None,
            include_offsets=False,
            include_colocated=False,
        )
        return [token for token in found if isinstance(token, str)]

    return tokens


def _as_it_is(
    connection: apsw.Connection, arguments: list[str]
) -> Callable[[bytes, int, str | None], Iterator[tuple[str]]]:
    def tokenize(text: bytes, flags: int, locale: str | None) -> Iterator[tuple[str]]:
        yield (text.decode(),)

    return tokenize
