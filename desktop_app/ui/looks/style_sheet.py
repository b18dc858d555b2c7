"""The style sheet of the window's own parts: flat bars, buttons and lines of text.

Each part wears it by itself. Were it the application's, it would give back to widgets the fonts
and palettes that they had when it was put on, and the study would not follow theme and text size.
"""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

STYLE_SHEET = """
QMenuBar { background: palette(window); border-bottom: 1px solid palette(mid); padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: palette(midlight); color: palette(text); }
QToolBar { background: palette(window); border: none; border-bottom: 1px solid palette(mid);
    padding: 8px; spacing: 8px; }
QToolBar QToolButton { border: 1px solid transparent; border-radius: 6px;
    padding: 6px 2px 6px 8px; }
QToolBar QToolButton:hover { background: palette(midlight); }
QToolBar QToolButton:pressed { background: palette(mid); }
QToolBar QToolButton:focus { border-color: palette(accent); }
QStatusBar { background: palette(window); border-top: 1px solid palette(mid); }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: palette(placeholder-text); padding: 2px 8px; }
QLineEdit { background: palette(base); border: 1px solid palette(dark); border-radius: 6px;
    padding: 4px 8px; selection-background-color: palette(highlight); }
QToolBar QLineEdit { padding-left: 0; }
QLineEdit:focus { border: 2px solid palette(accent); padding: 3px 7px; }
QToolBar QLineEdit:focus { padding-left: 0; }
QToolButton#order { border: 1px solid transparent; border-radius: 6px;
    padding: 4px 20px 4px 8px; }
QToolButton#order:hover { background: palette(midlight); }
QToolButton#order:focus { border-color: palette(accent); }
QToolButton#order::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right;
    right: 4px; }
QPushButton { background: palette(base); border: 1px solid palette(dark); border-radius: 6px;
    padding: 4px 12px; }
TickButton { text-align: left; }
QPushButton:default { border-color: palette(accent); }
QPushButton:hover { background: palette(midlight); }
QPushButton:pressed { background: palette(mid); }
QPushButton:focus { border: 2px solid palette(accent); padding: 3px 11px; }
QPushButton:disabled { color: palette(placeholder-text); border-color: palette(mid); }
QPushButton#filter_chip { padding: 1px 8px; }
QPushButton#filter_chip:focus { padding: 0 7px; }
QPushButton:flat { color: palette(accent); background: transparent;
    border-color: transparent; padding: 4px 8px; }
QPushButton:flat:hover { background: palette(midlight); }
QPushButton:flat:focus { border: 2px solid palette(accent); padding: 3px 7px; }
QStatusBar QPushButton { padding: 1px 8px; }
QStatusBar QPushButton:focus { padding: 0 7px; }
QHeaderView::section { background: palette(window); border: none;
    border-bottom: 1px solid palette(mid); padding: 4px 3px; }
QTreeView#commands::item, QDialog QListWidget::item { padding: 4px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: palette(dark); border-radius: 3px; margin: 3px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: palette(placeholder-text); }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


_FOUR_SIDES = r"padding: (\d+px) (\d+px) (\d+px) (\d+px);"


def mirrored(sheet: str) -> str:
    """Return a style sheet for windows that run from right to left.

    Of buttons Qt does not turn the padding round, of lines of text it does.
    """
    return re.sub(_FOUR_SIDES, r"padding: \1 \4 \3 \2;", sheet)


def wear_style_sheet(widget: QWidget) -> None:
    """Put the style sheet on a widget and what is in it; again after each change of palette.

    Its roles are looked up in the palette only when it is put on.
    """
    if widget.styleSheet():
        widget.setStyleSheet("")
    is_mirrored = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
    widget.setStyleSheet(mirrored(STYLE_SHEET) if is_mirrored else STYLE_SHEET)
