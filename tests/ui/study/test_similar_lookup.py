from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.errors import StoreError
from desktop_app.export.text import to_text
from desktop_app.presentation.context import Context
from desktop_app.store.library import Library
from desktop_app.ui.study.similar_lookup import SimilarLookup
from desktop_app.ui.study.study_view import StudyView
from desktop_app.ui.tasks import ImmediateTaskRunner, TaskRunner
from tests.store.synthetic import open_library, record

TODAY = date(2026, 11, 22)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as library:
        library.add(record(1))
        yield library


def opened(qtbot: QtBot, library: Library, number: int = 1, *, is_held: bool = True) -> StudyView:
    view = StudyView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    stored = library.get(f"NCT{number:08d}")
    assert stored is not None
    view.show_study(stored.study, TODAY, context=Context(knows_library=is_held))
    return view


def text(view: StudyView) -> str:
    return view.current_view().view.toPlainText()


def lookup(view: StudyView, library: Library) -> SimilarLookup:
    return SimilarLookup(view, library.another_reader, ImmediateTaskRunner(view), view)


def test_similar_studies_are_told_once_the_tab_is_seen(qtbot: QtBot, library: Library) -> None:
    library.add(record(2))
    view = opened(qtbot, library)
    wanted: list[str] = []
    view.similar_wanted.connect(wanted.append)
    lookup(view, library)
    assert wanted == []
    view.show_pane("related")
    assert "same condition: Asthma" in text(view)
    assert "NCT00000002" in text(view)
    view.show_pane("summary")
    view.show_pane("related")
    assert wanted == ["NCT00000001"]


def test_the_list_follows_the_library(qtbot: QtBot, library: Library) -> None:
    view = opened(qtbot, library)
    looking = lookup(view, library)
    view.show_pane("related")
    assert "the only study in your library" in text(view)
    library.add(record(2))
    looking.look_again()
    assert "NCT00000002" in text(view)


def test_nothing_is_looked_for_before_the_tab_is_seen(qtbot: QtBot, library: Library) -> None:
    view = opened(qtbot, library)
    lookup(view, library).look_again()
    assert not view.wants_similar


def test_a_record_of_no_library_is_compared_with_nothing(qtbot: QtBot, library: Library) -> None:
    view = opened(qtbot, library, is_held=False)
    lookup(view, library)
    view.show_pane("related")
    assert "Similar" not in text(view)


def test_an_answer_that_comes_late_is_not_told_of_another_study(
    qtbot: QtBot, library: Library
) -> None:
    for number in (2, 3):
        library.add(record(number, conditionsModule={"conditions": ["Gout"]}))
    view = opened(qtbot, library)
    runner = TaskRunner(view)
    SimilarLookup(view, library.another_reader, runner, view)
    view.show_pane("related")
    assert "Looking for similar studies" in text(view)
    stored = library.get("NCT00000002")
    assert stored is not None
    view.show_study(stored.study, TODAY, context=Context(knows_library=True))
    qtbot.waitUntil(lambda: "same condition: Gout" in text(view))
    runner.close()


def test_a_failure_is_told_in_the_tab(qtbot: QtBot, library: Library) -> None:
    def fail() -> Library:
        raise StoreError("The disk is gone.")

    view = opened(qtbot, library)
    SimilarLookup(view, fail, ImmediateTaskRunner(view), view)
    view.show_pane("related")
    assert "Similar studies could not be looked for. The disk is gone." in text(view)


def test_all_that_the_tab_tells_is_copied(qtbot: QtBot, library: Library) -> None:
    library.add(record(2, identification={"briefTitle": "Wheezing"}))
    view = opened(qtbot, library)
    lookup(view, library)
    view.show_pane("related")
    assert "Wheezing" in to_text(view.sections())
