"""The screening sheet as content: every criterion of a record with boxes to tick."""

from desktop_app.presentation.screening.sections import screening_sections
from desktop_app.presentation.screening.sheet import screening_sheet

__all__ = ["screening_sections", "screening_sheet"]
