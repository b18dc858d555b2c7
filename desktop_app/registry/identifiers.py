"""Reads what people type, paste and drop: NCT numbers to be fetched, and what is none of them.

Nothing here reaches the network. No check digit exists: whether there is a study of a number, the
registry alone knows.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop_app.languages import _, ngettext
from desktop_app.punctuation import joined_sentences, listed
from desktop_app.registry.advice import (
    about_address,
    about_length,
    about_likeness,
    about_registry,
)
from desktop_app.study.nct_numbers import format_nct_id
from desktop_app.study.trial_numbers import DASHES, trial_numbers

_DIGITS = 8
_MOST_NAMED = 3
_LONGEST_PART = 100_000
"""Characters that are read at once."""
_BETWEEN = ("\n", ". ", ", ", ";", ",", '"', " ")
"""Where a long text is parted, best first: rather between lines than within a number."""
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_ESCAPED = re.compile(r"%(?:2F|3D|3A|26|3F|20)", re.IGNORECASE)
_LIKE_DIGITS = str.maketrans("OoQDIil|", "00001111")
_NCT = re.compile(
    r"(?<![^\W\d_])N\.?C\.?T\.?(?:[\s#:./_-]{0,3}|\s{0,3}(?:no\.?|number|id)[\s#:.]{0,3})"
    r"(?P<digits>\d{2,4}(?:[ ]\d{2,4}){1,3}(?![^\W_])|\d{8}(?=[^\W\d_OoQDIil])"
    r"|[\dOoQDIil|]{1,40}(?:(?![^\W_])|(?=NCT)))",
    re.IGNORECASE,
)
"""With blanks between groups of digits, and with letters that are taken for digits."""
_FEWEST_CERTAIN = 3
_ALONE = re.compile(r"(?<![^\s,;|\"'])0\d{7}(?![^\s,;|\"'])")
_SEPARATORS = re.compile(r"[\s,;|\"']+")
_ADDRESS = re.compile(r"\b(?:https?://|(?=www\.))([^\s/?#<>\"']{1,100})[^\s<>\"']*", re.IGNORECASE)
_REGISTRY_HOST = re.compile(r"(?:[\w-]+\.)*clinicaltrials\.gov(?::\d+)?\Z", re.IGNORECASE)
_SPOKEN_DIGITS = 7
"""So many make a number of another registry certain that has blanks in it."""


@dataclass(frozen=True, slots=True)
class Unfetchable:
    """What looks like a number or an address, and why nothing can be fetched by it."""

    text: str
    advice: str


@dataclass(frozen=True, slots=True)
class Request:
    """The numbers in a text, each once, in its order; and what cannot be fetched.

    ``likened`` are sentences on numbers that were read with letters in place of digits. A text
    ``is_numbers`` where nothing else stands in it; it ``is_unfinished`` where what is no number
    yet may become one by a further key.
    """

    nct_ids: tuple[str, ...] = ()
    others: tuple[Unfetchable, ...] = ()
    likened: tuple[str, ...] = ()
    is_numbers: bool = False
    is_unfinished: bool = False

    @property
    def advice(self) -> str:
        """Return sentences on what cannot be fetched, empty where all can."""
        return joined_sentences((*self.likened[:_MOST_NAMED], advice_on(self.others)))

    def __bool__(self) -> bool:
        return bool(self.nct_ids or self.others)


def read_request(text: str, go_on: Callable[[int], object] = lambda _read: None) -> Request:
    """Return the numbers in a text of any length, and advice on what is no number to be fetched.

    ``go_on`` is told again and again how many characters of a long text are read, and may raise.
    """
    pieces, read = [], 0
    for part in _parts(text):
        go_on(read)
        pieces.append(_read_piece(part))
        read += len(part)
    found = {one: None for piece in pieces for one in piece.found}
    others = {one.text: one for piece in pieces for one in piece.wrong}
    is_bare = all(piece.is_bare for piece in pieces)
    if is_bare:
        found |= {one: None for piece in pieces for one in piece.alone}
    is_unfinished = bool(others) and not found
    others |= {one.text: one for piece in pieces for one in piece.others}
    if not found and not others:
        others |= {one.text: one for piece in pieces for one in piece.addresses}
    return Request(
        tuple(found),
        tuple(others.values()),
        tuple(dict.fromkeys(one for piece in pieces for one in piece.likened)),
        is_numbers=bool(found) and not others and is_bare,
        is_unfinished=is_unfinished,
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a part of a text holds: right and ``wrong`` NCT numbers, and all else.

    It ``is_bare`` where nothing else stands in it; numbers ``alone`` count if all of the text is.
    """

    found: tuple[str, ...]
    wrong: tuple[Unfetchable, ...]
    likened: tuple[str, ...]
    alone: tuple[str, ...]
    others: tuple[Unfetchable, ...]
    addresses: tuple[Unfetchable, ...]
    is_bare: bool


def _parts(text: str) -> Iterator[str]:
    """Yield a long text in parts, so that no other thread waits for long; ends between words."""
    at = 0
    while len(text) - at > _LONGEST_PART:
        end = at + _LONGEST_PART
        places = (text.rfind(mark, at + 1, end) for mark in _BETWEEN)
        end = next((place for place in places if place > 0), end)
        yield text[at:end]
        at = end
    yield text[at:]


def _read_piece(text: str) -> _Piece:
    plain = _ESCAPED.sub(" ", text.translate(_WIDE).translate(DASHES))
    found: dict[str, None] = {}
    wrong: dict[str, Unfetchable] = {}
    likened: dict[str, None] = {}
    left: list[str] = []
    end = 0
    for match in _NCT.finditer(plain):
        left.append(plain[end : match.start()])
        end = match.end()
        _read_nct(match, found, wrong, likened)
    left.append(plain[end:])
    alone, rest = _numbers_alone(" ".join(left))
    others = tuple(_of_others(rest))
    is_nothing = not (found or wrong or alone or others)
    return _Piece(
        tuple(found),
        tuple(wrong.values()),
        tuple(likened),
        tuple(alone),
        others,
        tuple(_addresses(plain)) if is_nothing else (),
        is_bare=not _SEPARATORS.sub("", rest),
    )


def advice_on(others: Iterable[Unfetchable]) -> str:
    """Return what is to be said of what cannot be fetched, empty for nothing."""
    every = list(others)
    if len(every) <= 1:
        return "".join(one.advice for one in every)
    named = listed(one.text for one in every[:_MOST_NAMED])
    more = len(every) - _MOST_NAMED
    if more > 0:
        words = ngettext(
            "{numbers} and {count} more cannot be fetched.",
            "{numbers} and {count} more cannot be fetched.",
            more,
        )
        told = words.format(numbers=named, count=more)
    else:
        told = _("{numbers} cannot be fetched.").format(numbers=named)
    return joined_sentences((told, every[0].advice))


def _read_nct(
    match: re.Match[str],
    found: dict[str, None],
    others: dict[str, Unfetchable],
    likened: dict[str, None],
) -> None:
    written, said = _without_neighbours(match["digits"]), " ".join(match[0].split())
    if sum(one.isdigit() for one in written) < min(_FEWEST_CERTAIN, len(written)):
        return
    digits = written.translate(_LIKE_DIGITS)
    number = _number(digits)
    if not number:
        others[said] = Unfetchable(said, about_length(said, len(digits)))
        return
    nct_id = format_nct_id(number)
    found[nct_id] = None
    if digits != written:
        likened[about_likeness(said, nct_id)] = None


def _without_neighbours(digits: str) -> str:
    """Join groups of digits to eight; other numbers behind the first group are none of its."""
    joined = digits.replace(" ", "")
    return joined if len(joined) == _DIGITS else digits.partition(" ")[0]


def _number(digits: str) -> int:
    """Return a number of eight digits, of which one zero at the front may lack; 0 for others.

    There may be more zeros before it, as in ``0003816852``.
    """
    number = int(digits)
    significant = len(str(number))
    zeros = len(digits) - significant
    is_short = significant == _DIGITS - 1 and not zeros
    is_long = len(digits) > _DIGITS and zeros > 1 and significant < _DIGITS
    return number if is_short or is_long or len(digits) == _DIGITS else 0


def _numbers_alone(rest: str) -> tuple[list[str], str]:
    """Return numbers without letters, where nothing but such stands in a text, and what is left.

    Those of the registry begin with 0: others of eight digits are days and articles.
    """
    left = _SEPARATORS.sub("", _ALONE.sub("", rest))
    if left:
        return [], rest
    found = [format_nct_id(int(match[0])) for match in _ALONE.finditer(rest) if int(match[0])]
    return found, ""


def _of_others(rest: str) -> Iterator[Unfetchable]:
    """Yield the numbers of other registries, in the order of the text."""
    placed: dict[int, Unfetchable] = {}
    for one in trial_numbers(rest):
        if one.registry is not None and _is_certain(one.text):
            placed.setdefault(one.start, Unfetchable(one.text, about_registry(one)))
    for start in sorted(placed):
        yield placed[start]


def _is_certain(text: str) -> bool:
    digits = sum(one.isdigit() for one in text)
    return digits >= _SPOKEN_DIGITS or (digits > 0 and not any(one.isspace() for one in text))


def _addresses(plain: str) -> Iterator[Unfetchable]:
    for match in _ADDRESS.finditer(plain):
        host = match[1].rpartition("@")[2]
        is_registry = _REGISTRY_HOST.match(host) is not None
        yield Unfetchable(host, about_address(host, is_registry=is_registry))
