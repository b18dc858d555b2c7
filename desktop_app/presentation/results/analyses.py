"""Statistical analyses of an outcome measure: what was compared, how, and what came out."""

from collections.abc import Sequence

from desktop_app.languages import _
from desktop_app.presentation.fields import stated
from desktop_app.presentation.results.groups import group_titles
from desktop_app.presentation.results.measurements import range_words
from desktop_app.presentation.results.texts import PERCENT, fields_of, one_line, text_field
from desktop_app.presentation.section import Field, FieldList, Section
from desktop_app.presentation.wording import NOT_STATED, in_words, yes_no
from desktop_app.punctuation import listed
from desktop_app.study.base import label
from desktop_app.study.outcome_measures import MeasureAnalysis, OutcomeMeasure


def analyses_section(measure: OutcomeMeasure) -> tuple[Section, ...]:
    """Return the analyses of a measure as one section; nothing where there are none."""
    if not measure.analyses:
        return ()
    titles: dict[str | None, str] = {}
    for group, title in zip(measure.groups, group_titles(measure.groups), strict=True):
        titles.setdefault(group.id, title)
    if len(measure.analyses) == 1:
        fields = _fields(measure.analyses[0], titles)
        return (Section(_("Statistical Analysis"), (FieldList(fields),)),)
    parts = tuple(
        Section(_("Analysis {number}").format(number=number), (FieldList(_fields(one, titles)),))
        for number, one in enumerate(measure.analyses, 1)
    )
    return (Section(_("Statistical Analyses"), parts, note=str(len(parts))),)


def _fields(one: MeasureAnalysis, titles: dict[str | None, str]) -> tuple[Field, ...]:
    return (
        _compared(one.group_ids, titles),
        *_texts(one, "group_description"),
        *_hypothesis(one),
        *_texts(one, "statistical_method", "statistical_comment", "p_value", "p_value_comment"),
        *_texts(one, "param_type", "param_value"),
        *_interval(one),
        *_dispersion(one),
        *_texts(one, "estimate_comment", "other_analysis_description"),
    )


def _texts(one: MeasureAnalysis, *names: str) -> tuple[Field, ...]:
    return fields_of(*(text_field(MeasureAnalysis, name, getattr(one, name)) for name in names))


def _compared(ids: Sequence[str], titles: dict[str | None, str]) -> Field:
    unknown = _("Group {id}, which is not among the groups here")
    lines = [titles.get(id) or unknown.format(id=id) for id in ids]
    return stated(label(MeasureAnalysis, "group_ids"), "\n".join(lines))


def _hypothesis(one: MeasureAnalysis) -> tuple[Field, ...]:
    tested = yes_no(one.tested_non_inferiority)
    return fields_of(
        text_field(MeasureAnalysis, "non_inferiority_type", in_words(one.non_inferiority_type)),
        Field(label(MeasureAnalysis, "tested_non_inferiority"), tested) if tested else None,
        text_field(MeasureAnalysis, "non_inferiority_comment", one.non_inferiority_comment),
    )


def _interval(one: MeasureAnalysis) -> tuple[Field, ...]:
    level = one_line(one.ci_pct_value) + PERCENT if one.ci_pct_value else ""
    kind = listed((level, in_words(one.ci_num_sides)))
    limits = range_words(one.ci_lower_limit, one.ci_upper_limit)
    title = _("Confidence Interval")
    interval = Field(title, limits or _(NOT_STATED), kind, is_absent=not limits)
    return (
        *((interval,) if limits or kind else ()),
        *_texts(one, "ci_lower_limit_comment", "ci_upper_limit_comment"),
    )


def _dispersion(one: MeasureAnalysis) -> tuple[Field, ...]:
    kind, value = in_words(one.dispersion_type), one_line(one.dispersion_value)
    if not kind and not value:
        return ()
    title = label(MeasureAnalysis, "dispersion_type")
    return (Field(title, value or _(NOT_STATED), kind, is_absent=not value),)
