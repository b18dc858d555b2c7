"""Lines that hold more than one thing: a heading with its first words, a list run together."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.analysis.criteria.headings import label_side, may_name_side
from desktop_app.analysis.criteria.markers import Marker

_HEADING_WITHIN = re.compile(
    r"(?<=[.;!?)])\s+(?=(?:Key |Main )?(?:In|Ex)clusion Criteria\s?[:：])"
    r"|(?<=[a-z])\s+(?=(?:In|Ex)clusion [Cc]riteria\s?[:：])"
    r"|(?<=[.;!?)])\s+(?=(?:INCLUSION|EXCLUSION)(?: CRITERIA)?\s?[:：])"
)
_HEADING_AT_END = re.compile(r"(?<=[a-z0-9.;)%])\s+(?=Exclusion Criteria\s*\Z)")
_RUN_IN = re.compile(r"(?P<heading>[^:：]{4,90}?\s*(?:[:：]|\s[-–—](?=\s)|(?<=\w)-\s))\s*(?=\S)")
_CHAINED = re.compile(
    r"(?<=\s)(?P<number>\d{1,3}|[a-z]|[A-Z])(?P<end>[.)])\s+(?=[^\W_]|[(<>≥≤\"“])"
)
_SHORTEST_CHAIN = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """An item of a line that may hold several: its mark and its words, escapes undone."""

    marker: Marker
    text: str


def split_at_headings(text: str, *, is_item: bool = False) -> list[str]:
    """Cut a line before headings within it ("... consent. Exclusion Criteria: ...").

    Only headings with a capital and a colon count, and none in a line that is a heading itself; at
    the end of an item ``Exclusion Criteria`` needs no colon, lest exclusions pass for inclusions.
    """
    if "nclusion" not in text.lower() and "xclusion" not in text.lower():
        return [text] if text else []
    if is_item and label_side(text, marked=True) is None and _HEADING_AT_END.search(text):
        return _HEADING_AT_END.split(text)
    if label_side(text) is not None:
        return [text]
    return [part for part in _HEADING_WITHIN.split(text) if part]


def split_run_in(text: str) -> tuple[str, str]:
    """Split ``Exclusion Criteria: pregnancy`` into the heading and the rest.

    The heading is empty if the line does not begin with the label of a side.
    """
    match = _RUN_IN.match(text) if may_name_side(text[:100]) else None
    if match is None or label_side(match["heading"], marked=True) is None:
        return "", text
    return match["heading"], text[match.end() :]


def split_chain(
    marker: Marker, text: str, following: Callable[[], Marker | None]
) -> Sequence[Piece]:
    """Cut ``1. Adults 2. Consent 3. Asthma`` into its items.

    Done only for three consecutive numbers or letters in one form, the first at the beginning;
    two suffice where the author typed the first, which is how lists that lost their line breaks
    look. A list whose next item, which ``following`` reads, repeats a number is left alone.
    """
    if marker.style not in ("1.", "1)", "a.", "a)", "A.", "A)"):
        return (Piece(marker, text),)
    links = _links(marker, text)
    enough = _SHORTEST_CHAIN - (2 if marker.typed else 1)
    if len(links) < enough or _conflicts(marker, len(links), following()):
        return (Piece(marker, text),)
    starts = [0, *(link.end() for link in links)]
    ends = [*(link.start() for link in links), len(text)]
    marks = [marker, *(_mark_of(link, marker.style) for link in links)]
    return tuple(
        Piece(mark, text[start:end].strip())
        for mark, start, end in zip(marks, starts, ends, strict=True)
    )


def _links(marker: Marker, text: str) -> list[re.Match[str]]:
    """Return the marks in the text that continue the first one without a gap."""
    links: list[re.Match[str]] = []
    awaited = marker.ordinal + 1
    for match in _CHAINED.finditer(text):
        mark = _mark_of(match, marker.style)
        if mark.style == marker.style and mark.ordinal == awaited:
            links.append(match)
            awaited += 1
    return links


def _mark_of(match: re.Match[str], like: str) -> Marker:
    number = match["number"]
    if number.isdigit():
        return Marker(f"{number}{match['end']}", f"1{match['end']}", int(number), True)
    first = "a" if number.islower() else "A"
    return Marker(
        f"{number}{match['end']}", first + match["end"], ord(number) - ord(first) + 1, True
    )


def _conflicts(marker: Marker, links: int, following: Marker | None) -> bool:
    if following is None or following.style != marker.style:
        return False
    return marker.ordinal < following.ordinal <= marker.ordinal + links
