"""Arranges eligibility criteria into numbered lists; no word is lost."""

from desktop_app.analysis.criteria.arranged import (
    Criteria,
    CriteriaGroup,
    Criterion,
    arrange_criteria,
    in_source_order,
)

__all__ = ["Criteria", "CriteriaGroup", "Criterion", "arrange_criteria", "in_source_order"]
