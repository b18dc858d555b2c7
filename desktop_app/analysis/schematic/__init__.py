"""How a study is built as a picture: population, allocation, arms and primary outcomes."""

from desktop_app.analysis.schematic.drawing import draw_schematic
from desktop_app.analysis.schematic.schematic import (
    Course,
    Goal,
    Goals,
    Junction,
    Lane,
    Population,
    Schematic,
)

__all__ = [
    "Course",
    "Goal",
    "Goals",
    "Junction",
    "Lane",
    "Population",
    "Schematic",
    "draw_schematic",
]
