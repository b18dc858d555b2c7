"""The eligibility criteria of a record as numbered inclusion and exclusion lists.

The record holds one text. Its words stay as they are and in their order: nothing is added but
numbers, and what belongs to no side for certain is shown as unsorted. What is a criterion:

* every item of a list, with its sub-items, the author's own marks taken off and kept beside it;
* every paragraph of a side, unless it announces a list or names a group (then it is a heading or
  a lead), joins lists ("OR"), or is a note ("Note: other criteria may apply").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.analysis.criteria.arranging import arrange
from desktop_app.analysis.criteria.headings import Side
from desktop_app.analysis.criteria.outline import Node
from desktop_app.analysis.criteria.sections import Section
from desktop_app.study.markup import MarkupText, TextParagraph


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion and its parts.

    ``number`` is ``I-1``, ``E-3``, ``C-2`` or, nested, ``I-2.1``; it is empty for a note or a
    joining word between sub-items. ``text`` holds the exact words, ``\\n`` between paragraphs.
    ``marker`` is the author's own mark (``*``, ``3.``, ``a)``, ``* (1)``), empty for a paragraph.
    """

    number: str
    text: str
    marker: str
    children: tuple["Criterion", ...] = ()


@dataclass(frozen=True, slots=True)
class CriteriaGroup:
    """A run of criteria under one heading of the author's inside a side.

    ``heading`` is empty where the author's heading says no more than the side. ``lead`` holds the
    paragraphs before the criteria that are none themselves; a group may hold nothing else.
    ``titles`` are the author's headings exactly as written, marks and plain ones included, and
    ``position`` is the place of the group in the record's text, over all sides, from 0.
    """

    heading: str
    lead: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    titles: tuple[str, ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True)
class Criteria:
    """All criteria of a record; what cannot be sorted is in ``unsorted``, as written."""

    inclusion: tuple[CriteriaGroup, ...] = ()
    exclusion: tuple[CriteriaGroup, ...] = ()
    unsorted: tuple[CriteriaGroup, ...] = ()

    @property
    def inclusion_count(self) -> int:
        """Return how many inclusion criteria there are, not counting their parts."""
        return _count(self.inclusion)

    @property
    def exclusion_count(self) -> int:
        """Return how many exclusion criteria there are, not counting their parts."""
        return _count(self.exclusion)

    @property
    def unsorted_count(self) -> int:
        """Return how many criteria belong to no side for certain."""
        return _count(self.unsorted)


@lru_cache(maxsize=8)
def arrange_criteria(text: MarkupText) -> Criteria:
    """Arrange the text of the element Eligibility Criteria.

    The last few results are kept: a tab, its count and the brief ask for the same one.
    """
    if text.is_overlong:
        return _as_written(text)
    sections = arrange(text.body)
    return Criteria(*(_groups(sections, side) for side in Side))


def _as_written(text: MarkupText) -> Criteria:
    """Return a text that no registry would take as one group, paragraph by paragraph."""
    paragraphs = tuple(block.text for block in text.blocks if isinstance(block, TextParagraph))
    return Criteria((), (), (CriteriaGroup("", paragraphs, ()),))


def in_source_order(criteria: Criteria) -> Iterator[tuple[str, str]]:
    """Yield every mark with its words, in the order of the record's text.

    Headings and leads come with an empty mark.
    """
    groups = (*criteria.inclusion, *criteria.exclusion, *criteria.unsorted)
    for group in sorted(groups, key=lambda each: each.position):
        yield from (("", words) for words in (*group.titles, *group.lead))
        for criterion in group.criteria:
            yield from _walk(criterion)


def _walk(criterion: Criterion) -> Iterator[tuple[str, str]]:
    yield criterion.marker, criterion.text
    for child in criterion.children:
        yield from _walk(child)


def _count(groups: tuple[CriteriaGroup, ...]) -> int:
    return sum(len(group.criteria) for group in groups)


def _groups(sections: list[Section], side: Side) -> tuple[CriteriaGroup, ...]:
    groups = []
    count = 0
    for position, section in enumerate(sections):
        if section.side is side:
            groups.append(_group(section, position, count))
            count += len(section.nodes)
    return tuple(groups)


def _group(section: Section, position: int, count: int) -> CriteriaGroup:
    letter = section.side.value
    return CriteriaGroup(
        heading=section.heading,
        lead=tuple(section.lead),
        criteria=tuple(
            _criterion(node, f"{letter}-{number}")
            for number, node in enumerate(section.nodes, count + 1)
        ),
        titles=tuple(section.titles),
        position=position,
    )


def _criterion(node: Node, number: str) -> Criterion:
    return Criterion(number, "\n".join(node.texts), node.marker, _children(node, number))


def _children(node: Node, number: str) -> tuple[Criterion, ...]:
    children = []
    count = 0
    for child in node.children:
        count += not child.is_note
        children.append(_criterion(child, "" if child.is_note else f"{number}.{count}"))
    return tuple(children)
