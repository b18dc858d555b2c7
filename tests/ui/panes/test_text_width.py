"""How far a text can be moved sideways."""

from pytestqt.qtbot import QtBot

from desktop_app.presentation.results.tab import results_sections
from desktop_app.presentation.section import Section, Table
from tests.real_records import needs_records
from tests.ui.panes.drawn import shown
from tests.ui.panes.real_studies import real_study


def test_a_table_wider_than_the_view_can_be_moved_sideways(qtbot: QtBot) -> None:
    columns = tuple(f"Unbreakable{number}" for number in range(20))
    view = shown(qtbot, Section("Wide", (Table(columns, (columns,), name="Wide"),)), width=500)
    assert view.horizontalScrollBar().maximum() > 0


@needs_records
def test_a_text_that_fits_cannot_even_if_it_was_wider_while_it_was_laid_out(qtbot: QtBot) -> None:
    (baseline,) = (
        section
        for section in results_sections(real_study("NCT00329784"))
        if section.title == "Baseline Characteristics"
    )
    view = shown(qtbot, baseline, width=765, height=520)
    qtbot.waitUntil(lambda: view.document().size().height() > view.height())
    assert view.horizontalScrollBar().maximum() == 0
