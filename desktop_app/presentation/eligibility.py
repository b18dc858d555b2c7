"""The Eligibility tab: who can take part, with inclusion and exclusion side by side."""

from desktop_app.analysis.criteria import Criteria, CriteriaGroup, Criterion, arrange_criteria
from desktop_app.languages import _
from desktop_app.presentation.age_bar import age_bar_figure
from desktop_app.presentation.age_words import maximum_age_words, minimum_age_words
from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.fields import (
    element,
    existing,
    field_section,
    if_any,
    present,
    prose_section,
    says,
    stated,
)
from desktop_app.presentation.section import (
    Block,
    FactGrid,
    Field,
    Item,
    ItemList,
    Paragraph,
    Section,
    SideBySide,
)
from desktop_app.presentation.wording import all_in_words, grouped, in_words, sex_words, yes_no
from desktop_app.study.base import label
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.study import Study


def eligibility_sections(study: Study, context: Context = NOTHING_KNOWN) -> tuple[Section, ...]:
    """Return the Eligibility tab of a study."""
    eligibility = study.protocol_section.eligibility_module
    facts = FactGrid(eligibility_facts(eligibility))
    return existing(
        Section(_("Who Can Take Part"), (facts, *if_any(age_bar_figure(eligibility)))),
        _population_section(eligibility),
        prose_section(EligibilityModule, "gender_description", eligibility.gender_description),
        prose_section(EligibilityModule, "study_population", eligibility.study_population),
        *_criteria_sections(eligibility),
    )


def eligibility_facts(eligibility: EligibilityModule) -> tuple[Field, ...]:
    """Return the limits that are not criteria in words."""
    fields = [
        element(EligibilityModule, "sex", sex_words(eligibility.sex)),
        element(EligibilityModule, "minimum_age", minimum_age_words(eligibility)),
        element(EligibilityModule, "maximum_age", maximum_age_words(eligibility)),
        element(EligibilityModule, "healthy_volunteers", yes_no(eligibility.healthy_volunteers)),
    ]
    return tuple(fields)


def _population_section(eligibility: EligibilityModule) -> Section | None:
    fields = (
        element(EligibilityModule, "std_ages", all_in_words(eligibility.std_ages)),
        element(EligibilityModule, "gender_based", yes_no(eligibility.gender_based)),
        element(EligibilityModule, "sampling_method", in_words(eligibility.sampling_method)),
    )
    return field_section("", present(fields))


def _criteria_sections(eligibility: EligibilityModule) -> tuple[Section, ...]:
    if not eligibility.eligibility_criteria:
        return (says(_("Criteria"), _("This record states no eligibility criteria.")),)
    criteria = arrange_criteria(eligibility.eligibility_criteria)
    if not (criteria.inclusion or criteria.exclusion):
        return (_unsorted_section(criteria),)
    both = SideBySide(
        _side_section(*_inclusion_words(), criteria.inclusion, criteria.inclusion_count),
        _side_section(*_exclusion_words(), criteria.exclusion, criteria.exclusion_count),
    )
    sorted_section = Section("", (both,))
    if not criteria.unsorted:
        return (sorted_section,)
    return (_unsorted_section(criteria), sorted_section)


def _inclusion_words() -> tuple[str, str]:
    """Return the title, and what is said where there are none."""
    none = _("The record has no inclusion criteria under a heading of their own.")
    return _("Inclusion Criteria"), none


def _exclusion_words() -> tuple[str, str]:
    """Return the title, and what is said where there are none."""
    none = _("The record has no exclusion criteria under a heading of their own.")
    return _("Exclusion Criteria"), none


def _side_section(title: str, none: str, groups: tuple[CriteriaGroup, ...], count: int) -> Section:
    if not groups:
        return says(title, none)
    return Section(title, _group_blocks(groups), note=grouped(count))


def _unsorted_section(criteria: Criteria) -> Section:
    alone = not (criteria.inclusion or criteria.exclusion)
    title = _("Criteria as Written") if alone else _("Criteria Under Other Headings")
    note = _("the record does not tell inclusion from exclusion here")
    return Section(title, _group_blocks(criteria.unsorted), note=note)


def _group_blocks(groups: tuple[CriteriaGroup, ...]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for group in groups:
        inner: list[Block] = [Paragraph(text) for text in group.lead]
        if group.criteria:
            inner.append(ItemList(tuple(_item(criterion) for criterion in group.criteria)))
        if group.heading:
            blocks.append(Section(group.heading, tuple(inner)))
        else:
            blocks += inner
    return tuple(blocks)


def _item(criterion: Criterion) -> Item:
    return Item(criterion.number, criterion.text, tuple(_item(one) for one in criterion.children))


def criteria_field(study: Study) -> Field:
    """Return the text exactly as it is written in the record."""
    text = study.protocol_section.eligibility_module.eligibility_criteria
    title = label(EligibilityModule, "eligibility_criteria")
    return stated(title, text.plain if text else "")
