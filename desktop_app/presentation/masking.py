"""Who is masked as a picture with its words."""

from collections.abc import Iterator
from functools import partial

from desktop_app.analysis.masking_roles import MaskingRoles, Role, Sight, draw_masking
from desktop_app.languages import _, ngettext
from desktop_app.presentation.section import Figure
from desktop_app.presentation.wording import in_words
from desktop_app.punctuation import labelled
from desktop_app.study.base import label
from desktop_app.study.codes import code_label
from desktop_app.study.design import DesignModule, MaskingBlock
from desktop_app.study.enumerations import DesignMasking, WhoMasked

_NUMBERS: dict[str, int] = {
    DesignMasking.NONE: 0,
    DesignMasking.SINGLE: 1,
    DesignMasking.DOUBLE: 2,
    DesignMasking.TRIPLE: 3,
    DesignMasking.QUADRUPLE: 4,
}
"""How many roles are masked under each kind of masking."""


def masking_figure(design: DesignModule) -> Figure | None:
    """Return the roles with who is masked, or None where the record states nothing of it."""
    masking = design.design_info.masking_info
    if not masking.masking and not masking.who_masked:
        return None
    roles = MaskingRoles(tuple(_roles(masking)), tuple(_notes(masking)))
    title = label(MaskingBlock, "masking")
    return Figure("masking", title, tuple(_words(masking, roles)), partial(draw_masking, roles))


def _roles(masking: MaskingBlock) -> Iterator[Role]:
    others = Sight.OPEN if _names_everybody(masking) else Sight.UNSTATED
    for role in WhoMasked:
        yield Role(code_label(role), Sight.MASKED if role in masking.who_masked else others)
    for other in dict.fromkeys(masking.who_masked):
        if not isinstance(other, WhoMasked):
            yield Role(code_label(other), Sight.MASKED)


def _names_everybody(masking: MaskingBlock) -> bool:
    """Tell whether as many roles are named as are masked, so that the others are not."""
    return len(set(masking.who_masked)) >= _NUMBERS.get(masking.masking or "", len(WhoMasked))


def _notes(masking: MaskingBlock) -> Iterator[str]:
    stated = in_words(masking.masking)
    count, number = len(set(masking.who_masked)), _NUMBERS.get(masking.masking or "")
    if not masking.masking:
        yield _("The record names who is masked, but not the kind of masking.")
    elif not count and number != 0:
        yield _("The record does not state who is masked.")
    elif number is not None and count != number:
        words = ngettext(
            "The record states the masking “{masking}” and names {count} masked role.",
            "The record states the masking “{masking}” and names {count} masked roles.",
            count,
        )
        yield words.format(masking=stated, count=count)


def _words(masking: MaskingBlock, roles: MaskingRoles) -> Iterator[str]:
    if masking.masking:
        yield labelled(label(MaskingBlock, "masking"), in_words(masking.masking))
    for role in roles.roles:
        yield labelled(role.name, role.sight.words)
    yield from roles.notes
