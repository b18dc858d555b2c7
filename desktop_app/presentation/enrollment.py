"""How many take part in a study, and when."""

from collections.abc import Iterator
from datetime import date

from desktop_app.languages import _
from desktop_app.presentation.fields import date_field, element, if_any, present, stated
from desktop_app.presentation.group_words import group_words
from desktop_app.presentation.section import FactGrid, Field, Paragraph, Section
from desktop_app.presentation.time_axis import time_axis_figure
from desktop_app.presentation.wording import enrollment_words
from desktop_app.study.design import DesignModule
from desktop_app.study.enumerations import Status, StudyType
from desktop_app.study.status import StatusModule
from desktop_app.study.study import ProtocolSection, Study


def enrollment_and_time_section(study: Study, today: date | None) -> Section | None:
    """Return enrollment, number of arms and dates, in words and on an axis."""
    protocol = study.protocol_section
    fields = _size_and_time(protocol)
    if protocol.design_module.study_type == StudyType.EXPANDED_ACCESS:
        # The registry asks an expanded access record for none of these.
        fields = present(fields)
    grid = FactGrid(fields) if fields else None
    axis = time_axis_figure(study, today)
    blocks = (*if_any(grid), *_size_notes(protocol), *if_any(axis))
    return Section(_("Enrollment and Time") if fields else _("Time"), blocks) if blocks else None


def _size_notes(protocol: ProtocolSection) -> Iterator[Paragraph]:
    """Yield what is odd about the number of participants: only a withdrawn study has none."""
    count = protocol.design_module.enrollment_info.count
    is_withdrawn = protocol.status_module.overall_status == Status.WITHDRAWN
    if count is not None and count < 0:
        yield Paragraph(_("The record states fewer participants than none."), is_quiet=True)
    elif count == 0 and not is_withdrawn:
        note = _("The record states 0 participants; the study is not marked as withdrawn.")
        yield Paragraph(note, is_quiet=True)


def _size_and_time(protocol: ProtocolSection) -> tuple[Field, ...]:
    design, status = protocol.design_module, protocol.status_module
    arms = len(protocol.arms_interventions_module.arm_groups)
    return (
        element(DesignModule, "enrollment_info", *enrollment_words(design.enrollment_info)),
        stated(
            group_words(design.study_type == StudyType.OBSERVATIONAL).title,
            str(arms) if arms else "",
        ),
        date_field(StatusModule, "start_date_struct", status.start_date_struct),
        date_field(
            StatusModule, "primary_completion_date_struct", status.primary_completion_date_struct
        ),
        date_field(StatusModule, "completion_date_struct", status.completion_date_struct),
    )
