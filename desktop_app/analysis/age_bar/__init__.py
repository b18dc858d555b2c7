"""The ages of those who can take part, as a bar on an axis of ages."""

from desktop_app.analysis.age_bar.drawing import draw_ages
from desktop_app.analysis.age_bar.limits import ADULT, OLDER, AgeGroup, AgeLimit, Ages, End
from desktop_app.analysis.age_bar.scale import AgeScale, age_scale

__all__ = [
    "ADULT",
    "OLDER",
    "AgeGroup",
    "AgeLimit",
    "AgeScale",
    "Ages",
    "End",
    "age_scale",
    "draw_ages",
]
