"""The filters and their values in words."""

from collections.abc import Mapping

from desktop_app.languages import N_, _
from desktop_app.presentation.wording import not_stated, sex_words
from desktop_app.store.facets.packing import NO_RESULTS, OTHER_TERM, RESULTS, Facet
from desktop_app.study.codes import Code, code_label
from desktop_app.study.enumerations import (
    AgencyClass,
    Phase,
    Sex,
    StandardAge,
    Status,
    StudyType,
)
from desktop_app.ui.library.filters.chosen_filters import Choice

_LABELS = {
    Facet.STATUS: N_("Status"),
    Facet.PHASE: N_("Phase"),
    Facet.STUDY_TYPE: N_("Study type"),
    Facet.AGE_GROUP: N_("Age group"),
    Facet.SEX: N_("Sex"),
    Facet.COUNTRY: N_("Country"),
    Facet.SPONSOR_CLASS: N_("Sponsor class"),
    Facet.RESULTS: N_("Results"),
    Facet.START_YEAR: N_("Start of study"),
}
_CODES: Mapping[Facet, type[Code]] = {
    Facet.STATUS: Status,
    Facet.PHASE: Phase,
    Facet.STUDY_TYPE: StudyType,
    Facet.AGE_GROUP: StandardAge,
    Facet.SPONSOR_CLASS: AgencyClass,
}
_ORDERS: Mapping[Facet, tuple[str, ...]] = {
    Facet.STATUS: (
        *(Status.RECRUITING, Status.NOT_YET_RECRUITING, Status.ENROLLING_BY_INVITATION),
        *(Status.ACTIVE_NOT_RECRUITING, Status.SUSPENDED, Status.COMPLETED, Status.TERMINATED),
        *(Status.WITHDRAWN, Status.AVAILABLE, Status.TEMPORARILY_NOT_AVAILABLE),
        *(Status.NO_LONGER_AVAILABLE, Status.APPROVED_FOR_MARKETING, Status.WITHHELD),
        Status.UNKNOWN,
    ),
    Facet.PHASE: (
        *(Phase.EARLY_PHASE1, Phase.PHASE1, Phase.PHASE2, Phase.PHASE3, Phase.PHASE4, Phase.NA),
    ),
    Facet.STUDY_TYPE: (
        StudyType.INTERVENTIONAL,
        StudyType.OBSERVATIONAL,
        StudyType.EXPANDED_ACCESS,
    ),
    Facet.AGE_GROUP: (StandardAge.CHILD, StandardAge.ADULT, StandardAge.OLDER_ADULT),
    Facet.SEX: (Sex.ALL, Sex.FEMALE, Sex.MALE),
    Facet.RESULTS: (RESULTS, NO_RESULTS),
}
"""The order in which values are listed, where it is not that of their numbers."""
_SPAN = ".."


def facet_label(facet: Facet) -> str:
    """Return the name of a filter."""
    return _(_LABELS[facet])


def value_label(choice: Choice) -> str:
    """Return a value in words."""
    facet, value = choice
    if not value:
        return not_stated()
    if value == OTHER_TERM:
        return _("Other term")
    if facet is Facet.RESULTS:
        return _("No results posted") if value == NO_RESULTS else _("Results posted")
    if facet is Facet.SEX:
        return sex_words(Sex.__members__.get(value, value))
    if facet is Facet.START_YEAR:
        return value.replace(_SPAN, "–")
    kind = _CODES.get(facet)
    return value if kind is None else code_label(kind.__members__.get(value, value))


def choice_label(choice: Choice) -> str:
    """Return a value so that it can stand alone; years and ages do not say what they are of."""
    if choice[0] is Facet.START_YEAR:
        return _("Start {years}").format(years=value_label(choice))
    if not choice[1]:
        words = _("{filter} not stated")
        return words.format(filter=facet_label(choice[0]))
    return value_label(choice)


def in_order(facet: Facet, values: Mapping[str, int]) -> tuple[str, ...]:
    """Return the values of a filter in the order in which they are listed, given their counts."""
    if facet is Facet.START_YEAR:
        return tuple(sorted(values, reverse=True))
    known = _ORDERS.get(facet)
    if known is None:
        return tuple(sorted(values, key=lambda value: (-values[value], value)))
    places = {str(value): place for place, value in enumerate(known)}
    return tuple(sorted(values, key=lambda value: (places.get(value, len(places)), value)))
