"""How the window looks: palette, style sheet and text size, after the settings and the system."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.resource_files import resource_path
from desktop_app.ui.palettes import DARK, LIGHT, palette_of
from desktop_app.ui.settings import Settings, Theme

_SCHEMES = {
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
}
_SMALLEST_POINT_SIZE = 6.0
_MAIN_FAMILY = "Noto Sans"
_STYLE_SHEET = """
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
QSplitter::handle { background: palette(mid); }
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
QPushButton:default { border-color: palette(accent); }
QPushButton:hover { background: palette(midlight); }
QPushButton:pressed { background: palette(mid); }
QPushButton:focus { border: 2px solid palette(accent); padding: 3px 11px; }
QPushButton:disabled { color: palette(placeholder-text); border-color: palette(mid); }
QStatusBar QPushButton { padding: 1px 8px; }
QStatusBar QPushButton:focus { padding: 0 7px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QHeaderView::section { background: palette(window); border: none;
    border-bottom: 1px solid palette(mid); padding: 4px 8px; }
QTreeView#commands::item { padding: 4px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: palette(dark); border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: palette(placeholder-text); }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: palette(tooltip-base); color: palette(tooltip-text); border: none;
    padding: 4px; }
"""


def usable_font(app: QApplication) -> QFont:
    """Return the system's font, or the bundled ones where the system has none that can write."""
    # A system without fonts still names some families; what counts is whether there are letters.
    if not QFontMetrics(app.font()).inFont("A"):
        font = QFont(app.font())
        font.setFamilies(_bundled_families())
        app.setFont(font)
    return QFont(app.font())


def _bundled_families() -> list[str]:
    found: dict[str, None] = {_MAIN_FAMILY: None}
    for path in sorted(resource_path("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        found.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(number)))
    return list(found)


class Appearance(QObject):
    """Dresses the application; ``changed`` follows each new palette or text size."""

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app.setStyle("Fusion")
        self._app = app
        self._font = usable_font(app)
        self._worn: tuple[Theme, bool, int] | None = None
        self._settings = Settings()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def wear(self, settings: Settings) -> None:
        """Take theme and text size from the settings."""
        self._settings = settings
        hints = QGuiApplication.styleHints()
        if self._worn is None or self._worn[0] != settings.theme:
            # Tells the system too, so that the frame of the window follows.
            hints.setColorScheme(_SCHEMES[settings.theme])
        wanted = (settings.theme, self.is_dark(), settings.text_percent)
        if wanted == self._worn:
            return
        self._worn = wanted
        # Taken off first: a style sheet remembers the fonts and palettes that widgets had when it
        # was put on, and would give them back.
        self._app.setStyleSheet("")
        self._app.setFont(scaled_font(self._font, settings.text_percent))
        self._app.setPalette(palette_of(DARK if self.is_dark() else LIGHT))
        self._app.setStyleSheet(_STYLE_SHEET)
        self.changed.emit()

    def is_dark(self) -> bool:
        """Whether the dark palette is the one to wear now."""
        if self._settings.theme is Theme.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._settings.theme is Theme.DARK

    def _follow_system(self) -> None:
        if self._worn is not None:
            self.wear(self._settings)


def scaled_font(font: QFont, percent: int) -> QFont:
    """Return the font at a percentage of its size."""
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(max(_SMALLEST_POINT_SIZE, font.pointSizeF() * percent / 100))
    else:
        scaled.setPixelSize(max(8, round(font.pixelSize() * percent / 100)))
    return scaled
