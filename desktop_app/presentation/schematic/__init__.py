"""How a study is built, as a picture with its words."""

from desktop_app.presentation.schematic.figure import schematic_figure

__all__ = ["schematic_figure"]
