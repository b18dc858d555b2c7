"""The design of the brief: one sentence, its pictures, and the grid of key facts."""

from functools import reduce

from desktop_app.export.brief.figures import Drawn, Pictures
from desktop_app.export.brief.grid import facts
from desktop_app.export.phrases import both_words
from desktop_app.export.typesetting.blocks import NOTHING, Block, stacked
from desktop_app.export.typesetting.setting import Setting
from desktop_app.languages import _
from desktop_app.presentation.brief.content import Brief


def design(
    setting: Setting, brief: Brief, pictures: Pictures, schematic: Drawn | None, width: float
) -> Block:
    """Return the design in one sentence above its pictures and the grid of key facts."""
    axis = pictures.axis(brief.figures, setting.size)
    parts = (
        stacked((setting.paragraph(brief.design, width), _not_drawn(setting, brief, width))),
        schematic.block if schematic else NOTHING,
        axis.block if axis else NOTHING,
        setting.remembered("facts", lambda: facts(setting, brief, width)),
    )
    return setting.section(_("Design"), width, (stacked(parts, setting.gap * 0.6),))


def _not_drawn(setting: Setting, brief: Brief, width: float) -> Block:
    names = reduce(both_words, brief.figures.left_out, "")
    # Translators: {names} is "schematic", "axis of time" or both, with "and" between them.
    said = _("No room on this page for the {names}").format(names=names) if names else ""
    return setting.paragraph(said, width, setting.small)
