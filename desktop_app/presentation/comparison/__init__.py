"""The comparison sheet as content: two to six studies side by side, a row per question."""

from desktop_app.presentation.comparison.rows import comparison
from desktop_app.presentation.comparison.sections import comparison_sections

__all__ = ["comparison", "comparison_sections"]
