"""The Related tab: studies that the source page lists, that the record names, and similar ones."""

from collections.abc import Iterable

from desktop_app.analysis.mentions import Mention, mentioned_studies
from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.context import NOTHING_KNOWN, Context, HeldStudy
from desktop_app.presentation.fields import existing, says
from desktop_app.presentation.section import Block, Link, Paragraph, Section
from desktop_app.presentation.similar import similar_sections
from desktop_app.presentation.status import status_look
from desktop_app.presentation.wording import grouped, phase_words
from desktop_app.punctuation import labelled, listed
from desktop_app.study.base import label
from desktop_app.study.enumerations import Phase
from desktop_app.study.nct_numbers import parse_nct_number
from desktop_app.study.source_page import RelatedStudy, SourcePageSection
from desktop_app.study.study import Study

_NONE = N_(
    "This record names no other study by its NCT number, and no list of related studies came"
    " with it."
)
_PLACES_SHOWN = 4


def related_sections(study: Study, context: Context = NOTHING_KNOWN) -> tuple[Section, ...]:
    """Return the Related tab of a study; what is held of the others is told from the context."""
    sections = existing(
        _listed_section(study.source_page_section.related_studies, context),
        _mentioned_section(mentioned_studies(study), context),
        *similar_sections(context),
    )
    return sections or (says(label(Study, "source_page_section"), _(_NONE)),)


def _listed_section(listed: tuple[RelatedStudy, ...], context: Context) -> Section | None:
    if not listed:
        return None
    source = Paragraph(_("Listed by the page that this record was read from."), is_quiet=True)
    blocks = (source, *(_listed(one, context) for one in listed))
    title = label(SourcePageSection, "related_studies")
    return Section(title, blocks, note=grouped(len(listed)))


def _listed(one: RelatedStudy, context: Context) -> Block:
    title = one.brief_title or labelled(label(RelatedStudy, "brief_title"), _("not stated"))
    known = (_status(one.overall_status), _phases(one.phases))
    if not one.nct_id or parse_nct_number(one.nct_id) is None:
        # No number of a study leads to nothing; it is told as it is written.
        return Paragraph(_joined(title, one.nct_id or "", *known))
    return Link(title, one.nct_id, _joined(*known, _whether_held(one.nct_id, context)))


def _mentioned_section(mentions: tuple[Mention, ...], context: Context) -> Section | None:
    if not mentions:
        return None
    blocks = tuple(_mentioned(mention, context) for mention in mentions)
    return Section(_("Mentioned in This Record"), blocks, note=grouped(len(mentions)))


def _mentioned(mention: Mention, context: Context) -> Link:
    held = context.held.get(mention.nct_id)
    known = (_status(held.status), _phases(held.phases)) if held else ()
    # Translators: Elements of a record in which the number of another study occurs.
    where = _("in {places}").format(places=_places(mention))
    note = _joined(*known, _whether_held(mention.nct_id, context), where)
    return Link(_title(held), mention.nct_id, note)


def _title(held: HeldStudy | None) -> str:
    return held.title if held else ""


def _places(mention: Mention) -> str:
    shown = listed(mention.places[:_PLACES_SHOWN])
    others = len(mention.places) - _PLACES_SHOWN
    if others <= 0:
        return shown
    words = ngettext("{places} and {count} more place", "{places} and {count} more places", others)
    return words.format(places=shown, count=grouped(others))


def _whether_held(nct_id: str, context: Context) -> str:
    if not context.knows_library:
        return ""
    return _("in your library") if nct_id in context.held else _("not in your library")


def _status(status: str | None) -> str:
    return str(status_look(status)) if status else ""


def _phases(phases: Iterable[str]) -> str:
    """Return phases in words; the library gives codes as plain text."""
    return phase_words(Phase.__members__.get(phase, phase) for phase in phases)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
