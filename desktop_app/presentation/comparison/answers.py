"""What one study answers to the questions of a comparison."""

from collections.abc import Iterable, Iterator, Mapping

from desktop_app.analysis.criteria import Criteria, arrange_criteria
from desktop_app.presentation.brief.content import Brief, BriefArm, BriefOutcome, Excerpt
from desktop_app.presentation.brief.facts import date_fact, is_expanded_access, key_facts
from desktop_app.presentation.comparison.content import Cell
from desktop_app.presentation.section import Field
from desktop_app.presentation.status import status_look
from desktop_app.presentation.summary import results_field
from desktop_app.presentation.wording import (
    NOT_APPLICABLE,
    NOT_STATED,
    count_of,
    grouped,
    in_words,
    phase_of,
)
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.sponsors import Sponsor
from desktop_app.study.study import ProtocolSection, Study

TESTED, CONDITIONS, STATUS, STUDY_TYPE = "Interventions", "Conditions", "Status", "Study type"
PHASE, DESIGN, ARMS, OUTCOMES = "Phase", "Design", "Arms or groups", "Primary outcomes"
CRITERIA, PRIMARY_COMPLETION, SPONSOR = "Criteria", "Primary completion", "Sponsor"
OPEN_SITES, RESULTS, RECORD_DATE = "Open sites", "Results", "Record date"


def answers(study: Study, brief: Brief) -> Mapping[str, Cell]:
    """Return a cell for each question that fits the study, under its label."""
    protocol = study.protocol_section
    facts = {fact.label: _of_field(fact) for fact in key_facts(protocol)}
    lists = _lists(brief, has_design=not is_expanded_access(protocol.design_module))
    return facts | dict(lists) | dict(_single(study, brief))


def _lists(brief: Brief, *, has_design: bool) -> Iterator[tuple[str, Cell]]:
    yield TESTED, _of_items(one.title for one in brief.treatments.interventions.items)
    yield CONDITIONS, _of_items(brief.conditions.items)
    arms, outcomes = brief.treatments.arms.items, brief.outcomes.items
    if arms or has_design:
        yield ARMS, _of_items(map(_arm, arms))
    if outcomes or has_design:
        yield OUTCOMES, _of_items(map(_outcome, outcomes))


def _single(study: Study, brief: Brief) -> Iterator[tuple[str, Cell]]:
    protocol = study.protocol_section
    status, design = protocol.status_module, protocol.design_module
    look = status_look(status.overall_status)
    yield STATUS, _of(str(look) if status.overall_status else "")
    yield STUDY_TYPE, _of(in_words(design.study_type))
    yield PHASE, _of(phase_of(design))
    yield DESIGN, _of(brief.design)
    yield CRITERIA, _of(_criteria(protocol.eligibility_module))
    if not is_expanded_access(design):
        date = status.primary_completion_date_struct
        yield PRIMARY_COMPLETION, _of_field(date_fact(PRIMARY_COMPLETION, date))
    yield SPONSOR, _of(_sponsor(protocol.sponsor_collaborators_module.lead_sponsor))
    yield OPEN_SITES, _open(protocol, brief)
    yield RESULTS, _of_field(results_field(study))
    yield RECORD_DATE, _of(brief.identity.record_date)


def _of(words: str) -> Cell:
    shown = words or NOT_STATED
    return Cell(Excerpt((shown,)), is_absent=shown == NOT_STATED)


def _of_field(field: Field) -> Cell:
    words = f"{field.value} ({field.note})" if field.note else field.value
    return Cell(Excerpt((words,)), field.is_absent)


def _of_items(items: Iterable[str]) -> Cell:
    every = tuple(items)
    return Cell(Excerpt(every)) if every else _of("")


def _arm(arm: BriefArm) -> str:
    return f"{arm.type}: {arm.label}" if arm.type else arm.label


def _outcome(outcome: BriefOutcome) -> str:
    is_stated = outcome.time_frame != NOT_STATED
    return f"{outcome.measure} [{outcome.time_frame if is_stated else 'time frame not stated'}]"


def _criteria(eligibility: EligibilityModule) -> str:
    text = eligibility.eligibility_criteria
    return _counts(arrange_criteria(text)) if text else ""


def _counts(criteria: Criteria) -> str:
    counts = (
        (criteria.inclusion_count, "inclusion"),
        (criteria.exclusion_count, "exclusion"),
        (criteria.unsorted_count, "unsorted"),
    )
    parts = [f"{grouped(count)} {kind}" for count, kind in counts if count]
    return ", ".join(parts) or "As a text without separate criteria"


def _sponsor(sponsor: Sponsor) -> str:
    name = " ".join((sponsor.name or "").split())
    kind = in_words(sponsor.class_)
    return f"{name} ({kind})" if name and kind else name


def _open(protocol: ProtocolSection, brief: Brief) -> Cell:
    locations = protocol.contacts_locations_module.locations
    if not locations:
        # Without sites there is no such answer, so it is not the same as another study's.
        return Cell(Excerpt((NOT_APPLICABLE,)), is_absent=True)
    if not any(location.status for location in locations):
        return _of("")
    return _of(f"{grouped(brief.places.open_count)} of {count_of(len(locations), 'site')}")
