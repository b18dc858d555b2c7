"""The groups of a study, what each gets, and what happens to its people."""

from collections.abc import Iterator

from desktop_app.analysis.assignment import assign, other_names
from desktop_app.languages import N_, _, pgettext
from desktop_app.presentation.brief.facts import (
    COMPLETION,
    PARTICIPANTS,
    START,
    is_expanded_access,
    is_observational,
    key_facts,
)
from desktop_app.presentation.fields import prose
from desktop_app.presentation.glossary import explain
from desktop_app.presentation.section import (
    Block,
    Field,
    FieldList,
    Item,
    ItemList,
    Paragraph,
    Section,
)
from desktop_app.presentation.wording import NOT_STATED, in_words, intervention_title
from desktop_app.punctuation import labelled
from desktop_app.study.arms_interventions import ArmGroup, Intervention
from desktop_app.study.enumerations import ArmGroupType, DesignAllocation
from desktop_app.study.outcomes import Outcome
from desktop_app.study.study import ProtocolSection

_NEVER_STATED = N_(
    "Registry records do not hold how long one person takes part, nor what each visit is like."
    " Ask the study team."
)
_COURSE = (PARTICIPANTS, START, COMPLETION)


def groups_section(protocol: ProtocolSection) -> Section | None:
    """Return how people are put into groups, and each group; None for expanded access."""
    if is_expanded_access(protocol.design_module):
        return None
    groups = tuple(_group(*one) for one in assign(protocol.arms_interventions_module).by_arm)
    none = () if groups else (Paragraph(_("The record states no groups.")),)
    return Section(_("What are the groups?"), (*_ways(protocol), *none, *groups))


def given_section(protocol: ProtocolSection) -> Section | None:
    """Return the interventions that the record says something of, unless a group says the same."""
    module = protocol.arms_interventions_module
    said = {arm.description for arm in module.arm_groups}
    described = tuple(
        Section(_title(one), prose(one.description))
        for one in module.interventions
        if one.description and one.description not in said
    )
    is_observed = is_observational(protocol.design_module)
    title = _("What is looked at?") if is_observed else _("What is given?")
    return Section(title, described) if described else None


def _ways(protocol: ProtocolSection) -> Iterator[Block]:
    """Yield what the registry's words on groups mean, each with its plain explanation."""
    info = protocol.design_module.design_info
    observed = (info.observational_model, info.time_perspective)
    assigned = (info.allocation, info.intervention_model, info.masking_info.masking)
    is_observed = is_observational(protocol.design_module)
    for code in observed if is_observed else assigned:
        if code and code != DesignAllocation.NA:
            words = in_words(code)
            meaning = explain(words)
            yield Paragraph(labelled(words, meaning) if meaning else words)


def _group(arm: ArmGroup, given: tuple[Intervention, ...]) -> Section:
    titles = [_title(one) for one in given]
    titles += other_names(arm, given)
    none = _("None named in the record")
    if arm.type == ArmGroupType.NO_INTERVENTION:
        none = pgettext("no interventions", "None")
    gets = Field(_("Interventions"), "\n".join(titles) or none, is_absent=not titles)
    return Section(
        arm.label or _("Group without a title"),
        (*prose(arm.description), FieldList((gets,))),
        note=in_words(arm.type),
    )


def _title(one: Intervention) -> str:
    return intervention_title(one.type, one.name)


def course_section(protocol: ProtocolSection) -> Section:
    """Return how many take part, when, and what is measured when."""
    course = {_(label) for label in _COURSE}
    fields = [one for one in key_facts(protocol) if one.label in course]
    duration = protocol.design_module.target_duration
    if duration:
        fields.append(Field(_("Target follow-up duration"), duration))
    return Section(
        _("What happens, and for how long?"),
        (FieldList(tuple(fields)), *_measured(protocol), Paragraph(_(_NEVER_STATED))),
    )


def _measured(protocol: ProtocolSection) -> Iterator[Section]:
    outcomes = protocol.outcomes_module.primary_outcomes
    if outcomes:
        items = (_outcome(number, one) for number, one in enumerate(outcomes, start=1))
        yield Section(_("What is measured, and when"), (ItemList(tuple(items)),))
    elif not is_expanded_access(protocol.design_module):
        yield Section(_("What is measured, and when"), (Paragraph(_("Not stated.")),))


def _outcome(number: int, outcome: Outcome) -> Item:
    measure = outcome.measure or _(NOT_STATED)
    frame = labelled(_("Time frame"), outcome.time_frame or _("not stated"))
    return Item(str(number), f"{measure}\n{frame}")
