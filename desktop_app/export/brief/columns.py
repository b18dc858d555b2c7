"""Arranges the lower half of the brief in two columns of about the same height.

Inclusion and exclusion stand side by side, and what else there is goes below the shorter one.
Where that does not fit, everything flows down the left column and on in the right one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from desktop_app.export.brief.continued import continued
from desktop_app.export.brief.criteria import criteria
from desktop_app.export.brief.flows import Flow, not_in_record, population
from desktop_app.export.brief.places import where
from desktop_app.export.typesetting.blocks import Block
from desktop_app.export.typesetting.setting import Setting
from desktop_app.languages import _
from desktop_app.presentation.brief.content import Brief, CriteriaList

_SHARES = (0.5, 0.42, 0.58)
"""How much of the width the left column may take."""

_CRITERIA = (False, False, True)
"""The columns of study population, inclusion and exclusion: whether each is the right one."""

_HOPE = 1.04
"""How far an estimate may go over the room for an arrangement to be tried all the same."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The two columns; ``is_continued`` where a list may go on in the second one."""

    block: Block
    is_continued: bool = False


def lower_half(setting: Setting, brief: Brief, width: float, room: float) -> Columns:
    """Return the two columns, in the first arrangement that fits the room.

    Where none does, it returns one that is higher than the room.
    """
    gutter = setting.gutter
    column = (width - gutter) / 2
    flows = _flows(setting, brief, column)
    heights = [_section(setting, flow, column).height for flow in flows]
    both = all(_criteria_in_order(brief)[:2])
    if both:
        for share in _SHARES:
            if _estimate(heights, share) <= room * _HOPE:
                found = _side_by_side(setting, brief, width, gutter, share)
                if found.height <= room:
                    return Columns(found)
    return Columns(continued(setting, flows, column, gutter), is_continued=both)


def _estimate(heights: Sequence[float], share: float) -> float:
    """Estimate the height of columns of other widths from that of columns of the same width."""
    population, inclusion, exclusion, *movable = heights
    return min(
        max(
            (population + inclusion + _sum(movable, sides, False)) * 0.5 / share,
            (exclusion + _sum(movable, sides, True)) * 0.5 / (1 - share),
        )
        for sides in product((False, True), repeat=len(movable))
    )


def _sum(heights: Sequence[float], sides: Sequence[bool], side: bool) -> float:
    return sum(height for height, at in zip(heights, sides, strict=True) if at is side)


def _side_by_side(
    setting: Setting, brief: Brief, width: float, gutter: float, share: float
) -> Block:
    left, right = (width - gutter) * share, (width - gutter) * (1 - share)
    lefts = [_section(setting, flow, left) for flow in _flows(setting, brief, left)]
    rights = [_section(setting, flow, right) for flow in _flows(setting, brief, right)]
    return min(
        (
            _placed(setting, lefts, rights, (*_CRITERIA, *sides), left + gutter)
            for sides in product((False, True), repeat=len(lefts) - len(_CRITERIA))
        ),
        key=lambda block: block.height,
    )


def _placed(
    setting: Setting,
    lefts: Sequence[Block],
    rights: Sequence[Block],
    sides: Sequence[bool],
    second: float,
) -> Block:
    """Return blocks in two columns, in their own order for who hears them.

    ``sides`` tells of each whether it goes to the right; ``second`` is where that column begins.
    """
    parts = []
    heights = [0.0, 0.0]
    for blocks, side in zip(zip(lefts, rights, strict=True), sides, strict=True):
        block = blocks[side]
        if block.height:
            top = heights[side] + (setting.gap if heights[side] else 0.0)
            parts.append((second if side else 0.0, top, block))
            heights[side] = top + block.height
    return Block(max(heights), (), tuple(parts))


def _flows(setting: Setting, brief: Brief, width: float) -> tuple[Flow, ...]:
    """Return population, three lists of criteria, places and gaps, in this order."""
    people, places = brief.criteria.population, brief.places
    return (
        setting.remembered((people, width), lambda: population(setting, people, width)),
        *(_criteria(setting, one, width) for one in _criteria_in_order(brief)),
        setting.remembered((places, width), lambda: _where(setting, brief, width)),
        setting.remembered(
            ("gaps", brief.figures.axis is None, width),
            lambda: not_in_record(setting, brief, width),
        ),
    )


def _where(setting: Setting, brief: Brief, width: float) -> Flow:
    return where(setting, brief.places, _("Contacts") not in brief.gaps, width)


def _criteria_in_order(brief: Brief) -> tuple[CriteriaList, CriteriaList, CriteriaList]:
    """Return the lists of the left and of the right column, and what else there is.

    Where a record sorts only one list, what it does not sort stands beside it, left of exclusion.
    """
    content = brief.criteria
    inclusion, exclusion, unsorted = content.inclusion, content.exclusion, content.unsorted
    if not inclusion:
        return unsorted, exclusion, inclusion
    return (inclusion, exclusion, unsorted) if exclusion else (inclusion, unsorted, exclusion)


def _criteria(setting: Setting, content: CriteriaList, width: float) -> Flow:
    # Lists are only ever shortened at their end, so title and length tell one from another.
    key = ("criteria", content.title, len(content.lines), width)
    return setting.remembered(key, lambda: criteria(setting, content, width))


def _section(setting: Setting, flow: Flow, width: float) -> Block:
    key = ("section", flow, width)
    return setting.remembered(
        key, lambda: setting.section(flow.title, width, flow.pieces, flow.note)
    )
