"""The walk through a criteria text that gathers its lines into sections of one side each."""

import re
from dataclasses import dataclass, field

from desktop_app.analysis.criteria_headings import (
    Side,
    announces,
    is_group_label,
    is_plain,
    is_sentence,
    label_side,
    sentence_side,
)
from desktop_app.analysis.criteria_lines import Line, read_lines
from desktop_app.analysis.criteria_markers import Marker, read_marker
from desktop_app.analysis.criteria_outline import Node, Outline
from desktop_app.analysis.criteria_splitting import (
    Piece,
    says_none,
    split_at_headings,
    split_chain,
    split_run_in,
)
from desktop_app.study.markup import unescape

_JOINING = re.compile(r"\W*(?:and|or|and/or|plus|either|and either)\W*\Z", re.IGNORECASE)
_NOTE = re.compile(
    r"\W{0,3}(?:please )?(?:note\b|n\.?b\.?\b)|[*†‡§#ǂ^]+\s?\w"
    r"|(?:other|further|additional)\b.{0,60}\b(?:appl(?:y|ies|ied))\W*\Z",
    re.IGNORECASE,
)
_HAS_WORD = re.compile(r"[^\W_]")


@dataclass(slots=True)
class Section:
    """What stands under one heading: its side, its titles, leads and items in source order."""

    side: Side
    titles: list[str] = field(default_factory=list)
    heading: str = ""
    lead: list[str] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    names_side: bool = False

    @property
    def is_bare(self) -> bool:
        """Tell whether nothing but titles stands here so far."""
        return not self.lead and not self.nodes


def arrange(source: str) -> list[Section]:
    """Return the sections of a text in markup, in its order."""
    arranger = _Arranger()
    lines = read_lines(source)
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        arranger.read(line, following)
    return [section for section in arranger.sections if section.titles or not section.is_bare]


class _Arranger:
    def __init__(self) -> None:
        self.sections = [Section(Side.UNSORTED)]
        self._outline = Outline()
        self._scope = ""
        self._last: list[str] | None = None  # where a line that goes on is put
        self._heading_style: str | None = None  # form of marks of items that are headings

    @property
    def _section(self) -> Section:
        return self.sections[-1]

    def read(self, line: Line, following: Line | None) -> None:
        """Take in one line; ``following`` is the next."""
        marker, rest = read_marker(line.text, self._outline.expects)
        next_marker = _marker_of(following)
        for index, part in enumerate(split_at_headings(unescape(rest))):
            goes_on = marker is None and not line.after_gap and not index
            self._take(line, marker if not index else None, part, next_marker, goes_on)
        if marker is not None and not rest:
            self._take_bare_mark(line, marker, following)

    def _take(
        self,
        line: Line,
        marker: Marker | None,
        text: str,
        next_marker: Marker | None,
        goes_on: bool,
    ) -> None:
        if self._take_heading(marker, text, next_marker):
            return
        if goes_on and self._last is not None:
            self._last.append(text)
        elif marker is not None:
            self._take_items(line.indent, marker, text, next_marker)
        else:
            self._take_paragraph(line.indent, text, next_marker)

    def _take_heading(self, marker: Marker | None, text: str, next_marker: Marker | None) -> bool:
        side = label_side(text, marker is not None)
        if side is not None:
            self._begin(side, marker, text)
            return True
        if self._take_run_in(marker, text, next_marker):
            return True
        side = self._side_of_sentence(marker, text, next_marker)
        if side is None:
            return False
        self._begin(side, marker, text)
        return True

    def _take_run_in(self, marker: Marker | None, text: str, next_marker: Marker | None) -> bool:
        heading, rest = split_run_in(text)
        if not heading:
            return False
        side = label_side(heading, marked=True)
        if side is None:
            return False
        if next_marker is not None and is_group_label(rest):
            self._begin(side, marker, text)
            return True
        self._begin(side, marker, heading)
        if says_none(rest) or announces(rest) or not _HAS_WORD.search(rest):
            self._section.lead.append(rest)
            return True
        first, words = read_marker(rest, self._outline.expects)
        if first is None:
            self._add_paragraph(words)
        else:
            self._take_items(0, first, words, next_marker)
        return True

    def _side_of_sentence(
        self, marker: Marker | None, text: str, next_marker: Marker | None
    ) -> Side | None:
        """Return the side to which a sentence turns, or None where it turns to no other.

        An item turns only where no side is known, or where the items before it did the same.
        """
        if not announces(text) and (marker is not None or next_marker is None):
            return None
        side = sentence_side(text)
        if side is self._section.side:
            return None
        if marker is not None and self._section.side is not Side.UNSORTED:
            return side if self._heading_style == marker.style else None
        return side

    def _begin(self, side: Side, marker: Marker | None, text: str, names_side: bool = True) -> None:
        """Begin a section; a heading of a group that has nothing under it yet joins it."""
        title = f"{marker.text} {text}" if marker else text
        before = self._section
        heading = "" if is_plain(text) else text
        if before.titles and before.is_bare and not (names_side and before.names_side):
            self._join(before, side, title, heading, names_side)
        else:
            if heading and names_side:
                self._scope = ""
            self.sections.append(
                Section(side, [title], heading or self._scope, names_side=names_side)
            )
        self._outline.clear()
        self._last = None
        if names_side:
            self._heading_style = marker.style if marker else None

    def _join(
        self, before: Section, side: Side, title: str, heading: str, names_side: bool
    ) -> None:
        before.titles.append(title)
        if names_side:
            before.side = side
            self._scope = before.heading
        before.heading = "\n".join(part for part in (before.heading, heading) if part)
        before.names_side = before.names_side or names_side

    def _take_items(
        self, indent: int, marker: Marker, text: str, next_marker: Marker | None
    ) -> None:
        for piece in split_chain(marker, text, next_marker):
            self._take_item(indent, piece)

    def _take_item(self, indent: int, piece: Piece) -> None:
        mark = piece.marker
        if mark is None:
            self._add_paragraph(piece.text)
            return
        node = Node(mark.text, [piece.text])
        if not self._outline.add(node, mark, indent):
            self._section.nodes.append(node)
        self._last = node.texts

    def _take_bare_mark(self, line: Line, marker: Marker, following: Line | None) -> None:
        """A mark without words is an item only if it has sub-items."""
        if following is not None and following.indent >= line.indent + 2:
            self._take_item(line.indent, Piece(marker, ""))
        else:
            self._add_lead(marker.text)

    def _take_paragraph(self, indent: int, text: str, next_marker: Marker | None) -> None:
        item = self._outline.item_at(indent)
        if item is not None:
            self._add_to_item(item, text)
        elif _JOINING.match(text) or _NOTE.match(text) or not _HAS_WORD.search(text):
            self._add_lead(text)
        elif announces(text):
            self._take_announcement(text)
        elif next_marker is not None and is_group_label(text):
            self._begin(self._section.side, None, text, names_side=False)
        else:
            self._add_paragraph(text)

    def _take_announcement(self, text: str) -> None:
        if self._section.titles and not self._section.nodes and is_sentence(text):
            self._add_lead(text)
        else:
            self._begin(self._section.side, None, text, names_side=False)

    def _add_to_item(self, item: Node, text: str) -> None:
        if item.children:
            is_note = bool(_JOINING.match(text) or _NOTE.match(text))
            item.children.append(Node("", [text], is_note=is_note))
            self._last = item.children[-1].texts
        else:
            item.texts.append(text)
            self._last = item.texts

    def _add_paragraph(self, text: str) -> None:
        node = Node("", [text])
        self._section.nodes.append(node)
        self._last = node.texts

    def _add_lead(self, text: str) -> None:
        if self._section.nodes:
            self.sections.append(Section(self._section.side))
            self._outline.clear()
        self._section.lead.append(text)
        self._last = self._section.lead


def _marker_of(line: Line | None) -> Marker | None:
    if line is None:
        return None
    return read_marker(line.text, lambda style, ordinal: False)[0]
