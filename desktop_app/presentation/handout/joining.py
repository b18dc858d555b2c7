"""Who can join a study and who cannot, with the record's own words nested as they are."""

from collections.abc import Iterable, Iterator

from desktop_app.analysis.criteria import Criteria, CriteriaGroup, Criterion, arrange_criteria
from desktop_app.presentation.brief.facts import key_facts
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
from desktop_app.presentation.wording import NOT_STATED
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.study import ProtocolSection

CAN, CANNOT, BOTH = "Who can join?", "Who cannot join?", "Who can join, and who cannot?"
_FACTS = ("Ages", "Sex", "Healthy volunteers")
_AS_WRITTEN = "The record does not tell who can join from who cannot. These are its words:"
_LONGEST_NUMBER = 3
"""Parts of a number: ``2.1.3``."""


def joining_sections(protocol: ProtocolSection) -> tuple[Section, ...]:
    """Return who can join and who cannot; one section where the record does not tell them apart."""
    eligibility = protocol.eligibility_module
    text = eligibility.eligibility_criteria
    criteria = arrange_criteria(text) if text else Criteria()
    first = (*_people(protocol), *_population(eligibility))
    if criteria.unsorted and not (criteria.inclusion or criteria.exclusion):
        words = (Paragraph(_AS_WRITTEN), *group_blocks(criteria.unsorted))
        return (Section(BOTH, (*first, *words)),)
    return (
        Section(CAN, (*first, *_rules(criteria.inclusion, "Inclusion Criteria"))),
        Section(CANNOT, tuple(_rules(criteria.exclusion, "Exclusion Criteria"))),
        *_others(criteria),
    )


def _people(protocol: ProtocolSection) -> Iterator[Block]:
    yield FieldList(tuple(one for one in key_facts(protocol) if one.label in _FACTS))
    yield from prose(protocol.eligibility_module.gender_description)


def _population(eligibility: EligibilityModule) -> tuple[Section, ...]:
    blocks = prose(eligibility.study_population)
    return (Section("The people from whom participants are picked", blocks),) if blocks else ()


def _rules(groups: tuple[CriteriaGroup, ...], title: str) -> Iterator[Block]:
    words = tuple(group_blocks(groups))
    if not words:
        yield Paragraph(f"{NOT_STATED} in the record.")
        return
    if any(group.criteria for group in groups):
        yield Paragraph(about_section(title).removesuffix(".") + ":")
    yield from words


def _others(criteria: Criteria) -> tuple[Section, ...]:
    if not criteria.unsorted:
        return ()
    words = (Paragraph(_AS_WRITTEN), *group_blocks(criteria.unsorted))
    return (Section("What else does the record say on this?", words),)


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
