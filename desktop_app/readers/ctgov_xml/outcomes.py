"""Reads posted outcomes with their statistics, and baseline characteristics."""

from collections.abc import Mapping

from desktop_app.languages import N_
from desktop_app.readers.ctgov_xml.elements import Part
from desktop_app.readers.ctgov_xml.markup import markup
from desktop_app.readers.ctgov_xml.measures import (
    NUMBER_OF_PARTICIPANTS,
    classes,
    denoms,
    group_id,
    groups,
    old_denoms,
)
from desktop_app.readers.ctgov_xml.values import Held, date_of, flag_of, held
from desktop_app.readers.ctgov_xml.wordings import code_in
from desktop_app.study.result_enumerations import (
    AnalysisDispersionType,
    ConfidenceIntervalNumSides,
    MeasureDispersionType,
    MeasureParam,
    NonInferiorityType,
    OutcomeMeasureType,
    ReportingStatus,
)


def baseline(results: Part) -> Held:
    """Read who the participants were at the start."""
    part = results.part("baseline")
    measures = tuple(part.listed("measure_list", "measure"))
    counts = tuple(measure for measure in measures if _is_old_count(measure))
    return held(
        population_description=markup(part, "population"),
        groups=groups(part),
        denoms=denoms(part, "Overall") + old_denoms(counts),
        measures=tuple(_baseline_measure(one) for one in measures if one not in counts),
    )


def _baseline_measure(part: Part) -> Held:
    return held(
        title=part.text("title"),
        description=markup(part, "description"),
        population_description=markup(part, "population"),
        param_type=code_in(part, "param", MeasureParam),
        dispersion_type=code_in(part, "dispersion", MeasureDispersionType),
        unit_of_measure=part.text("units"),
        denom_units_selected=part.text("units_analyzed"),
        denoms=denoms(part, "Measure"),
        classes=classes(part),
    )


def outcome_measures(results: Part) -> Held:
    """Read the outcomes as they were reported."""
    outcomes = results.listed("outcome_list", "outcome")
    return held(outcome_measures=tuple(_outcome(part) for part in outcomes))


def _outcome(part: Part) -> Held:
    own = {
        "title": part.text("title"),
        "description": markup(part, "description"),
        "population": markup(part, "population"),
    }
    posting_date = date_of(part, "posting_date")
    measure, counts = _measure(part)
    _report_differences(measure, own)
    return held(
        type=code_in(part, "type", OutcomeMeasureType),
        title=own["title"],
        description=own["description"],
        population_description=own["population"],
        reporting_status=_reporting_status(measure, bool(posting_date)),
        anticipated_posting_date=posting_date,
        param_type=code_in(measure, "param", MeasureParam),
        dispersion_type=measure.text("dispersion"),
        unit_of_measure=measure.text("units"),
        time_frame=part.text("time_frame"),
        denom_units_selected=measure.text("units_analyzed"),
        groups=groups(part),
        denoms=denoms(measure, "Measure") + old_denoms(counts),
        classes=classes(measure),
        analyses=tuple(_analysis(one) for one in part.listed("analysis_list", "analysis")),
    )


def _measure(outcome: Part) -> tuple[Part, tuple[Part, ...]]:
    """Return the measure of an outcome, and the older measures that only count participants."""
    measures = (*outcome.parts("measure"), *outcome.listed("measure_list", "measure"))
    counts = tuple(measure for measure in measures if _is_old_count(measure))
    proper = tuple(measure for measure in measures if measure not in counts)
    for more in proper[1:]:
        title = more.text("title")
        what = N_("has no place, because the outcome has several measures: {text}")
        more.report(what, text=repr(title))
    return (proper[0] if proper else outcome.part("measure")), counts


def _is_old_count(measure: Part) -> bool:
    return measure.text("title") == NUMBER_OF_PARTICIPANTS and bool(measure.part("category_list"))


def _report_differences(measure: Part, own: Mapping[str, object]) -> None:
    """Report where a measure, which repeats the outcome's texts, has others."""
    repeated = {
        "title": measure.text("title"),
        "description": markup(measure, "description"),
        "population": markup(measure, "population"),
    }
    for tag, text in repeated.items():
        if text not in (None, own[tag]):
            what = N_("differs from the outcome's: {text}")
            measure.part(tag).report(what, text=repr(str(text)))


def _reporting_status(measure: Part, is_announced: bool) -> ReportingStatus | None:
    if measure:
        return ReportingStatus.POSTED
    return ReportingStatus.NOT_POSTED if is_announced else None


def _analysis(part: Part) -> Held:
    return held(
        group_ids=tuple(group_id(text) for text in part.part("group_id_list").texts("group_id")),
        group_description=markup(part, "groups_desc"),
        tested_non_inferiority=flag_of(part, "non_inferiority"),
        non_inferiority_type=code_in(part, "non_inferiority_type", NonInferiorityType),
        non_inferiority_comment=markup(part, "non_inferiority_desc"),
        p_value=part.text("p_value"),
        p_value_comment=markup(part, "p_value_desc"),
        statistical_method=part.text("method"),
        statistical_comment=markup(part, "method_desc"),
        other_analysis_description=markup(part, "other_analysis_desc"),
        **_estimate(part),
    )


def _estimate(part: Part) -> Held:
    return held(
        param_type=part.text("param_type"),
        param_value=part.text("param_value"),
        dispersion_type=code_in(part, "dispersion_type", AnalysisDispersionType),
        dispersion_value=part.text("dispersion_value"),
        ci_num_sides=code_in(part, "ci_n_sides", ConfidenceIntervalNumSides),
        ci_pct_value=part.text("ci_percent"),
        ci_lower_limit=part.text("ci_lower_limit"),
        ci_lower_limit_comment=markup(part, "ci_lower_limit_na_comment"),
        ci_upper_limit=part.text("ci_upper_limit"),
        ci_upper_limit_comment=markup(part, "ci_upper_limit_na_comment"),
        estimate_comment=markup(part, "estimate_desc"),
    )
