"""The sidebar: parts of the library and filters, by mouse and keyboard."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.store.facets.packing import Facet
from desktop_app.ui.library.filters.chosen_filters import Filters
from desktop_app.ui.library.filters.filter_chips import FilterChips
from desktop_app.ui.library.scopes import WHOLE, Scope, ScopeKind
from desktop_app.ui.library.sidebar.line_filling import items_below
from desktop_app.ui.library.sidebar.places import Place, Places
from desktop_app.ui.library.sidebar.sidebar import Sidebar
from desktop_app.ui.library.sidebar.sidebar_items import SidebarItem
from desktop_app.ui.library.study_mime import STUDIES_FORMAT, written_numbers
from tests.ui.conftest import part

_TAG = Scope(ScopeKind.TAG, 3, "Ward 7")
_RECRUITING = (Facet.STATUS, "RECRUITING")
_COUNTS = {
    Facet.STATUS: {"RECRUITING": 12_345, "COMPLETED": 2},
    Facet.COUNTRY: {f"Land {number:02}": number for number in range(40)},
    Facet.START_YEAR: {"2025": 3, "": 1},
}


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar()
    qtbot.addWidget(made)
    made.show_places(Places((Place(WHOLE, 40),), tags=(Place(_TAG, 2, "red"),)))
    made.show_counts(_COUNTS, Filters())
    made.resize(260, 700)
    return made


def items(sidebar: Sidebar) -> dict[str, SidebarItem]:
    """Returns all lines by what they say."""
    sections = items_below(sidebar.tree.invisibleRootItem())
    below = [item for section in sections for item in items_below(section)]
    return {item.text(0): item for item in (*sections, *below)}


def test_each_line_says_what_it_is_and_how_many_there_are(sidebar: Sidebar) -> None:
    lines = items(sidebar)
    assert lines["Recruiting"].text(1).replace("\u2009", " ").replace("\u202f", " ") == "12 345"
    spoken = lines["Ward 7"].data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ward 7, 2 studies"
    assert lines["All studies"].data(0, Qt.ItemDataRole.AccessibleTextRole).endswith("in the list")


def test_a_value_is_chosen_by_clicking_anywhere_in_its_line(sidebar: Sidebar) -> None:
    told: list[Filters] = []
    sidebar.filters_wanted.connect(told.append)
    sidebar.show()
    area = sidebar.tree.visualItemRect(items(sidebar)["Recruiting"])
    QTest.mouseClick(sidebar.tree.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert told == [Filters((_RECRUITING,))]
    sidebar.show_filters(told[0])
    assert items(sidebar)["Recruiting"].checkState(0) is Qt.CheckState.Checked


def test_lines_are_worked_by_the_keyboard(sidebar: Sidebar) -> None:
    filters: list[Filters] = []
    scopes: list[Scope] = []
    deleted: list[Scope] = []
    sidebar.filters_wanted.connect(filters.append)
    sidebar.scope_wanted.connect(scopes.append)
    sidebar.delete_wanted.connect(deleted.append)
    tree, lines = sidebar.tree, items(sidebar)
    tree.setCurrentItem(lines["Completed"])
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert filters == [Filters(((Facet.STATUS, "COMPLETED"),))]
    tree.setCurrentItem(lines["Ward 7"])
    QTest.keyClick(tree, Qt.Key.Key_Return)
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert scopes == deleted == [_TAG]
    tree.setCurrentItem(lines["Status"])
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert not lines["Status"].isExpanded()


def test_the_keyboard_stays_on_its_line_while_counts_move(sidebar: Sidebar) -> None:
    sidebar.tree.setCurrentItem(items(sidebar)["Land 39"])
    moved = {f"Land {number:02}": 100 - number for number in range(30, 40)}
    sidebar.show_counts({Facet.COUNTRY: moved}, Filters())
    current = sidebar.tree.currentItem()
    assert current is not None
    assert current.text(0) == "Land 39"


def test_the_commonest_countries_are_listed_and_all_can_be(sidebar: Sidebar) -> None:
    assert "Land 39" in items(sidebar)
    assert "Land 05" not in items(sidebar)
    more = items(sidebar)["29 more …"]
    sidebar.tree.line_activated.emit(more.line.meaning)
    assert "Land 05" in items(sidebar)
    # None of them holds anything: it would only be in the way.
    assert "Land 00" not in items(sidebar)


def test_what_is_chosen_is_listed_whatever_its_count(sidebar: Sidebar) -> None:
    sidebar.show_counts({}, Filters(((Facet.COUNTRY, "Atlantis"),)))
    assert items(sidebar)["Atlantis"].checkState(0) is Qt.CheckState.Checked


def test_a_filter_is_found_by_its_name(sidebar: Sidebar) -> None:
    sidebar.box.setText("land 05")
    assert list(items(sidebar)) == ["Country", "Land 05"]
    assert items(sidebar)["Country"].isExpanded()
    sidebar.box.setText("status")
    assert list(items(sidebar)) == ["Status", "Recruiting", "Completed"]
    sidebar.box.setText("wárd")
    assert list(items(sidebar)) == ["Tags", "Ward 7"]
    sidebar.box.clear()
    assert not items(sidebar)["Country"].isExpanded()


def test_words_that_no_filter_fits_are_told_of(sidebar: Sidebar) -> None:
    sidebar.show()
    told = part(sidebar, QLabel, "nothing_found")
    assert not told.isVisible()
    sidebar.box.setText("no such land")
    assert told.isVisible()
    assert told.text() == "No filter, tag or saved search fits these words."
    assert told.height() >= told.heightForWidth(told.width())
    sidebar.box.setText("land")
    assert not told.isVisible()


def test_studies_are_dropped_on_a_tag_and_not_on_a_filter(sidebar: Sidebar) -> None:
    dropped: list[tuple[Scope, tuple[str, ...]]] = []
    sidebar.tree.studies_dropped.connect(lambda scope, numbers: dropped.append((scope, numbers)))
    sidebar.show()
    content = QMimeData()
    content.setData(STUDIES_FORMAT, written_numbers(("NCT00000101", "NCT00000102")))
    for name in ("Recruiting", "Ward 7"):
        place = sidebar.tree.visualItemRect(items(sidebar)[name]).center()
        event = QDropEvent(
            QPointF(place),
            Qt.DropAction.CopyAction,
            content,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        sidebar.tree.dropEvent(event)
    assert dropped == [(_TAG, ("NCT00000101", "NCT00000102"))]


def test_boxes_are_told_to_assistive_technology(sidebar: Sidebar) -> None:
    sidebar.show_counts(_COUNTS, Filters((_RECRUITING,)))
    sidebar.show()
    table = QAccessible.queryAccessibleInterface(sidebar.tree)
    cells = [table.child(place) for place in range(table.childCount())]
    boxes = {cell.text(QAccessible.Text.Name): cell.state() for cell in cells if cell is not None}
    state = next(state for name, state in boxes.items() if name.startswith("Recruiting"))
    assert state.checkable
    assert state.checked


def test_escape_leaves_the_sidebar(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.tree.left):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(sidebar.tree, key)


@pytest.fixture
def chips(qtbot: QtBot) -> FilterChips:
    made = FilterChips()
    qtbot.addWidget(made)
    return made


def test_each_chosen_filter_can_be_taken_back(chips: FilterChips) -> None:
    told: list[Filters] = []
    chips.filters_wanted.connect(told.append)
    chips.show_filters(Filters((_RECRUITING, (Facet.START_YEAR, "2010..2014"))))
    buttons = [button for button in chips.findChildren(QPushButton) if not button.isHidden()]
    assert [button.text().split("  ")[0] for button in buttons] == [
        "Recruiting",
        "Start 2010–2014",
        "Clear",
    ]
    assert buttons[0].accessibleName() == "Take back the filter Status: Recruiting"
    buttons[0].click()
    buttons[2].click()
    assert told == [Filters(((Facet.START_YEAR, "2010..2014"),)), Filters()]


def test_many_filters_leave_room_for_the_list(chips: FilterChips) -> None:
    chips.show_filters(Filters(tuple((Facet.COUNTRY, f"Land & {n}") for n in range(30))))
    buttons = [button for button in chips.findChildren(QPushButton) if not button.isHidden()]
    assert len(buttons) == 9
    assert buttons[-1].text() == "Clear, with 22 more"
    assert buttons[0].text().startswith("Land && 0")
    chips.show_filters(Filters())
    assert chips.isHidden()


def test_tips_of_filters_are_no_markup(qtbot: QtBot) -> None:
    chips = FilterChips()
    qtbot.addWidget(chips)
    chips.show_filters(Filters(((Facet.COUNTRY, "<img src='file:///etc/passwd'>"),)))
    tip = next(chip.toolTip() for chip in chips.findChildren(QPushButton, "filter_chip"))
    assert "<img" not in tip
    assert "&lt;img" in tip


class _Paintings(QObject):
    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self.count = 0
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_lines_that_say_the_same_are_not_painted_again(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitExposed(sidebar):
        sidebar.show()
    paintings = _Paintings(sidebar.tree.viewport())
    qtbot.waitUntil(lambda: paintings.count >= 0)
    QCoreApplication.sendPostedEvents()
    paintings.count = 0
    sidebar.show_counts({facet: dict(counts) for facet, counts in _COUNTS.items()}, Filters())
    QCoreApplication.sendPostedEvents()
    assert paintings.count == 0
    sidebar.show_counts({**_COUNTS, Facet.STATUS: {"RECRUITING": 1}}, Filters())
    QCoreApplication.sendPostedEvents()
    assert paintings.count > 0
