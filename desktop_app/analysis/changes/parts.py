"""What a change touches, by where it is in the record."""

from desktop_app.analysis.changes.change import Part, Step

_MATERIAL_MODULES = frozenset(
    (
        *("description_module", "conditions_module", "design_module", "arms_interventions_module"),
        *("outcomes_module", "eligibility_module"),
    )
)
_MATERIAL_ELEMENTS = frozenset(
    (
        *("start_date_struct", "primary_completion_date_struct", "completion_date_struct"),
        *("brief_title", "official_title", "lead_sponsor", "is_unapproved_device"),
    )
)
_RECRUITMENT = frozenset(
    (
        *("contacts_locations_module", "overall_status", "last_known_status", "why_stopped"),
        *("expanded_access_info", "removed_countries", "countries"),
    )
)
_RESULTS = frozenset(("results_section", "has_results", "results_first_post_date_struct"))


def part_of(path: tuple[Step, ...]) -> Part:
    """Return what a change touches; what nobody thought of is administrative."""
    names = frozenset(step.element for step in path[:3])
    if path[0].element == "protocol_section" and names & _MATERIAL_MODULES:
        return Part.MATERIAL
    if names & _MATERIAL_ELEMENTS:
        return Part.MATERIAL
    if names & _RECRUITMENT:
        return Part.RECRUITMENT
    return Part.RESULTS if names & _RESULTS else Part.ADMINISTRATIVE
