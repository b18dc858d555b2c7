"""The lower half of the brief as flows: titled runs of pieces that go down a column."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.export.brief.prose import more, sentences_left_out
from desktop_app.export.typesetting.blocks import Block, stacked
from desktop_app.export.typesetting.setting import Setting
from desktop_app.languages import _
from desktop_app.presentation.brief.content import Brief, Passage
from desktop_app.presentation.brief.gaps import NEVER_IN_RECORDS
from desktop_app.presentation.brief.sentences import joined
from desktop_app.presentation.brief.shortenings import beyond_page


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """Pieces under a title; a column may break between two of them."""

    title: str
    pieces: tuple[Block, ...]
    note: str = ""


def population(setting: Setting, text: Passage, width: float) -> Flow:
    """Return who is observed, as an observational record describes them."""
    pieces = tuple(setting.paragraph(joined(one), width) for one in text.paragraphs)
    return Flow(_("Study population"), noted(setting, pieces, sentences_left_out(text), width))


def noted(
    setting: Setting, pieces: Sequence[Block], left_out: str, width: float
) -> tuple[Block, ...]:
    """Put the note about what is left out to the last piece that is shown."""
    note = more(setting, left_out, width)
    if not note.height or not pieces:
        return (*pieces, note)
    return (*pieces[:-1], stacked((pieces[-1], note), setting.small_gap))


def not_in_record(setting: Setting, brief: Brief, width: float) -> Flow:
    """Return what the record does not state, and what it holds beyond the page."""
    stated = _("Nothing of what a registry record states is missing.")
    quiet = setting.small
    names = " · ".join(beyond_page(brief))
    beyond = _("Also in the full record: {names}.").format(names=names) if names else ""
    pieces = (
        setting.paragraph(" · ".join(brief.gaps) or stated, width),
        setting.paragraph(_(NEVER_IN_RECORDS), width, quiet),
        setting.paragraph(beyond, width, quiet),
    )
    return Flow(_("Not in this record"), pieces)
