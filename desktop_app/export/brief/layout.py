"""Sets a brief at one type size: what stands where on its page, and whether it fits."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.export.brief.columns import Columns, lower_half
from desktop_app.export.brief.design import design
from desktop_app.export.brief.figures import Pictures
from desktop_app.export.brief.foot import foot
from desktop_app.export.brief.head import titles
from desktop_app.export.brief.prose import summary
from desktop_app.export.brief.strip import strip
from desktop_app.export.brief.tables import outcomes
from desktop_app.export.brief.treatments import treatments
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

    def spread(self, most: float) -> "Page":
        """Return the page with its spare room between its parts, at most so much in each gap."""
        gaps = len(self.blocks) - 2
        each = min(most, self.spare / gaps) if gaps > 0 else 0.0
        moved = [(top + place * each, block) for place, (top, block) in enumerate(self.blocks[:-1])]
        blocks = (*moved, self.blocks[-1])
        return Page(blocks, self.spare - gaps * each, self.is_continued)


def set_page(setting: Setting, brief: Brief, pictures: Pictures, document_sha256: str) -> Page:
    """Return the page of a brief as it is, shortened or not."""
    bottom = setting.remembered(
        ("foot", shortenings(brief)), lambda: foot(setting, brief, document_sha256, BOX_WIDTH)
    )
    placed, top = [], 0.0
    for block in _upper(setting, brief, pictures):
        if block.height:
            placed.append((top, block))
            top += block.height + setting.gap
    room = BOX_HEIGHT - bottom.height - top - setting.gap
    lower = Columns(NOTHING)
    if room > 0:
        lower = lower_half(setting, brief, BOX_WIDTH, room)
    blocks = (*placed, (top, lower.block), (BOX_HEIGHT - bottom.height, bottom))
    return Page(blocks, room - lower.block.height, lower.is_continued)


def _upper(setting: Setting, brief: Brief, pictures: Pictures) -> Iterator[Block]:
    """Yield the parts over the whole width, each set anew only where its content is another."""
    figures = brief.figures
    drawn = pictures.schematic(figures.schematic, setting.size) if figures.schematic else None
    width = BOX_WIDTH
    parts: tuple[tuple[object, Callable[[], Block]], ...] = (
        (brief.titles, lambda: _head(setting, brief, width)),
        ((brief.summary, brief.conditions), lambda: summary(setting, brief, width)),
        (figures, lambda: design(setting, brief, pictures, drawn, width)),
        ((brief.treatments, drawn is None), lambda: treatments(setting, brief, drawn, width)),
        ((brief.outcomes, drawn is None), lambda: outcomes(setting, brief, drawn, width)),
    )
    for content, make in parts:
        yield setting.remembered(("upper", content), make)


def _head(setting: Setting, brief: Brief, width: float) -> Block:
    parts = (strip(setting, brief.identity, width), titles(setting, brief, width))
    return stacked(parts, setting.size * 0.5)
