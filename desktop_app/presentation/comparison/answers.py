"""What one study answers to the questions of a comparison."""

from collections.abc import Iterable, Iterator, Mapping

from desktop_app.analysis.criteria import Criteria, arrange_criteria
from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.brief.content import Brief, BriefArm, BriefOutcome, Excerpt
from desktop_app.presentation.brief.facts import FACTS, date_fact, is_expanded_access, key_facts
from desktop_app.presentation.comparison.content import Cell
from desktop_app.presentation.section import Field
from desktop_app.presentation.status import status_look
from desktop_app.presentation.summary import results_field
from desktop_app.presentation.wording import (
    NOT_APPLICABLE,
    NOT_STATED,
    grouped,
    in_words,
    is_stated,
    phase_of,
)
from desktop_app.punctuation import labelled, listed, with_note
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.sponsors import Sponsor
from desktop_app.study.study import ProtocolSection, Study

# The questions in English, which also tell them apart; they are said where they are shown.
TESTED, CONDITIONS, STATUS = N_("Interventions"), N_("Conditions"), N_("Status")
STUDY_TYPE, PHASE, DESIGN = N_("Study type"), N_("Phase"), N_("Design")
ARMS, OUTCOMES, CRITERIA = N_("Arms or groups"), N_("Primary outcomes"), N_("Criteria")
PRIMARY_COMPLETION, SPONSOR = N_("Primary completion"), N_("Sponsor")
OPEN_SITES, RESULTS, RECORD_DATE = N_("Open sites"), N_("Results"), N_("Record date")


def answers(study: Study, brief: Brief) -> Mapping[str, Cell]:
    """Return a cell for each question that fits the study, under the question in English."""
    protocol = study.protocol_section
    by_label = {fact.label: _of_field(fact) for fact in key_facts(protocol)}
    facts = {fact: by_label[_(fact)] for fact in FACTS if _(fact) in by_label}
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
        yield PRIMARY_COMPLETION, _of_field(date_fact(_(PRIMARY_COMPLETION), date))
    yield SPONSOR, _of(_sponsor(protocol.sponsor_collaborators_module.lead_sponsor))
    yield OPEN_SITES, _open(protocol, brief)
    yield RESULTS, _of_field(results_field(study))
    yield RECORD_DATE, _of(brief.identity.record_date)


def _of(words: str) -> Cell:
    return Cell(Excerpt((words or _(NOT_STATED),)), is_absent=not is_stated(words))


def _of_field(field: Field) -> Cell:
    return Cell(Excerpt((with_note(field.value, field.note),)), field.is_absent)


def _of_items(items: Iterable[str]) -> Cell:
    every = tuple(items)
    return Cell(Excerpt(every)) if every else _of("")


def _arm(arm: BriefArm) -> str:
    return labelled(arm.type, arm.label) if arm.type else arm.label


def _outcome(outcome: BriefOutcome) -> str:
    frame = outcome.time_frame
    frame = frame if is_stated(frame) else _("time frame not stated")
    return f"{outcome.measure} [{frame}]"


def _criteria(eligibility: EligibilityModule) -> str:
    text = eligibility.eligibility_criteria
    return _counts(arrange_criteria(text)) if text else ""


def _counts(criteria: Criteria) -> str:
    included, excluded = criteria.inclusion_count, criteria.exclusion_count
    rest = criteria.unsorted_count
    # Translators: Numbers of criteria: 3 inclusion, 15 exclusion.
    counts = (
        (included, ngettext("{count} inclusion", "{count} inclusion", included)),
        (excluded, ngettext("{count} exclusion", "{count} exclusion", excluded)),
        (rest, ngettext("{count} unsorted", "{count} unsorted", rest)),
    )
    said = listed(words.format(count=grouped(count)) for count, words in counts if count)
    return said or _("As a text without separate criteria")


def _sponsor(sponsor: Sponsor) -> str:
    name = " ".join((sponsor.name or "").split())
    kind = in_words(sponsor.class_)
    return with_note(name, kind) if name else name


def _open(protocol: ProtocolSection, brief: Brief) -> Cell:
    locations = protocol.contacts_locations_module.locations
    if not locations:
        # Without sites there is no such answer, so it is not the same as another study's.
        return Cell(Excerpt((_(NOT_APPLICABLE),)), is_absent=True)
    if not any(location.status for location in locations):
        return _of("")
    # Translators: How many sites are open: 3 of 12 sites.
    words = ngettext("{open} of {count} site", "{open} of {count} sites", len(locations))
    opened = grouped(brief.places.open_count)
    return _of(words.format(open=opened, count=grouped(len(locations))))
