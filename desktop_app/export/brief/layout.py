"""Sets a brief at one type size: what stands where on its page, and whether it fits."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from desktop_app.export.brief.arms import treatments
from desktop_app.export.brief.columns import Columns, lower_half
from desktop_app.export.brief.foot import foot
from desktop_app.export.brief.grid import design
from desktop_app.export.brief.head import titles
from desktop_app.export.brief.prose import summary
from desktop_app.export.brief.strip import strip
from desktop_app.export.brief.tables import outcomes
from desktop_app.export.paper import BOX_HEIGHT, BOX_WIDTH
from desktop_app.export.typesetting.blocks import NOTHING, Block, stacked
from desktop_app.export.typesetting.setting import Setting
from desktop_app.presentation.brief.content import Brief
from desktop_app.presentation.brief.shortenings import shortenings


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is set: blocks with their distance from the top of the box, in reading order."""

    blocks: tuple[tuple[float, Block], ...]
    spare: float
    """Points that are left above the foot; negative where the page does not fit."""
    is_continued: bool = False
    """Whether inclusion and exclusion had to give up standing side by side."""


def set_page(setting: Setting, brief: Brief, document_sha256: str) -> Page:
    """Return the page of a brief as it is, shortened or not."""
    bottom = setting.remembered(
        ("foot", shortenings(brief)), lambda: foot(setting, brief, document_sha256, BOX_WIDTH)
    )
    upper = stacked(_upper(setting, brief), setting.gap)
    room = BOX_HEIGHT - bottom.height - upper.height - 2 * setting.gap
    lower = Columns(NOTHING)
    if room > 0:
        lower = lower_half(setting, brief, BOX_WIDTH, room)
    placed = (
        (0.0, upper),
        (upper.height + setting.gap, lower.block),
        (BOX_HEIGHT - bottom.height, bottom),
    )
    return Page(placed, room - lower.block.height, lower.is_continued)


def _upper(setting: Setting, brief: Brief) -> Iterator[Block]:
    """Yield the parts over the whole width, each set anew only where its content is another."""
    parts: tuple[tuple[Callable[[Setting, Brief, float], Block], object], ...] = (
        (_head, brief.titles),
        (summary, (brief.summary, brief.conditions)),
        (design, None),
        (treatments, brief.treatments),
        (outcomes, brief.outcomes),
    )
    for part, content in parts:
        yield setting.remembered((part, content), partial(part, setting, brief, BOX_WIDTH))


def _head(setting: Setting, brief: Brief, width: float) -> Block:
    parts = (strip(setting, brief.identity, width), titles(setting, brief, width))
    return stacked(parts, setting.size * 0.5)
