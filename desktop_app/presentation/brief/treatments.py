"""Arms and interventions of the brief, and its primary outcomes."""

from collections.abc import Mapping
from itertools import chain

from desktop_app.analysis.assignment import assign, other_names
from desktop_app.languages import _
from desktop_app.presentation.brief.content import (
    BriefArm,
    BriefIntervention,
    BriefOutcome,
    Excerpt,
    Passage,
    Treatments,
)
from desktop_app.presentation.brief.facts import is_observational
from desktop_app.presentation.brief.sentences import passage
from desktop_app.presentation.group_words import group_words
from desktop_app.presentation.wording import NOT_STATED, in_words, intervention_title
from desktop_app.study.arms_interventions import ArmGroup, Intervention
from desktop_app.study.outcomes import Outcome
from desktop_app.study.study import ProtocolSection


def treatments(protocol: ProtocolSection) -> Treatments:
    """Return arms with what they get, then the interventions with what the record says of them."""
    assignment = assign(protocol.arms_interventions_module)
    noun = "group" if is_observational(protocol.design_module) else "arm"
    titles = {id(one): _title(one) for one, _arms in assignment.by_intervention}
    arms = tuple(_arm(arm, given, titles, noun) for arm, given in assignment.by_arm)
    said = {arm.description.paragraphs for arm in arms}
    named = {title for arm in arms for title in arm.interventions.items}
    interventions = tuple(
        _intervention(one, titles[id(one)], said, named)
        for one, _arms in assignment.by_intervention
    )
    return Treatments(noun, Excerpt(arms), Excerpt(interventions))


def _arm(
    arm: ArmGroup, given: tuple[Intervention, ...], titles: Mapping[int, str], noun: str
) -> BriefArm:
    named = [titles[id(one)] for one in given]
    named += other_names(arm, given)
    return BriefArm(
        label=" ".join((arm.label or group_words(noun == "group").untitled).split()),
        type=in_words(arm.type),
        interventions=Excerpt(tuple(named)),
        description=passage(arm.description),
    )


def _intervention(
    one: Intervention, title: str, said: set[tuple[tuple[str, ...], ...]], named: set[str]
) -> BriefIntervention:
    description = passage(one.description)
    # An arm above says the very same, or the name does: it is not said twice.
    words = " ".join(chain.from_iterable(description.paragraphs)).rstrip(".").casefold()
    is_repeated = description.paragraphs in said or words in (title.casefold(), _flat(one.name))
    return BriefIntervention(title, Passage() if is_repeated else description, title in named)


def _flat(name: str | None) -> str:
    return " ".join((name or "").split()).casefold()


def _title(one: Intervention) -> str:
    return " ".join(intervention_title(one.type, one.name).split())


def primary_outcomes(protocol: ProtocolSection) -> Excerpt[BriefOutcome]:
    """Return the primary outcomes as planned."""
    return Excerpt(tuple(_outcome(one) for one in protocol.outcomes_module.primary_outcomes))


def _outcome(outcome: Outcome) -> BriefOutcome:
    return BriefOutcome(
        " ".join((outcome.measure or _(NOT_STATED)).split()),
        " ".join((outcome.time_frame or _(NOT_STATED)).split()),
    )
