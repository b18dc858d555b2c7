"""Shows sections in a view of a width, and tells what was drawn."""

from PySide6.QtGui import QTextFrameFormat
from pytestqt.qtbot import QtBot

from desktop_app.presentation.section import Section
from desktop_app.ui.panes.section_view import SectionView


def shown(qtbot: QtBot, *sections: Section, width: int = 1000, height: int = 600) -> SectionView:
    """Return a visible view in which the sections are drawn to their end."""
    view = SectionView()
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    view.show_sections(sections)
    view.complete()
    return view


def lines_of(view: SectionView) -> list[str]:
    """Return the text as it is copied, line by line, without empty ones."""
    view.selectAll()
    text = view.createMimeDataFromSelection().text()
    return [line for line in text.split("\n") if line]


def floats_of(view: SectionView) -> list[QTextFrameFormat.Position]:
    """Return how the frames beside the text stand."""
    frames = view.document().rootFrame().childFrames()
    positions = [frame.frameFormat().position() for frame in frames]
    return [one for one in positions if one != QTextFrameFormat.Position.InFlow]
