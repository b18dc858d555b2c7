"""The groups of a study, what each gets, and what happens to its people."""

from collections.abc import Iterator

from desktop_app.analysis.assignment import assign
from desktop_app.presentation.brief.facts import is_expanded_access, is_observational, key_facts
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
from desktop_app.presentation.wording import (
    NOT_STATED,
    in_words,
    intervention_title,
)
from desktop_app.study.arms_interventions import ArmGroup, Intervention
from desktop_app.study.enumerations import ArmGroupType
from desktop_app.study.outcomes import Outcome
from desktop_app.study.study import ProtocolSection

_NEVER_STATED = (
    "Registry records do not hold how long one person takes part, nor what each visit is like."
    " Ask the study team."
)
_COURSE = ("Participants", "Start", "Completion")


def groups_section(protocol: ProtocolSection) -> Section | None:
    """Return how people are put into groups, and each group; None for expanded access."""
    if is_expanded_access(protocol.design_module):
        return None
    groups = tuple(_group(*one) for one in assign(protocol.arms_interventions_module).by_arm)
    none = () if groups else (Paragraph("The record states no groups."),)
    return Section("What are the groups?", (*_ways(protocol), *none, *groups))


def given_section(protocol: ProtocolSection) -> Section | None:
    """Return the interventions that the record says something of, unless a group says the same."""
    module = protocol.arms_interventions_module
    said = {arm.description for arm in module.arm_groups}
    described = tuple(
        Section(_title(one), prose(one.description))
        for one in module.interventions
        if one.description and one.description not in said
    )
    title = "What is looked at?" if is_observational(protocol.design_module) else "What is given?"
    return Section(title, described) if described else None


def _ways(protocol: ProtocolSection) -> Iterator[Block]:
    """Yield what the registry's words on groups mean, each with its plain explanation."""
    info = protocol.design_module.design_info
    observed = (info.observational_model, info.time_perspective)
    assigned = (info.allocation, info.intervention_model, info.masking_info.masking)
    is_observed = is_observational(protocol.design_module)
    for words in map(in_words, observed if is_observed else assigned):
        meaning = explain(words)
        if words and not words.startswith("Not applicable"):
            yield Paragraph(f"{words}: {meaning}" if meaning else words)


def _group(arm: ArmGroup, given: tuple[Intervention, ...]) -> Section:
    titles = [_title(one) for one in given]
    titles += [name for name in arm.intervention_names if name not in titles]
    none = "None" if arm.type == ArmGroupType.NO_INTERVENTION else "None named in the record"
    gets = Field("Interventions", "\n".join(titles) or none, is_absent=not titles)
    return Section(
        arm.label or "Group without a title",
        (*prose(arm.description), FieldList((gets,))),
        note=in_words(arm.type),
    )


def _title(one: Intervention) -> str:
    return intervention_title(one.type, one.name)


def course_section(protocol: ProtocolSection) -> Section:
    """Return how many take part, when, and what is measured when."""
    fields = [one for one in key_facts(protocol) if one.label in _COURSE]
    duration = protocol.design_module.target_duration
    if duration:
        fields.append(Field("Target follow-up duration", duration))
    return Section(
        "What happens, and for how long?",
        (FieldList(tuple(fields)), *_measured(protocol), Paragraph(_NEVER_STATED)),
    )


def _measured(protocol: ProtocolSection) -> Iterator[Section]:
    outcomes = protocol.outcomes_module.primary_outcomes
    if outcomes:
        items = (_outcome(number, one) for number, one in enumerate(outcomes, start=1))
        yield Section("What is measured, and when", (ItemList(tuple(items)),))
    elif not is_expanded_access(protocol.design_module):
        yield Section("What is measured, and when", (Paragraph(f"{NOT_STATED}."),))


def _outcome(number: int, outcome: Outcome) -> Item:
    measure = outcome.measure or NOT_STATED
    return Item(str(number), f"{measure}\nTime frame: {outcome.time_frame or NOT_STATED.lower()}")
