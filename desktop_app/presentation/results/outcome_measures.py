"""Each outcome measure: what was measured in whom and when, the values, and their statistics."""

from desktop_app.languages import _
from desktop_app.presentation.fields import moment_words, prose, stated
from desktop_app.presentation.result_figures import measure_figure
from desktop_app.presentation.results.analyses import analyses_section
from desktop_app.presentation.results.groups import group_columns, groups_section
from desktop_app.presentation.results.measure_values import value_blocks, values_of
from desktop_app.presentation.results.texts import fields_of, one_line, shown_figures, text_field
from desktop_app.presentation.section import Field, FieldList, Section
from desktop_app.presentation.wording import in_words, yes_no
from desktop_app.study.base import label
from desktop_app.study.outcome_measures import OutcomeMeasure
from desktop_app.study.result_enumerations import ReportingStatus


def measure_section(measure: OutcomeMeasure) -> Section:
    """Return one outcome measure."""
    figures = shown_figures(measure_figure(measure))
    columns = group_columns(measure.groups, values_of(measure, measure.denoms))
    return Section(
        one_line(measure.title) or _("Untitled outcome measure"),
        (
            *prose(measure.description),
            FieldList(_about(measure)),
            Section(_("Values"), (*figures, *value_blocks(measure, columns, measure.denoms))),
            *groups_section(label(OutcomeMeasure, "groups"), measure.groups),
            *analyses_section(measure),
        ),
        note=_note(measure),
    )


def _note(measure: OutcomeMeasure) -> str:
    kind = in_words(measure.type) or _("Type not stated")
    if measure.reporting_status in (None, ReportingStatus.POSTED):
        return kind
    return f"{kind} · {in_words(measure.reporting_status)}"


def _about(measure: OutcomeMeasure) -> tuple[Field, ...]:
    model = OutcomeMeasure
    date = moment_words(measure.anticipated_posting_date)
    percent = yes_no(measure.calculate_pct)
    return fields_of(
        stated(label(model, "time_frame"), one_line(measure.time_frame)),
        text_field(model, "reporting_status", in_words(measure.reporting_status)),
        Field(label(model, "anticipated_posting_date"), date) if date else None,
        text_field(model, "population_description", measure.population_description),
        text_field(model, "type_units_analyzed", measure.type_units_analyzed),
        text_field(model, "denom_units_selected", measure.denom_units_selected),
        Field(label(model, "calculate_pct"), percent) if percent else None,
    )
