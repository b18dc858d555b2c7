"""A search in the words of the registry's interface: the parameters of a request for studies.

They are those of ``/studies`` in version 2 of the ClinicalTrials.gov API. Of one query they are
always the same, in the same order: a later page has to be asked for as the first was.
"""

from desktop_app.registry.queries import Order, StudiesQuery

WORD_PARAMETERS = {
    "condition": "query.cond",
    "intervention": "query.intr",
    "terms": "query.term",
    "location": "query.locn",
}
"""Attribute of a query to the parameter that takes its words."""
AGE_TERMS = {"child": "CHILD", "adult": "ADULT", "older": "OLDER_ADULT"}
FOUND_FIELDS = (
    *("NCTId", "BriefTitle", "OverallStatus", "Phase", "StudyType", "LeadSponsorName"),
    *("Condition", "EnrollmentCount", "StartDate", "StudyFirstPostDate", "LastUpdatePostDate"),
)
"""The fields of what a row of results shows."""
_SORTS = {
    Order.RELEVANCE: "@relevance",
    Order.LAST_UPDATE: "LastUpdatePostDate:desc",
    Order.FIRST_POSTED: "StudyFirstPostDate:desc",
    Order.START: "StartDate:desc",
}


def query_parameters(query: StudiesQuery) -> dict[str, str]:
    """Return what selects the studies of ``query``, and what puts them in order."""
    named = {
        **{name: getattr(query, field) for field, name in WORD_PARAMETERS.items()},
        "filter.overallStatus": "|".join(status.value for status in query.statuses),
        "filter.advanced": _advanced(query),
        "aggFilters": _checked(query),
        "sort": _SORTS.get(query.order, ""),
    }
    return {name: value for name, value in named.items() if value}


def page_parameters(*, token: str = "", size: int, count: bool = False) -> dict[str, str]:
    """Return which page of them is asked for, of ``size`` studies at most."""
    paging = {"pageSize": str(size)}
    if count:
        paging["countTotal"] = "true"
    if token:
        paging["pageToken"] = token
    return paging


def _advanced(query: StudiesQuery) -> str:
    """Return what no parameter of its own asks for, as an expression."""
    wanted = []
    if query.phases:
        wanted.append(_area("Phase", [phase.value for phase in query.phases]))
    if query.ages:
        wanted.append(_area("StdAge", [AGE_TERMS[age] for age in query.ages]))
    if query.updated_since:
        wanted.append(f"AREA[LastUpdatePostDate]RANGE[{query.updated_since},MAX]")
    return " AND ".join(wanted)


def _area(name: str, terms: list[str]) -> str:
    return f"AREA[{name}]({' OR '.join(terms)})"


def _checked(query: StudiesQuery) -> str:
    """Return the boxes that are ticked beside the list of results on the registry's pages."""
    ticked = []
    if query.sex:
        ticked.append(f"sex:{query.sex}")
    if query.has_results is not None:
        ticked.append("results:with" if query.has_results else "results:without")
    return ",".join(ticked)
