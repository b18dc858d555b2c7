import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QTableView

from desktop_app.application import SAMPLE, Session, open_first_study
from desktop_app.ui.status_line import StatusLine
from tests.ui.conftest import AddStudies, part


@pytest.fixture
def sample(session: Session) -> Session:
    open_first_study(session, ())
    return session


def _message(session: Session) -> str:
    return part(session.window, StatusLine).message


def test_a_tab_is_copied_formatted_and_as_plain_text(sample: Session) -> None:
    sample.window.study_view.show_pane("eligibility")
    part(sample.window, QAction, "copy_tab").trigger()
    content = QGuiApplication.clipboard().mimeData()
    assert "<h2" in content.html()
    assert "Premature Ovarian" not in content.html()
    assert "I-1" in content.text()
    assert "<" not in content.text().replace("<=", "")
    assert _message(sample) == f"Copied Eligibility of {SAMPLE}."


def test_what_a_record_says_is_pasted_as_it_is(session: Session, add_studies: AddStudies) -> None:
    hostile = "<b>bold</b><img src='file:///etc/hostname'>"
    add_studies("NCT00000101", descriptionModule={"briefSummary": hostile})
    session.window.show_study("NCT00000101")
    session.window.study_view.show_pane("summary")
    part(session.window, QAction, "copy_tab").trigger()
    content = QGuiApplication.clipboard().mimeData()
    assert "&lt;img src=" in content.html()
    assert "<img" not in content.html()
    assert hostile in content.text()


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("copy_citation_text", "Sclnow Biotechnology Co., Ltd. The Safety and Efficiency"),
        ("copy_citation_ris", "TY  - "),
        ("copy_citation_bibtex", "@misc{NCT03816852"),
    ],
)
def test_a_citation_is_copied(sample: Session, name: str, begins: str) -> None:
    part(sample.window, QAction, name).trigger()
    text = QGuiApplication.clipboard().text()
    assert text.startswith(begins)
    assert SAMPLE in text
    assert _message(sample) == "Copied 1 citation."


def test_the_citations_of_all_that_are_selected_are_copied(
    session: Session, add_studies: AddStudies
) -> None:
    add_studies("NCT00000101", "NCT00000102", "NCT00000103")
    session.window.show_study("NCT00000101")
    view = part(session.window, QTableView, "study_list")
    rows = QItemSelection(view.model().index(0, 0), view.model().index(1, 0))
    view.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    part(session.window, QAction, "copy_citation_text").trigger()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2
    assert _message(session) == "Copied 2 citations."
