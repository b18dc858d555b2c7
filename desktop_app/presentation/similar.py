"""Studies of the library that are like the one that is shown, or tied to it, with the reasons."""

from collections.abc import Iterable, Iterator, Sequence

from desktop_app.languages import _, ngettext
from desktop_app.presentation.context import Context
from desktop_app.presentation.section import Link, Paragraph, Section
from desktop_app.presentation.status import status_look
from desktop_app.presentation.wording import grouped, phase_words
from desktop_app.punctuation import listed, listed_long
from desktop_app.study.enumerations import Phase
from desktop_app.study.similar import (
    Likeness,
    LinkedStudy,
    Shared,
    SimilarStudies,
    SimilarStudy,
    Tie,
)
from desktop_app.study.summary import StudySummary

_NAMES_SHOWN = 3


def similar_sections(context: Context) -> Iterator[Section | None]:
    """Yield the parts of the Related tab that the library gives; none where it was not asked."""
    if context.similar is not None:
        yield _linked_section(context.similar.linked)
        yield _similar_section(context.similar)
    elif context.similar_note:
        yield Section(similar_title(), (Paragraph(context.similar_note),))


def similar_title() -> str:
    """Return the title of the similar studies."""
    return _("Similar Studies in This Library")


def reasons_of(one: SimilarStudy) -> str:
    """Return why a study is similar: ``same condition: asthma; same phase: Phase 2``."""
    return listed_long(map(_reason, one.shared))


def ties_of(one: LinkedStudy) -> str:
    """Return how a study is tied to the one that is shown."""
    return listed_long(_tie(tie, one) for tie in one.ties)


def why_none_similar(found: SimilarStudies) -> str:
    """Return why no study is similar."""
    if not found.others:
        return _(
            "This is the only study in your library, so there is none to compare it with. Import"
            " more studies to find similar ones."
        )
    if not found.can_be_compared:
        return _(
            "This record states no title, condition or intervention by which similar studies could"
            " be found."
        )
    return _(
        "No other study in your library has a condition, an intervention or telling words of the"
        " title in common with this one."
    )


def _linked_section(linked: Sequence[LinkedStudy]) -> Section | None:
    # Those that the record names itself are told where it is told what it names.
    shown = [one for one in linked if Tie.NAMED not in one.ties]
    if not shown:
        return None
    blocks = tuple(_link(one.summary, ties_of(one)) for one in shown)
    return Section(_("Records Tied to This Study"), blocks, note=grouped(len(shown)))


def _similar_section(found: SimilarStudies) -> Section:
    if not found.similar:
        return Section(similar_title(), (Paragraph(why_none_similar(found)),))
    about = Paragraph(
        _("Found by comparing the records in your library; no person has chosen them."),
        is_quiet=True,
    )
    blocks = [_link(one.summary, reasons_of(one)) for one in found.similar]
    return Section(similar_title(), (about, *blocks), note=grouped(len(found.similar)))


def _link(summary: StudySummary, why: str) -> Link:
    phases = phase_words(Phase.__members__.get(phase, phase) for phase in summary.phases)
    status = str(status_look(summary.overall_status)) if summary.overall_status else ""
    note = " · ".join(part for part in (status, phases, why) if part)
    return Link(summary.brief_title, summary.nct_id, note)


def _tie(tie: Tie, one: LinkedStudy) -> str:
    match tie:
        case Tie.NAMED:
            return _("this record names it")
        case Tie.NAMES:
            return _("its record names this study")
        case Tie.SAME_IDENTIFIER:
            return _("same identifier: {names}").format(names=_some(one.identifiers))


def _reason(shared: Shared) -> str:
    match shared.likeness:
        case Likeness.PHASES:
            phases = phase_words(Phase.__members__.get(phase, phase) for phase in shared.names)
            return _("same phase: {phases}").format(phases=phases)
        case Likeness.POPULATION:
            return listed(map(_population, shared.names))
        case likeness:
            return _reason_by_name(likeness).format(names=_some(shared.names))


def _reason_by_name(likeness: Likeness) -> str:
    sentences = {
        Likeness.CONDITION: _("same condition: {names}"),
        Likeness.SIMILAR_CONDITION: _("similar condition: {names}"),
        Likeness.INTERVENTION: _("same intervention: {names}"),
        Likeness.SIMILAR_INTERVENTION: _("similar intervention: {names}"),
        Likeness.TERM: _("same MeSH term: {names}"),
        Likeness.KEYWORD: _("same keyword: {names}"),
        Likeness.BROADER_TERM: _("same field by MeSH terms: {names}"),
        Likeness.TITLE_WORDS: _("same words in the title: {names}"),
        Likeness.SPONSOR: _("same sponsor or collaborator: {names}"),
        Likeness.OFFICIAL: _("same study official: {names}"),
    }
    return sentences[likeness]


def _population(code: str) -> str:
    sentences = {
        "FEMALE": _("both for female participants only"),
        "MALE": _("both for male participants only"),
        "CHILD": _("both for children only"),
        "OLDER_ADULT": _("both for people of 65 and over only"),
    }
    return sentences.get(code, code)


def _some(names: Iterable[str]) -> str:
    """Return the first of some names, and how many more there are."""
    every = [" ".join(name.split()) for name in names]
    others = len(every) - _NAMES_SHOWN
    if others <= 0:
        return listed(every)
    words = ngettext("{names} and {count} more", "{names} and {count} more", others)
    return words.format(names=listed(every[:_NAMES_SHOWN]), count=grouped(others))
