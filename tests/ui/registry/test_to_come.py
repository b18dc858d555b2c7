"""Numbers that are still to come, and how often they are written."""

from desktop_app.application import Session
from desktop_app.registry.downloads.asked import asked_in
from desktop_app.store.downloads.waiting import unfinished
from desktop_app.ui.registry.fetching.fetch_desk import FetchDesk
from tests.ui.conftest import part

MANY = tuple(f"NCT{number:08}" for number in range(1, 2_001))


def kept(session: Session) -> int:
    (run,) = unfinished(session.library.path)
    asked = asked_in(run.asked)
    assert isinstance(asked, tuple)
    return len(asked)


def test_of_very_many_a_few_that_came_are_not_written_each_time(session: Session) -> None:
    to_come = part(session.window, FetchDesk)._to_come
    to_come.note(MANY)
    to_come.note_rest(1_900, lambda: MANY[100:])
    assert kept(session) == 2_000
    to_come.note_rest(1_700, lambda: MANY[300:])
    assert kept(session) == 1_700
    to_come.note_rest(900, lambda: MANY[1_100:])
    to_come.note_rest(890, lambda: MANY[1_110:])
    assert kept(session) == 890
    to_come.note(())
    assert unfinished(session.library.path) == []
