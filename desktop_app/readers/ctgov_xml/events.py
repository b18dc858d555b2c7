"""Reads adverse events; the totals of each group are events of their own in the XML."""

from collections.abc import Iterator

from desktop_app.readers.ctgov_xml.elements import Part
from desktop_app.readers.ctgov_xml.markup import markup
from desktop_app.readers.ctgov_xml.measures import group_id, groups
from desktop_app.readers.ctgov_xml.values import Held, held, number_attribute
from desktop_app.readers.ctgov_xml.wordings import code_in
from desktop_app.study.codes import Code
from desktop_app.study.result_enumerations import EventAssessment

Totals = dict[object, Held]
"""Totals of groups, by the identifiers of these."""

_TOTALS = {
    "Total, all-cause mortality": "deaths",
    "Total, serious adverse events": "serious",
    "Total, other adverse events": "other",
}


def adverse_events(results: Part) -> Held:
    """Read deaths, serious and other adverse events."""
    part = results.part("reported_events")
    totals: Totals = {}
    serious = tuple(_events(part.part("serious_events"), totals))
    other = tuple(_events(part.part("other_events"), totals))
    return held(
        frequency_threshold=part.part("other_events").text("frequency_threshold"),
        time_frame=part.text("time_frame"),
        description=markup(part, "desc"),
        event_groups=_groups_with_totals(part, totals),
        serious_events=serious,
        other_events=other,
    )


def _groups_with_totals(part: Part, totals: Totals) -> tuple[Held, ...]:
    present = groups(part)
    names = {group.get("id") for group in present}
    missing = tuple(held(id=name) for name in totals if name not in names)
    return tuple(group | totals.get(group.get("id"), {}) for group in present + missing)


def _events(part: Part, totals: Totals) -> Iterator[Held]:
    """Yield the events of a table; put its totals, by group, into ``totals``."""
    vocabulary = part.text("default_vocab")
    assessment = code_in(part, "default_assessment", EventAssessment)
    for category in part.listed("category_list", "category"):
        organ_system = category.text("title")
        for event in category.listed("event_list", "event"):
            term = event.text("sub_title")
            if organ_system == "Total" and term in _TOTALS:
                _add_totals(event, _TOTALS[term], totals)
            else:
                yield _event(event, organ_system, vocabulary, assessment)


def _add_totals(event: Part, kind: str, totals: Totals) -> None:
    for counts in event.parts("counts"):
        group = totals.setdefault(group_id(counts.attribute("group_id")), {})
        affected = number_attribute(counts, "subjects_affected")
        at_risk = number_attribute(counts, "subjects_at_risk")
        group |= held(**{f"{kind}_num_affected": affected, f"{kind}_num_at_risk": at_risk})


def _event(
    part: Part, organ_system: str | None, vocabulary: str | None, assessment: Code | str | None
) -> Held:
    return held(
        term=part.text("sub_title"),
        organ_system=organ_system,
        source_vocabulary=part.part("sub_title").attribute("vocab") or vocabulary,
        assessment_type=code_in(part, "assessment", EventAssessment) or assessment,
        notes=markup(part, "description"),
        stats=tuple(_stats(counts) for counts in part.parts("counts")),
    )


def _stats(part: Part) -> Held:
    return held(
        group_id=group_id(part.attribute("group_id")),
        num_events=number_attribute(part, "events"),
        num_affected=number_attribute(part, "subjects_affected"),
        num_at_risk=number_attribute(part, "subjects_at_risk"),
    )
