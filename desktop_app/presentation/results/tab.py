"""The parts of the Results tab in their order."""

from collections.abc import Iterator

from desktop_app.languages import _
from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.fields import existing
from desktop_app.presentation.results.absent import absent_section
from desktop_app.presentation.results.adverse_events import event_sections
from desktop_app.presentation.results.baseline import baseline_section
from desktop_app.presentation.results.dates import result_dates
from desktop_app.presentation.results.flow import flow_section
from desktop_app.presentation.results.more_info import more_info_sections
from desktop_app.presentation.results.outcome_measures import measure_section
from desktop_app.presentation.results.remarks import remark_sections
from desktop_app.presentation.section import FieldList, Section
from desktop_app.study.study import ResultsSection, Study


def results_sections(study: Study, context: Context = NOTHING_KNOWN) -> tuple[Section, ...]:
    """Return the Results tab of a study; its parts are meant to be shown one at a time."""
    parts = tuple(_posted(study.results_section))
    if not parts:
        return (absent_section(study, context.today), *remark_sections(study))
    return (*parts, *_dates(study), *remark_sections(study))


def _posted(results: ResultsSection) -> Iterator[Section]:
    yield from existing(
        flow_section(results.participant_flow_module),
        baseline_section(results.baseline_characteristics_module),
    )
    for measure in results.outcome_measures_module.outcome_measures:
        yield measure_section(measure)
    yield from event_sections(results.adverse_events_module)
    yield from more_info_sections(results.more_info_module)


def _dates(study: Study) -> Iterator[Section]:
    fields = result_dates(study.protocol_section.status_module)
    if fields:
        yield Section(_("Dates of the Results"), (FieldList(fields),))
