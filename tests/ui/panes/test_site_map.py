from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.presentation.pane import PANES
from desktop_app.study.study import Study
from desktop_app.ui.panes.site_map_view import SiteMapView
from desktop_app.ui.panes.site_rows import SiteRows
from desktop_app.ui.panes.sites_pane import SitesPane
from tests.real_records import needs_records, record_files
from tests.studies import study_with

PLACES = {
    "Berlin": (52.52, 13.4, "Germany"),
    "Bonn": (50.73, 7.1, "Germany"),
    "Lausanne": (46.5, 6.6, "Switzerland"),
    "Oslo": (59.9, 10.7, "Norway"),
}


def location(city: str, **elements: Any) -> dict[str, Any]:
    lat, lon, country = PLACES[city]
    point = {"lat": lat, "lon": lon}
    known = {"facility": f"Clinic {city}", "city": city, "country": country, "geoPoint": point}
    return known | elements


LOCATIONS = [
    location("Oslo", status="COMPLETED"),
    location("Berlin", status="RECRUITING", contacts=[{"name": "Ada", "phone": "12"}]),
    location("Bonn", status="COMPLETED"),
    location("Lausanne"),
    {"facility": "Nowhere", "country": "Germany"},
]
IN_LIST_ORDER = [1, 2, 0, 3]
"""Those with coordinates."""


def opened(
    qtbot: QtBot, *locations: dict[str, Any], width: int = 760, height: int = 700
) -> SitesPane:
    pane = SitesPane(next(pane for pane in PANES if pane.id == "sites"))
    qtbot.addWidget(pane)
    pane.resize(width, height)
    pane.show()
    pane.show_study(study_with(contactsLocationsModule={"locations": list(locations)}))
    return pane


def map_of(pane: SitesPane) -> SiteMapView:
    return pane.panel.site_map


def point_of(site_map: SiteMapView, number: int) -> QPoint:
    mark = site_map.canvas.mark_of(number)
    assert mark is not None
    return QPoint(round(mark.x), round(mark.y))


def click(site_map: SiteMapView, number: int) -> None:
    QTest.mouseClick(
        site_map, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        point_of(site_map, number),
    )  # fmt: skip


def test_clicking_a_dot_marks_its_row(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    click(map_of(pane), 2)
    assert map_of(pane).selected == 2
    assert pane.view.textCursor().selectedText().startswith("Bonn\tClinic Bonn")


def test_a_row_is_marked_whole_and_brought_into_sight(qtbot: QtBot) -> None:
    many = [location("Bonn", facility=f"Clinic {n}") for n in range(150)]
    pane = opened(qtbot, *many, LOCATIONS[1])
    map_of(pane).site_chosen.emit(149)
    assert pane.view.textCursor().selectedText() == "\tClinic 149"
    seen = pane.view.viewport().rect()
    assert seen.contains(pane.view.cursorRect(pane.view.textCursor()).center())
    map_of(pane).site_chosen.emit(150)
    assert pane.view.textCursor().selectedText().endswith("Ada · 12")


def test_putting_the_cursor_into_a_row_selects_the_dot(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    with qtbot.waitActive(pane):
        pane.activateWindow()
    pane.view.setFocus()
    cursor = pane.view.document().find("Clinic Lausanne")
    cursor.setPosition(cursor.selectionStart() + 3)
    pane.view.setTextCursor(cursor)
    assert map_of(pane).selected == 3
    assert "Clinic Lausanne" in map_of(pane).accessibleName()
    pane.view.setTextCursor(pane.view.document().find("Countries"))
    assert map_of(pane).selected is None


def test_page_keys_go_through_the_list_and_stop_at_its_ends(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    site_map = map_of(pane)
    visited = []
    for _ in range(5):
        QTest.keyClick(site_map, Qt.Key.Key_PageDown)
        visited.append(site_map.selected)
    assert visited == [*IN_LIST_ORDER, 3]
    QTest.keyClick(site_map, Qt.Key.Key_PageUp)
    assert site_map.selected == 0


def test_arrows_go_to_the_nearest_site_of_their_direction(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    site_map = map_of(pane)
    QTest.keyClick(site_map, Qt.Key.Key_Left)
    assert site_map.selected == 1
    for key, number in ((Qt.Key.Key_Left, 2), (Qt.Key.Key_Down, 3), (Qt.Key.Key_Up, 2)):
        QTest.keyClick(site_map, key)
        assert site_map.selected == number


def test_tab_visits_the_map_the_box_its_button_and_the_text(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    pane.put_tools_before_text()
    with qtbot.waitActive(pane):
        pane.activateWindow()
    map_of(pane).setFocus()
    visited = []
    for _ in range(3):
        QTest.keyClick(pane.focusWidget(), Qt.Key.Key_Tab)
        visited.append(pane.focusWidget())
    assert visited == [pane.filter_box, pane.map_button, pane.view]


def test_enter_goes_to_the_row(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    site_map = map_of(pane)
    site_map.setFocus()
    QTest.keyClick(site_map, Qt.Key.Key_Return)
    assert pane.focusWidget() is site_map
    QTest.keyClick(site_map, Qt.Key.Key_PageDown)
    QTest.keyClick(site_map, Qt.Key.Key_Return)
    assert pane.focusWidget() is pane.view
    assert pane.view.textCursor().selectedText().startswith("Berlin\tClinic Berlin")


def test_the_selected_site_is_told_to_assistive_technology(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    site_map = map_of(pane)
    assert site_map.accessibleName() == "Map of the sites: 4 sites"
    assert "Arrow keys" in site_map.accessibleDescription()
    click(site_map, 1)
    assert site_map.accessibleName() == (
        "Map of the sites: Clinic Berlin, Berlin, Germany, ●\u00a0Recruiting"
    )


def test_enlarging_keeps_the_selected_site_in_sight_and_0_shows_all(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    site_map = map_of(pane)
    click(site_map, 0)
    scale = site_map.canvas.laid.frame.scale
    for _ in range(4):
        QTest.keyClick(site_map, Qt.Key.Key_Plus)
    assert site_map.canvas.laid.frame.scale > 3 * scale
    assert site_map.canvas.mark_of(0) is not None
    assert len(site_map.canvas.laid.marks) < 4
    QTest.keyClick(site_map, Qt.Key.Key_0)
    assert site_map.canvas.laid.frame.scale == pytest.approx(scale)
    QTest.keyClick(site_map, Qt.Key.Key_Minus)
    assert site_map.canvas.laid.frame.scale < scale


def test_a_site_beyond_the_edge_is_brought_into_sight(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    site_map = map_of(pane)
    click(site_map, 0)
    for _ in range(6):
        site_map.enlarge()
    assert site_map.canvas.mark_of(3) is None
    site_map.select_site(3)
    assert site_map.canvas.mark_of(3) is not None


def test_dragging_moves_the_map_and_selects_nothing(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    site_map = map_of(pane)
    start = point_of(site_map, 1)
    QTest.mousePress(site_map, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(site_map, start + QPoint(40, 20))
    QTest.mouseRelease(site_map, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 20))
    assert site_map.selected is None
    moved = point_of(site_map, 1) - start
    assert (moved - QPoint(40, 20)).manhattanLength() < 6


def test_the_wheel_enlarges_around_the_pointer(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    site_map = map_of(pane)
    place = point_of(site_map, 0)
    scale = site_map.canvas.laid.frame.scale
    event = QWheelEvent(
        QPointF(place), QPointF(place), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(site_map, event)
    assert site_map.canvas.laid.frame.scale > 1.4 * scale
    assert (point_of(site_map, 0) - place).manhattanLength() < 20


def test_words_in_the_box_narrow_the_dots_as_the_list(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    click(map_of(pane), 0)
    pane.filter_box.setText("germany")
    qtbot.waitUntil(lambda: "3 of 5 sites shown" in pane.view.toPlainText())
    assert [site.number for site in map_of(pane).sites.placed] == [1, 2]
    assert map_of(pane).selected is None
    QTest.keyClick(map_of(pane), Qt.Key.Key_PageDown)
    assert pane.view.textCursor().selectedText().startswith("Berlin\tClinic Berlin")


def test_the_map_can_be_hidden_for_all_studies(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    assert pane.panel.isVisible()
    assert pane.map_button.text() == "Hide &map"
    pane.map_button.click()
    assert not pane.panel.isVisible()
    assert pane.map_button.text() == "Show &map"
    pane.show_study(study_with(contactsLocationsModule={"locations": LOCATIONS}))
    assert not pane.panel.isVisible()
    pane.map_button.click()
    assert pane.panel.isVisible()


def test_without_coordinates_there_is_no_map(qtbot: QtBot) -> None:
    pane = opened(qtbot, LOCATIONS[4])
    assert not pane.panel.isVisible()
    assert not pane.map_button.isVisible()
    assert "There is no map: 1 site without coordinates." in pane.view.toPlainText()
    pane.show_study(study_with(contactsLocationsModule={"locations": LOCATIONS}))
    assert pane.panel.isVisible()
    pane.show_study(Study())
    assert not pane.panel.isVisible()


def test_the_map_is_not_drawn_twice(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    assert "\ufffc" not in pane.view.toPlainText()


def test_the_map_is_above_the_list_or_beside_it_in_a_wide_tab(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS, width=500, height=800)
    assert pane.panel.geometry().bottom() < pane.view.geometry().top()
    assert pane.view.height() > pane.height() * 0.4
    pane.resize(1800, 700)
    assert pane.panel.geometry().right() < pane.view.geometry().left()


def test_the_tab_can_be_made_smaller_again(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS, width=1800, height=1000)
    least = pane.minimumSizeHint()
    pane.map_button.click()
    assert pane.minimumSizeHint() == least
    pane.map_button.click()
    pane.resize(500, 500)
    assert pane.panel.width() <= 500
    assert pane.panel.geometry().bottom() < pane.view.geometry().top()


def test_a_low_map_says_its_key_on_itself(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS, width=320, height=220)
    laid = map_of(pane).canvas.laid
    assert laid.picture.height == laid.frame.height
    assert laid.words == "open 1 · other 2 · status not stated 1 · 1 site without coordinates"
    assert not map_of(pane).grab().isNull()


def test_its_menu_offers_the_picture(qtbot: QtBot) -> None:
    pane = opened(qtbot, *LOCATIONS)
    menu = QMenu()
    qtbot.addWidget(menu)
    map_of(pane).menu_wanted.emit(menu)
    with qtbot.waitSignal(pane.view.copy_wanted) as copied:
        menu.actions()[0].trigger()
    with qtbot.waitSignal(pane.view.save_wanted) as saved:
        menu.actions()[1].trigger()
    assert copied.args is not None
    assert saved.args is not None
    assert copied.args[0].id == saved.args[0].id == "site-map"


def test_a_name_that_looks_like_markup_is_text(qtbot: QtBot) -> None:
    pane = opened(qtbot, location("Bonn", facility="<b>A</b>\u202e\t<img src='file:///etc'>"))
    click(map_of(pane), 0)
    assert "⟦RLO⟧" in map_of(pane).accessibleName()
    assert "<b>A</b>" in pane.view.textCursor().selectedText()
    assert not map_of(pane).grab().isNull()


def test_sites_that_say_the_same_are_told_apart(qtbot: QtBot) -> None:
    same = [location("Bonn", facility="Research Site") for _ in range(5)]
    pane = opened(qtbot, *same)
    positions = set()
    for number in range(5):
        map_of(pane).site_chosen.emit(number)
        positions.add(pane.view.textCursor().position())
    assert len(positions) == 5


@needs_records
@pytest.mark.parametrize("path", record_files("ctgov_json", step=120), ids=lambda path: path.stem)
def test_every_site_of_a_real_record_has_its_row(qtbot: QtBot, path: Any) -> None:
    pane = SitesPane(next(pane for pane in PANES if pane.id == "sites"))
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.show()
    study = Study.model_validate_json(path.read_bytes())
    pane.show_study(study)
    rows: SiteRows = pane._rows
    for number in range(len(study.protocol_section.contacts_locations_module.locations)):
        pane.view.moveCursor(pane.view.textCursor().MoveOperation.Start)
        rows.go_to(number)
        assert rows.number_at(pane.view.textCursor().position()) == number
