"""The dates of a record that concern its results."""

from desktop_app.presentation.fields import date_element, date_field, present
from desktop_app.presentation.section import Field
from desktop_app.study.status import StatusModule

_STRUCTS = ("primary_completion_date_struct", "completion_date_struct")
_PLAIN = (
    "disp_first_submit_date",
    "disp_first_submit_qc_date",
    "results_first_submit_date",
    "results_first_submit_qc_date",
)
_POSTED = ("disp_first_post_date_struct", "results_first_post_date_struct")


def result_dates(status: StatusModule) -> tuple[Field, ...]:
    """Return the dates that are stated: completion, delay, and how results came to be posted."""
    return present(
        (
            *(date_field(StatusModule, name, getattr(status, name)) for name in _STRUCTS),
            *(date_element(StatusModule, name, getattr(status, name)) for name in _PLAIN),
            *(date_field(StatusModule, name, getattr(status, name)) for name in _POSTED),
        )
    )
