"""The dates of a study on an axis of time: the study above it, its record below."""

from desktop_app.analysis.time_axis.drawing import draw_time_axis
from desktop_app.analysis.time_axis.marks import Kind, Mark, Stretch, TimeAxis, contradictions

__all__ = ["Kind", "Mark", "Stretch", "TimeAxis", "contradictions", "draw_time_axis"]
