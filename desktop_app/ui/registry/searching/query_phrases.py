"""A search of the registry in words: what it is called, and what of it can be chosen."""

from collections.abc import Iterator

from desktop_app.languages import N_, _
from desktop_app.registry.queries import Order, StudiesQuery
from desktop_app.study.codes import code_label
from desktop_app.study.enumerations import Phase, StandardAge, Status

BETWEEN = " · "
STATUSES = (
    *(Status.RECRUITING, Status.NOT_YET_RECRUITING, Status.ENROLLING_BY_INVITATION),
    *(Status.ACTIVE_NOT_RECRUITING, Status.SUSPENDED, Status.COMPLETED, Status.TERMINATED),
    *(Status.WITHDRAWN, Status.AVAILABLE, Status.TEMPORARILY_NOT_AVAILABLE),
    *(Status.NO_LONGER_AVAILABLE, Status.APPROVED_FOR_MARKETING, Status.WITHHELD, Status.UNKNOWN),
)
PHASES = (*(Phase.EARLY_PHASE1, Phase.PHASE1, Phase.PHASE2, Phase.PHASE3, Phase.PHASE4, Phase.NA),)
AGES = {
    "child": StandardAge.CHILD,
    "adult": StandardAge.ADULT,
    "older": StandardAge.OLDER_ADULT,
}
SEXES = {"f": N_("Women can take part"), "m": N_("Men can take part")}
RESULTS = {True: N_("With results"), False: N_("Without results")}
ORDERS = {
    Order.RELEVANCE: N_("Best match first"),
    Order.LAST_UPDATE: N_("Last updated first"),
    Order.FIRST_POSTED: N_("Newest first"),
    Order.START: N_("Latest start first"),
}


def query_name(query: StudiesQuery) -> str:
    """Return what a search looks for, in one line."""
    return BETWEEN.join(_parts(query)) or _("All studies of the registry")


def phase_label(phase: Phase) -> str:
    """Return a phase so that it can stand alone."""
    return _("Phase not applicable") if phase is Phase.NA else code_label(phase)


def _parts(query: StudiesQuery) -> Iterator[str]:
    yield from filter(None, (query.condition, query.intervention, query.terms, query.location))
    yield from map(code_label, query.statuses)
    yield from map(phase_label, query.phases)
    yield from (code_label(AGES[age]) for age in query.ages if age in AGES)
    if query.sex in SEXES:
        yield _(SEXES[query.sex])
    if query.has_results is not None:
        yield _(RESULTS[query.has_results])
