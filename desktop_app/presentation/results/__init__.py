"""The Results tab: everything that was posted, or why nothing is."""

from desktop_app.presentation.results.tab import results_badge, results_sections

__all__ = ["results_badge", "results_sections"]
