"""The Record tab: what stands around the study, and what is known of the record itself."""

from desktop_app.presentation.record.tab import record_sections

__all__ = ["record_sections"]
