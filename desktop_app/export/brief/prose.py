"""What and why: the summary of the brief, and the notes about what texts leave out."""

from desktop_app.export.brief.paragraphs import halves, paragraphs, set_paragraphs
from desktop_app.export.typesetting.blocks import NOTHING, Block, beside, indented
from desktop_app.export.typesetting.setting import Setting
from desktop_app.languages import _, ngettext
from desktop_app.presentation.brief.content import Brief, Passage
from desktop_app.presentation.brief.sentences import joined
from desktop_app.presentation.brief.shortenings import all_of
from desktop_app.presentation.wording import grouped

_LINES_ACROSS = ((10.25, 8), (9.0, 3), (0.0, 2))
"""The lines over the whole page that a text may take from a type size on: in small type lines are
long and hard to read, and more of them stand in two columns."""


def summary(setting: Setting, brief: Brief, width: float) -> Block:
    """Return what and why, with the conditions."""
    conditions = all_of(brief.conditions)
    said = ngettext("Condition: {names}", "Conditions: {names}", brief.conditions.total)
    said = said.format(names=conditions) if conditions else ""
    named = setting.paragraph(said, width, setting.body)
    parts = (
        indented(named, 0.0, below=setting.size * 0.2) if named.height else NOTHING,
        prose(setting, brief.summary, width),
        more(setting, sentences_left_out(brief.summary), width),
    )
    return setting.section(_("What and why"), width, parts)


def prose(setting: Setting, passage: Passage, width: float) -> Block:
    """Return a text over the page, or in two columns where it is long."""
    texts = [joined(sentences) for sentences in passage.paragraphs if sentences]
    across = paragraphs(setting, texts, width, evenly=True)
    most = next(most for size, most in _LINES_ACROSS if size <= setting.size)
    if sum(len(one.lines) for one in across) <= most:
        return set_paragraphs(setting, across)
    column = (width - setting.gutter) / 2
    left, right = halves(paragraphs(setting, texts, column))
    second = column + setting.gutter
    return beside((0.0, set_paragraphs(setting, left)), (second, set_paragraphs(setting, right)))


def sentences_left_out(passage: Passage) -> str:
    """Return how many sentences are not shown, empty where all are."""
    return more_sentences(passage.left_out)


def more_sentences(count: int) -> str:
    """Return so many sentences in words, empty where there are none."""
    if not count:
        return ""
    said = ngettext("{count} more sentence", "{count} more sentences", count)
    return said.format(count=grouped(count))


def more(setting: Setting, left_out: str, width: float) -> Block:
    """Return the note about what is left out, next to where it would be."""
    if not left_out:
        return NOTHING
    # Translators: {left_out} is "3 more criteria", "2 more arms and 5 more interventions".
    said = _("… {left_out} in the full record").format(left_out=left_out)
    return setting.paragraph(said, width, setting.small)
