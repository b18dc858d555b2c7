"""A comparison as sections, which screen, paper and text draw alike."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from desktop_app.analysis.changes.change import Part
from desktop_app.languages import _
from desktop_app.presentation.changes.content import ChangeRow, Comparison
from desktop_app.presentation.changes.counts import all_counted, counted, part_title
from desktop_app.presentation.section import Block, Field, FieldList, Paragraph, Section
from desktop_app.punctuation import joined_sentences, listed

EVERY_PART = tuple(Part)
USUAL_PARTS = tuple(part for part in Part if part is not Part.ADMINISTRATIVE)
"""What is shown unless somebody asks for more."""


def change_sections(made: Comparison, parts: Collection[Part] = EVERY_PART) -> tuple[Section, ...]:
    """Return what differs, the most important first; a part that is not wanted is counted."""
    blocks: list[Block] = [_compared(made), Paragraph(summary(made))]
    if made.rows:
        blocks.append(Paragraph(_meaning(made), is_quiet=True))
    about = Section(_("What Is Compared"), tuple(blocks))
    return (about, *_parts(made, parts))


def summary(made: Comparison) -> str:
    """Return in a sentence how many changes or differences there are of which kind."""
    if not made.rows:
        return joined_sentences((_("Nothing differs."), _no_change(made)))
    return _("{counts}.").format(counts=counts_within(made))


def counts_within(made: Comparison) -> str:
    """Return how many changes there are of which kind, as it stands within a sentence."""
    counts = ((part, len(made.of(part))) for part in Part)
    return listed(counted(made, part, count) for part, count in counts if count)


def _meaning(made: Comparison) -> str:
    if made.is_of_one_study:
        return _("Words that were removed are struck out, and those that were added underlined.")
    return _(
        "Words that only the first study has are struck out and count as removed, those that only"
        " the second has are underlined and count as added."
    )


def _no_change(made: Comparison) -> str:
    if made.is_of_one_study:
        return _("The order of lists and white space count as no change.")
    return _("The order of lists and white space count as no difference.")


def _compared(made: Comparison) -> FieldList:
    first, second = side_labels(made)
    return FieldList((Field(first, made.old.words), Field(second, made.new.words)))


def side_labels(made: Comparison) -> tuple[str, str]:
    """Return what the two records are called."""
    if made.is_of_one_study:
        return _("Before"), _("After")
    return _("First study"), _("Second study")


def mark_meanings(made: Comparison) -> tuple[str, str]:
    """Return what struck out and underlined words mean."""
    if made.is_of_one_study:
        return _("struck out: removed"), _("underlined: added")
    return _("struck out: only in the first"), _("underlined: only in the second")


def _parts(made: Comparison, parts: Collection[Part]) -> Iterator[Section]:
    for part in Part:
        rows = made.of(part)
        if not rows:
            continue
        folded = Paragraph(_("Folded: show them with the box above."), is_quiet=True)
        shown = tuple(_modules(rows)) if part in parts else (folded,)
        yield Section(part_title(made, part), shown, all_counted(made, len(rows)))


def _modules(rows: Sequence[ChangeRow]) -> Iterator[Section]:
    for module, group in groupby(rows, lambda row: row.module):
        yield Section(module, tuple(row.revision for row in group))
