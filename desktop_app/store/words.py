"""From what a person types to what the index of words understands.

The index holds stems, so that singular and plural are one: a word is looked up by its stem. The
word that is being typed is the beginning of a word, whose stem may be shorter than what has been
typed (``hypertensi`` begins ``hypertension``, of which the stem is ``hypertens``).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import apsw

from desktop_app.store.tokenizers import STEMS, WORDS
from desktop_app.study.nct_numbers import parse_nct_number

# More words than a person types; a query with very many would exhaust the parser of the index.
_MOST_WORDS = 100
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

_Tokens = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for.

    ``match`` is an expression for the index of words, or empty. ``number_ranges`` are the
    beginnings of NCT numbers so short that they fit many thousands of studies, as ranges of
    numbers. ``number`` is the NCT number that is all the person asks for.
    """

    match: str
    number_ranges: tuple[tuple[int, int], ...] = ()
    number: int | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether everything fits."""
        return not self.match and not self.number_ranges


class QueryLanguage:
    """Understands queries for one connection, which may only read."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._words = _tokens(connection, WORDS)
        self._stems = _tokens(connection, STEMS)
        # From here on the index takes the words of queries on this connection as they are: it
        # would stem them otherwise, and find "sarcoma" for "SARS", whose stem is "sar".
        connection.register_fts5_tokenizer(STEMS.split()[0], _as_it_is)

    def parse(self, text: str) -> Query:
        """Understand what was typed; any text is a query, and none is an error.

        All words must occur. The last is the beginning of a word, unless a space follows it.
        """
        words = list(dict.fromkeys(self._words(text)))[:_MOST_WORDS]
        if not words:
            return Query("")
        typing = words[-1] if text[-1:].strip() else ""
        terms, ranges = [], []
        for word in words:
            found = _short_number(word)
            if found is None:
                terms.append(self._term(word, is_typing=word == typing))
            else:
                ranges.append(found)
        return Query(" AND ".join(terms), tuple(ranges), _only_number(words))

    def _term(self, word: str, *, is_typing: bool) -> str:
        if word.startswith("nct") and word[3:].isdecimal():
            return f'"{word}"*' if len(word) < 11 else f'"{word}"'
        exact = self._stem(word)
        if not is_typing:
            alternatives = [f'"{exact}"']
        else:
            stems = dict.fromkeys((exact, *self._stems_of_completions(word)))
            others = [f'"{stem}"' for stem in stems if not stem.startswith(word)]
            alternatives = [f'"{word}"*', *others]
        if word.isdecimal() and len(word) == 8:
            alternatives.append(f'"nct{word}"')
        return alternatives[0] if len(alternatives) == 1 else f"({' OR '.join(alternatives)})"

    def _stem(self, word: str) -> str:
        return "".join(self._stems(word)[:1]) or word

    def _stems_of_completions(self, word: str) -> Iterator[str]:
        """Yield the stems of words that the beginning of one may become, as far as it tells."""
        if not word.isascii():
            return
        # "sett" may become "setting", of which the stem is "set".
        shortest = 0 if word[-1:] == word[-2:-1] else 1
        for suffix in _SUFFIXES:
            for length in range(shortest, len(suffix)):
                if len(word) - length >= _SHORTEST_STEM and word.endswith(suffix[:length]):
                    yield self._stem(word + suffix[length:])


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


def _short_number(word: str) -> tuple[int, int] | None:
    """Return the numbers that begin as a word does, if it is ``NCT`` and one or two digits."""
    digits = word[3:]
    if not (word.startswith("nct") and digits.isascii() and digits.isdecimal()):
        return None
    if len(digits) > 2:
        return None
    size = 10 ** (8 - len(digits))
    return int(digits) * size, (int(digits) + 1) * size - 1


def _only_number(words: list[str]) -> int | None:
    word = words[0]
    is_whole = len(word) == 11 if word.startswith("nct") else len(word) == 8
    return parse_nct_number(word) if len(words) == 1 and is_whole else None
