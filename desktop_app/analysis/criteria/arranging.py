"""The walk through a criteria text that gathers its lines into sections of one side each."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from desktop_app.analysis.criteria.groups import (
    is_group_label,
    is_note,
    is_sentence,
    names_group,
    says_nothing,
)
from desktop_app.analysis.criteria.headings import (
    Side,
    announces,
    label_side,
    sentence_side,
)
from desktop_app.analysis.criteria.lines import Line, read_lines
from desktop_app.analysis.criteria.markers import Marker, read_marker
from desktop_app.analysis.criteria.outline import Node, Outline
from desktop_app.analysis.criteria.sections import Section, SectionList
from desktop_app.analysis.criteria.splitting import (
    Piece,
    split_at_headings,
    split_chain,
    split_run_in,
)
from desktop_app.study.markup import unescape

_POINTS_DOWN = re.compile(r"\b(?:following|below)\b", re.IGNORECASE)
_NO_LIST = Marker("", "")


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What the next line is, as far as its beginning tells."""

    line: Line | None

    @property
    def marker(self) -> Marker | None:
        """Return the mark of the next line, if it is an item with words."""
        if self.line is None:
            return None
        marker, words = read_marker(self.line.text, lambda style, ordinal: False)
        return marker if words else None

    @property
    def is_heading(self) -> bool:
        """Tell whether the next line is the label of a side."""
        return self.side is not None

    @property
    def side(self) -> Side | None:
        """Return the side of which the next line is the label."""
        return None if self.line is None else label_side(unescape(self.line.text))

    def is_below(self, line: Line) -> bool:
        """Tell whether the next line is indented under the given one."""
        return self.line is not None and self.line.indent >= line.indent + 2


def arrange(source: str) -> list[Section]:
    """Return the sections of a text in markup, in its order."""
    arranger = _Arranger()
    lines = read_lines(source)
    for line, following in zip_longest(lines, lines[1:]):
        arranger.read(line, _Ahead(following))
    return arranger.sections.with_words()


class _Arranger:
    def __init__(self) -> None:
        self.sections = SectionList()
        self._outline = Outline()
        self._last: list[str] | None = None  # where a line that goes on is put
        self._heading_style: str | None = None  # form of marks of items that are headings

    def read(self, line: Line, ahead: _Ahead) -> None:
        """Take in one line."""
        marker, rest = read_marker(line.text, self._outline.expects)
        if marker is not None and not rest:
            self._take_bare_mark(line, marker, ahead)
        parts = split_at_headings(unescape(rest), is_item=marker is not None)
        for index, part in enumerate(parts):
            if index or not self._take_continuation(line, marker, part):
                self._take(line.indent, None if index else marker, part, ahead)

    def _take_continuation(self, line: Line, marker: Marker | None, text: str) -> bool:
        if marker is not None or line.after_gap or self._last is None:
            return False
        if label_side(text) is not None or split_run_in(text)[0]:
            return False
        self._last.append(text)
        return True

    def _take(self, indent: int, marker: Marker | None, text: str, ahead: _Ahead) -> None:
        if self._take_heading(marker, text, ahead):
            return
        if marker is not None:
            self._take_items(indent, marker, text, ahead)
        else:
            self._take_paragraph(indent, text, ahead)

    def _take_heading(self, marker: Marker | None, text: str, ahead: _Ahead) -> bool:
        if says_nothing(text):
            return False
        side = label_side(text, marker is not None)
        if side is None and self._take_run_in(marker, text, ahead):
            return True
        side = side or self._side_of_sentence(marker, text, ahead)
        if side is None:
            return False
        self._begin_side(side, marker, text)
        return True

    def _take_run_in(self, marker: Marker | None, text: str, ahead: _Ahead) -> bool:
        heading, rest = split_run_in(text)
        side = label_side(heading, marked=True)
        if side is None or (marker is not None and not self._turns(side, heading)):
            return False
        if is_group_label(rest) and ahead.marker is not None:
            self._begin_side(side, marker, text)
            return True
        self._begin_side(side, marker, heading)
        self._take_words_of_heading(rest, ahead)
        return True

    def _take_words_of_heading(self, words: str, ahead: _Ahead) -> None:
        first, rest = read_marker(words, self._outline.expects)
        if says_nothing(words) or announces(words):
            self._add_lead(words)
        elif first is None:
            self._add_criterion(words)
        else:
            self._take_items(0, first, rest, ahead)

    def _turns(self, side: Side, heading: str) -> bool:
        """Tell whether an item that begins with a heading turns the items after it as well.

        "2. Exclusion: pregnancy" among inclusion criteria may be one criterion, and the list may
        go on.
        """
        current = self.sections.last.side
        return current is Side.UNSORTED or (side is not current and "criteri" in heading.lower())

    def _side_of_sentence(self, marker: Marker | None, text: str, ahead: _Ahead) -> Side | None:
        """Return the side to which a sentence turns, or None where it turns to no other.

        An item turns only where no side is known, or where the items before it did the same.
        """
        if not announces(text) and (marker is not None or ahead.marker is None):
            return None
        side = sentence_side(text)
        if side is self.sections.last.side:
            return None
        if marker is not None and self.sections.last.side is not Side.UNSORTED:
            return side if self._heading_style == marker.style else None
        return side

    def _begin_side(self, side: Side, marker: Marker | None, text: str) -> None:
        self.sections.begin_side(side, f"{marker.text} {text}" if marker else text, text)
        self._heading_style = marker.style if marker else None
        self._outline.clear()
        self._last = None

    def _begin_group(self, text: str) -> None:
        self.sections.begin_group(text)
        self._outline.clear()
        self._last = None

    def _take_items(self, indent: int, marker: Marker, text: str, ahead: _Ahead) -> None:
        for piece in split_chain(marker, text, lambda: ahead.marker):
            self._take_item(indent, piece)

    def _take_item(self, indent: int, piece: Piece) -> None:
        node = Node(piece.marker.text, [piece.text])
        if not self._outline.add(node, piece.marker, indent):
            self.sections.last.nodes.append(node)
        self._last = node.texts

    def _take_bare_mark(self, line: Line, marker: Marker, ahead: _Ahead) -> None:
        """Take a mark without words, which is an item only if it has sub-items."""
        if ahead.is_below(line):
            self._take_item(line.indent, Piece(marker, ""))
        else:
            self._add_lead(marker.text)

    def _take_paragraph(self, indent: int, text: str, ahead: _Ahead) -> None:
        item = self._outline.item_at(indent)
        if item is not None:
            self._add_to_item(item, text)
        elif is_note(text) or says_nothing(text):
            self._add_lead(text)
        elif announces(text):
            self._take_announcement(text, ahead)
        elif self._is_lead(text, ahead):
            self._add_lead(text)
        elif self._is_all_of_side(ahead):
            self._add_criterion(text)
        elif is_group_label(text, paragraph=True) and (ahead.is_heading or ahead.marker):
            self._begin_group(text)
        else:
            self._add_criterion(text)

    def _take_announcement(self, text: str, ahead: _Ahead) -> None:
        if not names_group(text) and ahead.marker is not None:
            node = self._add_criterion(text)
            self._outline.add(node, _NO_LIST, 0)
        elif self._begins_section() and is_sentence(text):
            self._add_lead(text)
        else:
            self._begin_group(text)

    def _is_lead(self, text: str, ahead: _Ahead) -> bool:
        """Tell a sentence that announces the first list of a section, though without a colon."""
        if not self._begins_section() or not _POINTS_DOWN.search(text):
            return False
        return names_group(text) and is_sentence(text) and ahead.marker is not None

    def _is_all_of_side(self, ahead: _Ahead) -> bool:
        """Tell a line that stands alone between the headings of the two sides."""
        here = self.sections.last
        is_of_side = here.names_side and here.is_bare and here.side is not Side.UNSORTED
        return is_of_side and ahead.side not in (None, here.side, Side.UNSORTED)

    def _begins_section(self) -> bool:
        return bool(self.sections.last.titles) and not self.sections.last.nodes

    def _add_to_item(self, item: Node, text: str) -> None:
        if item.children:
            item.children.append(Node("", [text], is_note=is_note(text)))
            self._last = item.children[-1].texts
        else:
            item.texts.append(text)
            self._last = item.texts

    def _add_criterion(self, text: str) -> Node:
        node = Node("", [text])
        self.sections.last.nodes.append(node)
        self._last = node.texts
        return node

    def _add_lead(self, text: str) -> None:
        self._outline.clear()
        self._last = self.sections.add_lead(text)
