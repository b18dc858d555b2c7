"""Searching with real threads: the newest key wins."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from desktop_app.directories import Directories
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.library.library_queries import Page
from desktop_app.ui.tasks import TaskRunner
from tests.ui.conftest import read_record

_WORDS = ("asthma", "gout", "malaria")


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.open(Directories.standard().library, reader=reread) as opened:
        yield opened


@pytest.fixture
def browser(library: Library, qtbot: QtBot) -> Iterator[LibraryBrowser]:
    records = [
        read_record(f"NCT{number:08}", conditionsModule={"conditions": [_WORDS[number % 3]]})
        for number in range(1, 301)
    ]
    list(library.add_all(records))
    searched, runner = library.another_reader(), TaskRunner(name="reading")
    made = LibraryBrowser(searched, runner)
    qtbot.addWidget(made.list)
    qtbot.addWidget(made.box)
    yield made
    # The view would else outlive what it shows.
    made.list.view.setModel(None)
    made.close()
    runner.close()
    searched.close()


def test_every_key_is_answered_by_the_newest_search(browser: LibraryBrowser, qtbot: QtBot) -> None:
    # In an event loop, which leaves the threads that search the time they need.
    with qtbot.waitSignal(
        browser.whole_found, timeout=60_000, check_params_cb=lambda whole: whole.counts is not None
    ):
        for _ in range(20):
            for word in _WORDS:
                for end in range(1, len(word) + 1):
                    browser.box.setText(word[:end])
    assert browser.studies.total == 100
    shown = [browser.studies.summary(row) for row in range(browser.studies.rowCount())]
    assert {int(summary.nct_id[3:]) % 3 for summary in shown if summary} == {2}


def test_rows_follow_while_the_list_is_scrolled(browser: LibraryBrowser, qtbot: QtBot) -> None:
    browser.list.resize(300, 600)
    browser.list.show()
    browser.refresh()
    qtbot.waitUntil(lambda: browser.studies.rowCount() == 300)
    assert browser.studies.total == 300
    assert browser.studies.row_of("NCT00000001") == -1
    browser.list.view.scrollToBottom()
    qtbot.waitUntil(lambda: browser.studies.row_of("NCT00000001") == 299)


def test_the_heading_counts_the_matches(browser: LibraryBrowser, qtbot: QtBot) -> None:
    told: list[int] = []
    browser.total_counted.connect(told.append)
    browser.search("gout")
    qtbot.waitUntil(lambda: browser.whole is not None and browser.whole.counts is not None)
    assert set(told) == {300}
    assert browser.studies.total == 100


def test_whoever_has_scrolled_stays_there_while_studies_come(
    browser: LibraryBrowser, qtbot: QtBot
) -> None:
    browser.list.resize(300, 600)
    browser.list.show()
    browser.refresh()
    qtbot.waitUntil(lambda: browser.studies.total == 300)
    view = browser.list.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    place = view.verticalScrollBar().value()
    for _ in range(3):
        browser.refresh()
        with qtbot.waitSignal(browser.rows_shown):
            pass
        assert view.verticalScrollBar().value() == place
    qtbot.waitUntil(lambda: browser.studies.summary(150) is not None)


def test_a_list_that_has_become_shorter_ends_sooner(browser: LibraryBrowser) -> None:
    studies = browser.studies
    rows = [studies.summary(row) for row in range(studies.rowCount())]
    studies.show_total(900)
    studies.show_first([row for row in rows if row], has_more=True, is_same_list=True)
    assert studies.rowCount() == 900
    studies.show_total(500)
    assert studies.rowCount() == 500


def test_what_is_selected_stays_selected_while_studies_come(
    browser: LibraryBrowser, qtbot: QtBot
) -> None:
    browser.refresh()
    qtbot.waitUntil(lambda: browser.studies.total == 300)
    studies, view = browser.studies, browser.list.view
    rows = [studies.summary(row) for row in range(100)]
    view.selectRow(2)
    view.selectionModel().select(studies.index(4), QItemSelectionModel.SelectionFlag.Select)
    chosen = browser.list.selected_numbers()
    assert len(chosen) == 2
    with qtbot.waitSignal(browser.rows_shown), qtbot.assertNotEmitted(studies.modelReset):
        browser.refresh()
    assert browser.list.selected_numbers() == chosen
    # One more study at the head of the list: all others are a row further down.
    kept = browser.list.known_selection()
    newer = [one._replace(nct_id="NCT09999999") for one in rows[:1] if one]
    assert not studies.keep_first(newer + [one for one in rows[:99] if one], has_more=True)
    studies.show_first(newer + [one for one in rows[:99] if one], True, is_same_list=True)
    browser.list.select_again(kept)
    assert browser.list.selected_numbers() == chosen
    assert [list(part) for part in browser.list.selected_rows()] == [[3], [5]]


def _has_selected(browser: LibraryBrowser, rows: tuple[range, ...]) -> bool:
    return browser.list.selected_rows() == rows


def test_what_is_selected_further_down_stays_selected_while_studies_come(
    browser: LibraryBrowser, library: Library, qtbot: QtBot
) -> None:
    browser.list.resize(300, 600)
    browser.list.show()
    browser.refresh()
    qtbot.waitUntil(lambda: browser.studies.total == 300)
    studies, view = browser.studies, browser.list.view
    view.scrollTo(studies.index(199))
    qtbot.waitUntil(lambda: studies.summary(199) is not None)
    view.selectRow(198)
    for row in (196, 199):
        view.selectionModel().select(studies.index(row), QItemSelectionModel.SelectionFlag.Select)
    chosen = browser.list.selected_numbers()
    assert len(chosen) == 3
    for new in (1, 2):
        library.add(read_record(f"NCT{9000 + new:08}"))
        browser.refresh()
        rows = (range(196 + new, 197 + new), *(range(r, r + 1) for r in (198 + new, 199 + new)))
        qtbot.waitUntil(partial(_has_selected, browser, rows))
        assert browser.list.selected_numbers() == chosen
    browser.refresh()
    view.selectRow(0)
    with qtbot.waitSignal(browser.rows_shown):
        pass
    assert browser.list.selected_rows() == (range(1),)


def test_what_is_selected_moves_with_its_rows_in_a_page_that_comes_twice(
    browser: LibraryBrowser, qtbot: QtBot
) -> None:
    pages: list[Page] = []
    browser._lookup.page_read.connect(pages.append)
    browser.list.resize(300, 600)
    browser.list.show()
    browser.refresh()
    qtbot.waitUntil(lambda: browser.studies.total == 300)
    studies, view = browser.studies, browser.list.view
    view.scrollTo(studies.index(199))
    qtbot.waitUntil(lambda: any(page.offset == 100 for page in pages))
    view.selectRow(196)
    view.selectionModel().select(studies.index(198), QItemSelectionModel.SelectionFlag.Select)
    page = next(page for page in pages if page.offset == 100)
    newer = page.summaries[0]._replace(nct_id="NCT09999999")
    browser._lookup.page_read.emit(page._replace(summaries=(newer, *page.summaries[:-1])))
    assert [list(part) for part in browser.list.selected_rows()] == [[197], [199]]


def test_all_of_a_large_list_can_be_selected_without_reading_it(browser: LibraryBrowser) -> None:
    browser.studies.show_total(600_000)
    browser.list.view.selectAll()
    assert len(browser.studies.numbers()) == len(browser.list.selected_numbers())
    assert browser.list.known_selection() == ()


def test_all_that_is_selected_stays_all_while_studies_come(
    browser: LibraryBrowser, library: Library, qtbot: QtBot
) -> None:
    browser.list.resize(300, 600)
    browser.list.show()
    browser.refresh()
    qtbot.waitUntil(lambda: browser.studies.total == 300)
    view = browser.list.view
    view.selectAll()
    assert browser.list.known_selection() == ()
    for new in (1, 2):
        library.add(read_record(f"NCT{9000 + new:08}"))
        browser.refresh()
        qtbot.waitUntil(partial(_has_selected, browser, (range(300 + new),)))
    # Whoever selects another one has that alone.
    view.selectRow(4)
    library.add(read_record("NCT00009003"))
    browser.refresh()
    qtbot.waitUntil(lambda: browser.studies.total == 303)
    assert sum(map(len, browser.list.selected_rows())) == 1


def test_a_study_that_is_opened_from_elsewhere_is_selected_alone(
    browser: LibraryBrowser, qtbot: QtBot
) -> None:
    browser.refresh()
    qtbot.waitUntil(lambda: browser.studies.total == 300)
    browser.list.view.selectAll()
    browser.refresh()
    qtbot.waitUntil(partial(_has_selected, browser, (range(300),)))
    browser.mark(browser.studies.numbers()[3])
    browser.refresh()
    with qtbot.waitSignal(browser.whole_found):
        pass
    assert browser.list.selected_rows() == (range(3, 4),)


def test_the_list_does_not_move_with_what_its_heading_says(browser: LibraryBrowser) -> None:
    wanted = browser.list.minimumSizeHint().width
    browser.list.show_heading("600,000 matches " * 5)
    widest = wanted()
    browser.list.show_heading("9 matches")
    assert wanted() == widest


def test_what_is_being_counted_is_counted_to_its_end_while_studies_come(
    browser: LibraryBrowser, qtbot: QtBot
) -> None:
    shown: list[object] = []
    browser.rows_shown.connect(shown.append)
    browser.search("gout")
    for _ in range(50):
        browser.follow()
    qtbot.waitUntil(lambda: browser.whole is not None and browser.whole.counts is not None)
    qtbot.waitUntil(lambda: len(shown) > 1)
    assert browser.studies.total == 100
