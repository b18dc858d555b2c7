"""The counts on the tabs; a study is counted without what makes the tabs themselves."""

from desktop_app.presentation.wording import grouped
from desktop_app.study.study import Study


def arms_badge(study: Study) -> str:
    """Return the number of arm groups, empty where there are none."""
    return str(len(study.protocol_section.arms_interventions_module.arm_groups) or "")


def eligibility_badge(study: Study) -> str:
    """Return the number of criteria: ``3 + 15``, or one number where they cannot be sorted."""
    text = study.protocol_section.eligibility_module.eligibility_criteria
    if not text:
        return ""
    from desktop_app.analysis.criteria import arrange_criteria

    criteria = arrange_criteria(text)
    if criteria.inclusion or criteria.exclusion:
        return f"{criteria.inclusion_count} + {criteria.exclusion_count}"
    return str(criteria.unsorted_count or "")


def sites_badge(study: Study) -> str:
    """Return the number of locations, empty where there are none."""
    count = len(study.protocol_section.contacts_locations_module.locations)
    return grouped(count) if count else ""


def outcomes_badge(study: Study) -> str:
    """Return the number of outcomes of all kinds, empty where there are none."""
    module = study.protocol_section.outcomes_module
    kinds = (module.primary_outcomes, module.secondary_outcomes, module.other_outcomes)
    count = sum(map(len, kinds))
    return grouped(count) if count else ""


def results_badge(study: Study) -> str:
    """Return the number of reported outcome measures, empty where there are none."""
    measures = study.results_section.outcome_measures_module.outcome_measures
    return str(len(measures) or "")


def related_badge(study: Study) -> str:
    """Return how many studies the tab lists, empty where there are none."""
    from desktop_app.analysis.mentions import mentioned_studies

    listed = len(study.source_page_section.related_studies)
    count = listed + len(mentioned_studies(study))
    return grouped(count) if count else ""
