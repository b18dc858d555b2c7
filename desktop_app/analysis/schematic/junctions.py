"""What stands between the population and the arms: a decision, or that groups are observed."""

from desktop_app.analysis.pictures.shapes import TextMeasure
from desktop_app.analysis.schematic import diamond
from desktop_app.analysis.schematic.block import Block
from desktop_app.analysis.schematic.panels import observation_box
from desktop_app.analysis.schematic.schematic import Junction


def junction_block(junction: Junction, width: float, measure: TextMeasure) -> Block:
    """Return the junction in the form of its kind."""
    if junction.is_decision:
        return diamond.diamond(junction, width, measure)
    return observation_box(junction, width, measure)


def junction_width(junction: Junction, most: float, measure: TextMeasure) -> float:
    """Return how wide a junction best is."""
    return diamond.width_of(junction, most, measure)
