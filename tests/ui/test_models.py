from math import ceil

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.languages import LANGUAGES, speaking
from desktop_app.presentation.status import status_look
from desktop_app.study.dates import PartialDate
from desktop_app.study.summary import StudySummary
from desktop_app.ui.dialogs.import_results import ImportResultsDialog
from desktop_app.ui.library.row.row_words import enrollment_phrases
from desktop_app.ui.library.study_delegate import StudyDelegate
from desktop_app.ui.library.study_list_view import StudyListView
from desktop_app.ui.looks.palettes import DARK, LIGHT, Scheme, palette_of
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.models.import_model import (
    ImportLine,
    ImportModel,
    Outcome,
    as_text,
    counts_of,
)
from desktop_app.ui.models.studies_model import (
    PAGE_ROWS,
    SUMMARY_ROLE,
    StudiesModel,
)
from desktop_app.ui.models.study_words import phase_phrase, spoken_summary
from tests.ui.conftest import part


def summary(**changes: object) -> StudySummary:
    values: dict[str, object] = {
        "nct_id": "NCT00000101",
        "brief_title": "Aspirin against headache",
        "overall_status": "RECRUITING",
        "study_type": "INTERVENTIONAL",
        "phases": ("PHASE1", "PHASE2"),
        "enrollment_count": 1,
        "enrollment_type": "ACTUAL",
        "record_date": PartialDate(2024, 1, 1),
    }
    return StudySummary(**(values | changes))  # type: ignore[arg-type]


def test_the_list_of_studies_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = StudiesModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_first(_studies(0, PAGE_ROWS), has_more=True)
    model.show_total(PAGE_ROWS + 1)
    model.show_page(PAGE_ROWS, _studies(PAGE_ROWS, 1))
    assert model.rowCount() == PAGE_ROWS + 1


def _studies(first: int, count: int) -> list[StudySummary]:
    return [summary(nct_id=f"NCT{number:08}") for number in range(first, first + count)]


def test_what_is_said_of_a_row_hides_nothing() -> None:
    model = StudiesModel()
    model.show_first((summary(brief_title="\u202eABC\x1b\ud800"),), has_more=False)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        assert "⟦RLO⟧ABC\ufffd\ufffd" in str(model.index(0).data(role))


def test_a_row_in_sight_is_asked_for_but_once(qtbot: QtBot) -> None:
    model = StudiesModel()
    asked: list[int] = []
    model.page_wanted.connect(asked.append)
    model.show_first(_studies(0, PAGE_ROWS), has_more=True)
    model.show_total(600_000)
    with qtbot.waitSignal(model.page_wanted):
        assert model.index(400_007).data() is None
    assert model.index(400_007).data() is None
    with qtbot.waitSignal(model.page_wanted):
        assert model.index(200_007).data() is None
    assert asked == [400_000, 200_000]
    model.show_page(400_000, _studies(1, PAGE_ROWS))
    assert model.index(400_007).data(SUMMARY_ROLE) == summary(nct_id="NCT00000008")


def test_rows_that_are_only_passed_are_not_asked_for(qtbot: QtBot) -> None:
    model = StudiesModel()
    asked: list[int] = []
    model.page_wanted.connect(asked.append)
    model.show_first(_studies(0, PAGE_ROWS), has_more=True)
    model.show_total(600_000)
    with qtbot.waitSignal(model.page_wanted):
        for row in range(1_000, 500_000, 10_000):
            model.summary(row)
    assert asked == [481_000, 491_000]


def test_a_long_way_through_the_list_does_not_fill_the_memory() -> None:
    model = StudiesModel()
    model.show_first(_studies(0, PAGE_ROWS), has_more=True)
    model.show_total(20_000)
    for offset in range(PAGE_ROWS, 20_000, PAGE_ROWS):
        model.show_page(offset, _studies(offset, PAGE_ROWS))
    assert model.row_of("NCT00000001") == -1
    assert model.row_of("NCT00019999") == 19_999


@pytest.mark.parametrize(
    ("phases", "study_type", "expected"),
    [
        (("PHASE2",), "INTERVENTIONAL", "Phase 2"),
        (("PHASE1", "PHASE2"), "INTERVENTIONAL", "Phase 1/Phase 2"),
        (("NA",), "INTERVENTIONAL", "Phase not applicable"),
        ((), "INTERVENTIONAL", "Phase not stated"),
        ((), "", "Phase not stated"),
        ((), "OBSERVATIONAL", "Phase not applicable"),
    ],
)
def test_no_phase_and_no_phase_stated_are_told_apart(
    phases: tuple[str, ...], study_type: str, expected: str
) -> None:
    assert phase_phrase(summary(phases=phases, study_type=study_type)) == expected


@pytest.mark.parametrize(
    ("count", "kind", "expected"),
    [
        (12, "ESTIMATED", "n = 12 estimated"),
        (0, "ACTUAL", "n = 0 actual"),
        (12, "", "n = 12, type not stated"),
        (None, "", "enrollment not stated"),
    ],
)
def test_the_kind_of_an_enrollment_is_always_told(
    count: int | None, kind: str, expected: str
) -> None:
    row = summary(enrollment_count=count, enrollment_type=kind)
    assert enrollment_phrases(row)[0] == expected


def test_one_participant_is_spoken_of_as_one() -> None:
    assert spoken_summary(summary()).endswith("Phase 1/Phase 2, 1 participant actual")
    assert spoken_summary(summary(brief_title="")).split(", ")[1] == "No title in this record"


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("is_selected", [False, True])
def test_a_row_is_drawn_on_the_ground_of_the_palette(
    qapp: QApplication, scheme: Scheme, is_selected: bool
) -> None:
    view, model = QListView(), StudiesModel()
    model.show_first([summary(brief_title="A very long title " * 20)], has_more=False)
    option = QStyleOptionViewItem()
    option.initFrom(view)
    option.palette = palette_of(scheme)
    option.font = qapp.font()
    option.rect = QRect(0, 0, 320, StudyDelegate().sizeHint(option, model.index(0)).height())
    option.state = QStyle.StateFlag.State_Enabled
    if is_selected:
        option.state |= QStyle.StateFlag.State_Selected
    image = QImage(320, option.rect.height(), QImage.Format.Format_RGB32)
    image.fill(QColor(scheme.base))
    painter = QPainter(image)
    StudyDelegate().paint(painter, option, model.index(0))
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(320) for y in range(image.height() - 1)}
    ground, text = (
        (scheme.highlight, scheme.highlighted_text) if is_selected else (scheme.base, scheme.text)
    )
    assert image.pixelColor(2, 2).name() == ground
    assert text in colours
    # What has no room is elided inside the row, not drawn beyond it.
    edge = {image.pixelColor(x, y).name() for x in range(308, 320) for y in range(60)}
    assert edge == {ground}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_never_so_narrow_that_a_number_of_participants_is_cut(
    qtbot: QtBot, language: str
) -> None:
    with speaking(language):
        view = StudyListView(StudiesModel())
        qtbot.addWidget(view)
        view.resize(view.minimumWidth(), 400)
        row = summary(enrollment_count=99999, enrollment_type="ESTIMATED")
        needed = f"{row.nct_id}  {enrollment_phrases(row)[-1]}"
    scale = TypeScale(view.font())
    room = view.viewport().width() - 2 * scale.space(16)
    assert QFontMetricsF(scale.small).horizontalAdvance(needed) <= room


def test_no_dot_is_left_behind_a_status_that_takes_the_whole_line(qapp: QApplication) -> None:
    model = StudiesModel()
    model.show_first([summary()], has_more=False)
    option = QStyleOptionViewItem()
    option.palette, option.font = palette_of(LIGHT), qapp.font()
    scale = TypeScale(option.font)
    side, status = scale.space(16), str(status_look("RECRUITING"))
    end = side + ceil(QFontMetricsF(scale.small).horizontalAdvance(status))
    height = StudyDelegate().sizeHint(option, model.index(0)).height()
    option.rect = QRect(0, 0, end + scale.space(12) + side, height)
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.base))
    painter = QPainter(image)
    StudyDelegate().paint(painter, option, model.index(0))
    painter.end()
    foot = range(height - scale.space(24), height - 2)
    behind = {image.pixelColor(x, y).name() for x in range(end + 2, image.width()) for y in foot}
    assert behind == {LIGHT.base}


def test_the_results_of_an_import_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(ImportModel(_LINES))  # type: ignore[no-untyped-call]


_LINES = (
    ImportLine(Outcome.ADDED, "NCT00000101", "a.json"),
    ImportLine(Outcome.ADDED, "NCT00000102", "b.json"),
    ImportLine(Outcome.REJECTED, "", "c.json", "It is not\na record."),
)


def test_the_counts_of_an_import_are_said_in_words() -> None:
    assert counts_of(_LINES) == "2 added, 1 not understood"
    assert counts_of(()) == "Nothing was found to import"


@pytest.mark.parametrize(
    ("count", "told"), [(1, "1 kept as an older version"), (2, "2 kept as older versions")]
)
def test_older_versions_are_counted_in_english(count: int, told: str) -> None:
    assert counts_of([ImportLine(Outcome.OLDER, "NCT00000101", "a.json")] * count) == told


def test_a_note_is_whole_in_its_tool_tip_and_never_markup(qapp: QApplication) -> None:
    model = ImportModel([ImportLine(Outcome.REJECTED, "", "a.json", "<b>not</b> a record")])
    tip = Qt.ItemDataRole.ToolTipRole
    assert model.index(0, 3).data(tip) == "<span>&lt;b&gt;not&lt;/b&gt; a record</span>"
    assert model.index(0, 1).data(tip) is None


def test_an_address_is_short_in_its_cell_and_whole_in_its_tip_and_in_a_copy(
    qapp: QApplication,
) -> None:
    origin = "https://clinicaltrials.gov/api/v2/studies/NCT1, fetched 2026-11-25 14:03 UTC"
    line = ImportLine(Outcome.ADDED, "NCT00000101", origin)
    model = ImportModel([line])
    cell = model.index(0, 2)
    assert cell.data() == "fetched from ClinicalTrials.gov, 2026-11-25 14:03 UTC"
    assert origin in str(cell.data(Qt.ItemDataRole.ToolTipRole))
    assert origin in as_text([line])


def test_paths_alone_are_cut_in_their_middle(qapp: QApplication) -> None:
    dialog = ImportResultsDialog(_LINES)
    view, option = part(dialog, QTableView), QStyleOptionViewItem()
    delegate = view.itemDelegateForColumn(2)
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, view.model().index(0, 2))
    assert option.textElideMode is Qt.TextElideMode.ElideMiddle
    assert view.textElideMode() is Qt.TextElideMode.ElideRight
    assert view.itemDelegateForColumn(3) is None


def test_enter_closes_the_results_but_on_a_row_it_opens_the_study(qtbot: QtBot) -> None:
    dialog, told = ImportResultsDialog(_LINES), list[str]()
    dialog.study_activated.connect(told.append)
    dialog.show()
    view = part(dialog, QTableView)
    view.setCurrentIndex(view.model().index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert told == ["NCT00000102"]
    assert dialog.isVisible()
    default = [button.text() for button in dialog.findChildren(QPushButton) if button.isDefault()]
    assert default == ["Close"]
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_lines_are_copied_as_a_table_of_one_line_each() -> None:
    assert as_text(_LINES).splitlines() == [
        "Added\tNCT00000101\ta.json\t",
        "Added\tNCT00000102\tb.json\t",
        "Not understood\t\tc.json\tIt is not a record.",
    ]


def test_results_are_shown_by_outcome(qapp: QApplication) -> None:
    model = ImportModel(_LINES)
    model.show_outcome(Outcome.REJECTED)
    assert [line.origin for line in model.lines] == ["c.json"]
    model.show_outcome(None)
    assert len(model.lines) == 3


def test_a_result_opens_its_study(qapp: QApplication) -> None:
    dialog = ImportResultsDialog(_LINES)
    told: list[str] = []
    dialog.study_activated.connect(told.append)
    view = part(dialog, QTableView)
    for row in range(3):
        view.activated.emit(view.model().index(row, 0))
    assert told == ["NCT00000101", "NCT00000102"]
    assert view.model().headerData(0, Qt.Orientation.Horizontal) == "Result"
    dialog.deleteLater()


def test_nobody_is_enrolled_by_an_expanded_access_record() -> None:
    row = summary(study_type="EXPANDED_ACCESS", enrollment_count=None, enrollment_type="")
    assert enrollment_phrases(row)[0] == "enrollment not applicable"
    assert spoken_summary(row).endswith("enrollment not applicable")
