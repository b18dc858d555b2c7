from datetime import date

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.export.paper import Paper
from desktop_app.export.sheets import Order, SheetFile
from desktop_app.ui.exporting.chosen import SelectedRows
from desktop_app.ui.exporting.forms import sheet_forms
from desktop_app.ui.exporting.making import Wanted
from desktop_app.ui.library.library_queries import Query
from desktop_app.ui.printing.made_sheet import MadeSheet
from desktop_app.ui.printing.page_images import PageImages
from desktop_app.ui.printing.page_renderer import PageRenderer
from desktop_app.ui.printing.page_view import PageView
from desktop_app.ui.tasks import ImmediateTaskRunner
from tests.ui.printing.pages import A4, pdf_of


def _sheet(number: int, pages: int) -> MadeSheet:
    wanted = Wanted(
        SelectedRows(Query(), (range(1),)),
        sheet_forms()[number],
        Order(Paper.A4, date(2026, 11, 22)),
    )
    return MadeSheet(wanted, SheetFile(pdf_of((A4,) * pages), "x.pdf"), (A4,) * pages)


def test_another_sheet_is_drawn_also_where_nothing_is_scrolled(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    images = PageImages(PageRenderer(), ImmediateTaskRunner(owner), owner)
    came: list[int] = []
    images.arrived.connect(came.append)
    view = PageView(images, owner)
    owner.show()
    qtbot.waitExposed(owner)
    view.show_sheet(_sheet(0, 1))
    assert came == [0]
    view.show_sheet(_sheet(1, 2))
    assert came[1:] == [0, 1]
