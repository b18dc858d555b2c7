"""Posted results as pictures with their words."""

from functools import partial

from desktop_app.analysis.result_pictures.event_plot import draw_events
from desktop_app.analysis.result_pictures.flow_plot import draw_flow
from desktop_app.analysis.result_pictures.value_plot import draw_values
from desktop_app.languages import _
from desktop_app.presentation.result_pictures.events import event_plot, event_words
from desktop_app.presentation.result_pictures.flow import flow_of, flow_words
from desktop_app.presentation.result_pictures.measure import plot_words, value_plot
from desktop_app.presentation.results.texts import one_line
from desktop_app.presentation.section import Figure
from desktop_app.punctuation import labelled
from desktop_app.study.adverse_events import AdverseEventsModule
from desktop_app.study.outcome_measures import OutcomeMeasure
from desktop_app.study.participant_flow import ParticipantFlowModule


def flow_figure(module: ParticipantFlowModule) -> Figure | None:
    """Return how the groups passed through the study, or None where nothing is stated."""
    flow = flow_of(module)
    if flow is None:
        return None
    words = tuple(flow_words(flow))
    title = _("Flow of participants")
    return Figure("participant-flow", title, words, partial(draw_flow, flow))


def enrollment_figure(module: ParticipantFlowModule) -> Figure | None:
    """Return None: the flow begins with how many of each group started."""
    return None


def event_figure(module: AdverseEventsModule) -> Figure | None:
    """Return the most frequent events by group, or None where no share can be drawn."""
    plot = event_plot(module)
    if plot is None:
        return None
    words = tuple(event_words(plot))
    return Figure(
        "adverse-events", _("Most frequent adverse events"), words, partial(draw_events, plot)
    )


def measure_figure(measure: OutcomeMeasure) -> Figure | None:
    """Return the values of an outcome measure, or None where they cannot be drawn."""
    plot = value_plot(measure)
    if plot is None:
        return None
    title = labelled(_("Values"), one_line(measure.title) or _("untitled outcome measure"))
    return Figure("outcome-measure", title, tuple(plot_words(plot)), partial(draw_values, plot))
