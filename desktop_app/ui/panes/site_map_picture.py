"""A map of sites as a widget: which part of the world it shows, and which site is selected."""

from PySide6.QtCore import QEvent, QPointF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.analysis.site_map.fitting import fitted_view
from desktop_app.analysis.site_map.frame import MapView
from desktop_app.analysis.site_map.layout import key_height
from desktop_app.analysis.site_map.places import MapSite, MapSites
from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import labelled
from desktop_app.ui.looks.palette_colors import accent_color
from desktop_app.ui.panes.look import Look
from desktop_app.ui.panes.site_map_canvas import MapCanvas
from desktop_app.ui.panes.visible_text import visible_text
from desktop_app.ui.pictures.screen_measure import ScreenMeasure

_STEP = 1.5
"""How much one press of a key or a button enlarges."""
_WORLD = MapView(-169, -60, 191, 80)
_NAME = N_("Map of the sites")
_FOCUS_LINE = 2
_FLATTEST, _TALLEST = 0.5, 1.0
"""Heights in widths."""


class SiteMapPicture(QWidget):
    """A dot per site; the name of the widget tells of the one that is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sites = MapSites(())
        self._fit = self._view = _WORLD
        self._canvas: MapCanvas | None = None
        self._selected: MapSite | None = None
        self._shows_focus = False
        self._has_key = True
        self._tell()

    @property
    def selected(self) -> int | None:
        """The number of the selected site."""
        return self._selected.number if self._selected else None

    @property
    def sites(self) -> MapSites:
        """The sites that are shown."""
        return self._sites

    @property
    def canvas(self) -> MapCanvas:
        """The map as it is painted."""
        if self._canvas is None:
            look = Look(self.font(), self.palette())
            self._canvas = MapCanvas(
                self._sites,
                self._view,
                self.size(),
                look,
                self.devicePixelRatioF(),
                has_key=self._has_key,
            )
        return self._canvas

    def show_sites(self, sites: MapSites) -> None:
        """Show the countries of the sites of a study, no site selected."""
        self._fit = self._view = fitted_view(sites.placed) if sites.placed else _WORLD
        self._selected = None
        self.narrow_to(sites)

    def narrow_to(self, sites: MapSites) -> None:
        """Show some of the sites, in the same part of the world."""
        self._sites = sites
        self._selected = self._placed(self.selected)
        self._redraw()
        self._tell()

    def select_site(self, number: int | None) -> None:
        """Mark a site and bring it into sight; None, or one that is not here, marks none."""
        if number == self.selected:
            return
        self._selected = self._placed(number)
        if self._selected is not None and self.canvas.mark_of(self._selected.number) is None:
            self._center_on(self._selected)
        self._tell()
        self.update()

    @Slot()
    def enlarge(self) -> None:
        """Show less, and that larger."""
        self.zoom(_STEP)

    @Slot()
    def reduce(self) -> None:
        """Show more."""
        self.zoom(1 / _STEP)

    @Slot()
    def show_all(self) -> None:
        """Show the countries of all sites again."""
        self._look_at(self._fit)

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Show all so many times as large; a point, or the selected site, stays where it is."""
        frame = self.canvas.laid.frame
        mark = self.canvas.mark_of(self._selected.number) if self._selected else None
        middle = QPointF(mark.x, mark.y) if mark else QPointF(frame.width / 2, frame.height / 2)
        point = around or middle
        self._look_at(frame.view.zoomed(factor, *frame.place_at(point.x(), point.y())))

    def move_by(self, by: QPointF) -> None:
        """Move the map by a distance in pixels."""
        frame = self.canvas.laid.frame
        self._look_at(frame.view.moved(-by.x() / frame.lon_scale, by.y() / frame.scale))

    def use_key(self, is_wanted: bool) -> None:
        """Have the key below the map; without it its words stand on the map."""
        if is_wanted is not self._has_key:
            self._has_key = is_wanted
            self._redraw()

    def height_for(self, width: int) -> int:
        """Return the height of the map with its key that suits the study's part of the world."""
        measure = ScreenMeasure(self.font())
        wanted = min(max(width / self._fit.aspect, _FLATTEST * width), _TALLEST * width)
        return round(wanted + key_height(self._sites, width, measure))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the map, which site is selected, and that the keyboard is here."""
        painter = QPainter(self)
        self.canvas.paint(painter)
        if self._selected is not None:
            mark = self.canvas.mark_of(self._selected.number)
            if mark is not None:
                self.canvas.paint_selection(painter, mark)
            self.canvas.paint_words(painter, self._selected.text)
        elif not self._has_key:
            self.canvas.paint_words(painter, self.canvas.laid.words)
        if self.hasFocus() and self._shows_focus:
            frame = self.canvas.laid.frame
            painter.setPen(QPen(accent_color(self.palette()), _FOCUS_LINE))
            painter.drawRect(1, 1, round(frame.width) - 2, round(frame.height) - 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew in other colours or another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._redraw()

    def sizeHint(self) -> QSize:
        """Return a size; whoever lays the map out decides."""
        return QSize(320, 240)

    def _placed(self, number: int | None) -> MapSite | None:
        return next((site for site in self._sites.placed if site.number == number), None)

    def _center_on(self, site: MapSite) -> None:
        view = self._view
        self._look_at(view.moved(site.lon - view.lon, site.lat - view.lat))

    def _look_at(self, view: MapView) -> None:
        self._view = view
        self._redraw()

    def _redraw(self) -> None:
        self._canvas = None
        self.update()

    def _tell(self) -> None:
        """Say to assistive technology which site is selected; Qt announces the new name."""
        count = len(self._sites.placed)
        counted = ngettext("{count} site", "{count} sites", count).format(count=grouped(count))
        text = self._selected.text if self._selected else counted
        self.setAccessibleName(visible_text(labelled(_(_NAME), text)))
