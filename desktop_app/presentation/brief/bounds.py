"""Bounds a brief to what a page can hold at all, so that no record, however large, is slow.

A page holds some eleven thousand characters in its smallest type. What lies beyond a bound could
not be shown; it is left out and counted like everything else. The texts that are never shortened
are cut only where they are longer than the registry allows them to be, and are then named.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from desktop_app.languages import _, pgettext
from desktop_app.presentation.brief.content import (
    Brief,
    BriefArm,
    BriefIntervention,
    BriefOutcome,
    BriefSite,
    Excerpt,
    Passage,
    Treatments,
)
from desktop_app.presentation.brief.cuts import cut
from desktop_app.presentation.brief.order import Cuts
from desktop_app.presentation.section import Field
from desktop_app.punctuation import said_within

T = TypeVar("T")

_PAGE = 9000
_TITLE = 1000
_NAME = 300
_VALUE = 160
_WORD = 60


def bounded(brief: Brief) -> Brief:
    """Return the brief without what no page has room for."""
    roomy = replace(
        brief,
        conditions=_within(brief.conditions, len),
        summary=_first_sentences(brief.summary),
        treatments=_treatments(brief.treatments),
        outcomes=_within(brief.outcomes, _outcome_size),
        places=replace(
            brief.places,
            contacts=_within(brief.places.contacts, len),
            sites=_within(brief.places.sites, _site_size),
            countries=_within(brief.places.countries, len),
        ),
    )
    lines = (brief.criteria.inclusion, brief.criteria.exclusion, brief.criteria.unsorted)
    is_large = sum(len(line.text) for one in lines for line in one.lines) > _PAGE
    return _with_short_names(cut(roomy, Cuts(criteria=160)) if is_large else roomy)


def _within(excerpt: Excerpt[T], size: Callable[[T], int]) -> Excerpt[T]:
    return excerpt.first(_count_within(map(size, excerpt.items)))


def _count_within(sizes: Iterable[int]) -> int:
    return sum(1 for total in accumulate(sizes) if total <= _PAGE)


def _first_sentences(text: Passage) -> Passage:
    sizes = (len(one) for sentences in text.paragraphs for one in sentences)
    return text.first(_count_within(sizes))


def _outcome_size(outcome: BriefOutcome) -> int:
    return len(outcome.measure) + len(outcome.time_frame)


def _site_size(site: BriefSite) -> int:
    return len(site.place) + len(site.status) + len(site.contact)


def _treatments(treatments: Treatments) -> Treatments:
    arms = treatments.arms.map(_arm)
    interventions = treatments.interventions.map(
        lambda one: replace(one, description=_first_sentences(one.description))
    )
    return replace(
        treatments,
        arms=_within(arms, _arm_size),
        interventions=_within(interventions, _intervention_size),
    )


def _arm(arm: BriefArm) -> BriefArm:
    return replace(
        arm,
        interventions=_within(arm.interventions, len),
        description=_first_sentences(arm.description),
    )


def _arm_size(arm: BriefArm) -> int:
    return len(arm.label) + len(arm.type) + sum(map(len, arm.interventions.items))


def _intervention_size(intervention: BriefIntervention) -> int:
    return len(intervention.title)


def _with_short_names(brief: Brief) -> Brief:
    identity, titles = brief.identity, brief.titles
    named = (
        (_("NCT number"), identity.nct_id, _VALUE),
        (_("organization's study ID"), identity.org_study_id, _NAME),
        (_("recruitment status"), identity.status.word, _WORD),
        (pgettext("within a sentence", "phase"), identity.phase, _VALUE),
        (pgettext("within a sentence", "study type"), identity.study_type, _WORD),
        (pgettext("within a sentence", "title"), titles.brief, _TITLE),
        (pgettext("within a sentence", "acronym"), titles.acronym, _NAME),
        (pgettext("within a sentence", "sponsor"), brief.sponsor, _TITLE),
        (pgettext("within a sentence", "why stopped"), brief.standing, _TITLE),
        (pgettext("within a sentence", "design"), brief.design, _TITLE),
        *((said_within(field.label), field.value + field.note, _VALUE) for field in brief.facts),
    )
    too_long = tuple(name for name, text, most in named if len(text) > most)
    return _shortened_names(brief, too_long) if too_long else brief


def _shortened_names(brief: Brief, too_long: tuple[str, ...]) -> Brief:
    identity, titles = brief.identity, brief.titles
    return replace(
        brief,
        identity=replace(
            identity,
            nct_id=_short(identity.nct_id, _VALUE),
            org_study_id=_short(identity.org_study_id, _NAME),
            status=identity.status._replace(word=_short(identity.status.word, _WORD)),
            phase=_short(identity.phase, _VALUE),
            study_type=_short(identity.study_type, _WORD),
        ),
        titles=replace(
            titles, brief=_short(titles.brief, _TITLE), acronym=_short(titles.acronym, _NAME)
        ),
        sponsor=_short(brief.sponsor, _TITLE),
        standing=_short(brief.standing, _TITLE),
        design=_short(brief.design, _TITLE),
        facts=tuple(map(_short_fact, brief.facts)),
        cut=too_long,
    )


def _short_fact(field: Field) -> Field:
    return replace(field, value=_short(field.value, _VALUE), note=_short(field.note, _VALUE))


def _short(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    kept = text[:most].rsplit(" ", 1)[0]
    return f"{kept} …"
