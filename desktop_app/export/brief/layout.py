"""Sets a brief at one type size: what stands where on its page, and whether it fits."""

from collections.abc import Iterator
from dataclasses import dataclass

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
    bottom = foot(setting, brief, document_sha256, BOX_WIDTH)
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
    head = (strip(setting, brief.identity, BOX_WIDTH), titles(setting, brief, BOX_WIDTH))
    yield stacked(head, setting.size * 0.5)
    yield summary(setting, brief, BOX_WIDTH)
    yield design(setting, brief, BOX_WIDTH)
    yield treatments(setting, brief, BOX_WIDTH)
    yield outcomes(setting, brief, BOX_WIDTH)
