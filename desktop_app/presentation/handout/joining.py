"""Who can join a study and who cannot, with the record's own words nested as they are."""

from collections.abc import Iterable, Iterator

from desktop_app.analysis.criteria import Criteria, CriteriaGroup, Criterion, arrange_criteria
from desktop_app.languages import N_, _, pgettext
from desktop_app.presentation.brief.facts import AGES, HEALTHY_VOLUNTEERS, SEX, key_facts
from desktop_app.presentation.fields import prose
from desktop_app.presentation.glossary import about_section
from desktop_app.presentation.section import (
    Block,
    FieldList,
    Item,
    ItemList,
    Paragraph,
    Section,
)
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.study import ProtocolSection

CAN, CANNOT = N_("Who can join?"), N_("Who cannot join?")
BOTH = N_("Who can join, and who cannot?")
_FACTS = (AGES, SEX, HEALTHY_VOLUNTEERS)
_AS_WRITTEN = N_("The record does not tell who can join from who cannot. These are its words:")
_LONGEST_NUMBER = 3
"""Parts of a number: ``2.1.3``."""


def joining_sections(protocol: ProtocolSection) -> tuple[Section, ...]:
    """Return who can join and who cannot; one section where the record does not tell them apart."""
    eligibility = protocol.eligibility_module
    text = eligibility.eligibility_criteria
    criteria = arrange_criteria(text) if text else Criteria()
    first = (*_people(protocol), *_population(eligibility))
    if criteria.unsorted and not (criteria.inclusion or criteria.exclusion):
        words = (Paragraph(_(_AS_WRITTEN)), *group_blocks(criteria.unsorted))
        return (Section(_(BOTH), (*first, *words)),)
    return (
        Section(_(CAN), (*first, *_rules(criteria.inclusion, _("Inclusion Criteria")))),
        Section(_(CANNOT), tuple(_rules(criteria.exclusion, _("Exclusion Criteria")))),
        *_others(criteria),
    )


def _people(protocol: ProtocolSection) -> Iterator[Block]:
    shown = {_(label) for label in _FACTS}
    yield FieldList(tuple(one for one in key_facts(protocol) if one.label in shown))
    yield from prose(protocol.eligibility_module.gender_description)


def _population(eligibility: EligibilityModule) -> tuple[Section, ...]:
    blocks = prose(eligibility.study_population)
    return (Section(_("The people from whom participants are picked"), blocks),) if blocks else ()


def _rules(groups: tuple[CriteriaGroup, ...], title: str) -> Iterator[Block]:
    words = tuple(group_blocks(groups))
    if not words:
        yield Paragraph(_("Not stated in the record."))
        return
    if any(group.criteria for group in groups):
        lead = about_section(title).rstrip(".。")
        # Translators: A sentence that leads to a list, with the colon of the language.
        yield Paragraph(pgettext("leads to a list", "{sentence}:").format(sentence=lead))
    yield from words


def _others(criteria: Criteria) -> tuple[Section, ...]:
    if not criteria.unsorted:
        return ()
    words = (Paragraph(_(_AS_WRITTEN)), *group_blocks(criteria.unsorted))
    return (Section(_("What else does the record say on this?"), words),)


def group_blocks(groups: Iterable[CriteriaGroup]) -> Iterator[Block]:
    """Yield criteria as nested items under the author's headings; numbers are without letters."""
    for group in groups:
        inner: list[Block] = [Paragraph(text) for text in group.lead]
        if group.criteria:
            inner.append(ItemList(tuple(map(_item, group.criteria))))
        if group.heading and not inner:
            yield Paragraph(group.heading)
        elif group.heading:
            yield Section(group.heading, tuple(inner))
        else:
            yield from inner


def _item(criterion: Criterion) -> Item:
    number = criterion.number.partition("-")[2]
    parts = number.split(".")
    # In large print a long number leaves no room for the words; the indent tells the rest.
    shown = parts[-1] if len(parts) > _LONGEST_NUMBER else number
    return Item(shown, criterion.text, tuple(map(_item, criterion.children)))
