"""How the window looks: palette and text size, after the settings and the system."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPalette, QTextLayout
from PySide6.QtWidgets import QApplication, QToolTip

from desktop_app.languages import spoken_language
from desktop_app.resource_files import resource_path
from desktop_app.ui.looks.focus_following import FocusRings
from desktop_app.ui.looks.palettes import Scheme, chosen_scheme, palette_of, system_scheme
from desktop_app.ui.settings import Settings, Theme

_SCHEMES = {
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
}
_SMALLEST_POINT_SIZE = 6.0
_MAIN_FAMILY = "Noto Sans"
_CHINESE, _CHINESE_FONT = "试验", "DroidSansFallbackFull.ttf"


def usable_font(app: QApplication) -> QFont:
    """Return the system's font, or the bundled ones where the system has none that can write."""
    # A system without fonts still names some families; what counts is whether there are letters.
    font = QFont(app.font())
    if not QFontMetrics(font).inFont("A"):
        font.setFamilies([_MAIN_FAMILY, *_bundled_families("*.ttf")])
        app.setFont(font)
    elif spoken_language() == "zh_CN" and not can_write(font, _CHINESE):
        # Qt finds it by itself. As a second family it would become the first where the system
        # names its own only as "Sans Serif", and lines and letters would be as wide as Chinese.
        _bundled_families(_CHINESE_FONT)
    return font


def can_write(font: QFont, text: str) -> bool:
    """Tell whether the system has letters for a text, in this font or in others in its place."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(all(run.glyphIndexes()) for run in layout.glyphRuns())


def _bundled_families(pattern: str) -> list[str]:
    from PySide6.QtGui import QFontDatabase

    found: dict[str, None] = {}
    for path in sorted(resource_path("fonts").glob(pattern)):
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
        self._worn: tuple[Theme, bool, bool, int] | None = None
        self._settings = Settings()
        self._rings = FocusRings(app, self)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def wear(self, settings: Settings) -> None:
        """Take theme and text size from the settings."""
        self._settings = settings
        hints = QGuiApplication.styleHints()
        if self._worn is None or self._worn[0] != settings.theme:
            # Tells the system too, so that the frame of the window follows.
            hints.setColorScheme(_SCHEMES[settings.theme])
        contrast = self.has_high_contrast()
        wanted = (settings.theme, self.is_dark(), contrast, settings.text_percent)
        if wanted == self._worn:
            return
        self._worn = wanted
        self._app.setFont(scaled_font(self._font, settings.text_percent))
        palette = palette_of(self._scheme())
        self._app.setPalette(palette)
        QToolTip.setPalette(palette)
        self.changed.emit()

    def is_dark(self) -> bool:
        """Whether the dark palette is the one to wear now."""
        if self._settings.theme is Theme.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._settings.theme is Theme.DARK

    def has_high_contrast(self) -> bool:
        """Whether the system asks for more contrast."""
        asked = QGuiApplication.styleHints().accessibility().contrastPreference()
        return asked is Qt.ContrastPreference.HighContrast

    def _scheme(self) -> Scheme:
        """Return the colours to wear: those of the system where it has some of high contrast."""
        if self.has_high_contrast() and self._settings.theme is Theme.SYSTEM:
            self._app.setPalette(QPalette())
            if chosen := system_scheme(self._app.palette()):
                return chosen
        return chosen_scheme(is_dark=self.is_dark(), has_high_contrast=self.has_high_contrast())

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
