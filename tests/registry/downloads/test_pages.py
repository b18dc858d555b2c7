from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.readers.detect import reread
from desktop_app.registry.downloads.asked import begin
from desktop_app.registry.queries import StudiesQuery
from desktop_app.store.downloads.page_preparing import FoundPage
from desktop_app.store.downloads.pages import PageKeeper
from desktop_app.store.downloads.runs import DownloadPosition
from desktop_app.store.importing.runs import Counts
from desktop_app.store.library import FILE_NAME
from tests.registry.downloading import held
from tests.store.importing.sources import encoded, study

COUNT = 5
PAGE = FoundPage(
    b'{"studies":[' + b",".join(encoded(study(number)) for number in range(1, COUNT + 1)) + b"]}",
    lambda nct_id: f"https://registry.example {nct_id}",
)
AFTER = DownloadPosition(token="next", done=COUNT, pages=1)


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[PageKeeper]:
    """Returns what keeps the pages of a library without studies."""
    assert held(tmp_path) == {}
    with PageKeeper.open(tmp_path / FILE_NAME, reread) as keeper:
        yield keeper


@pytest.mark.parametrize("left_at", range(1, COUNT + 2))
def test_a_page_is_kept_whole_or_not_at_all(
    keeper: PageKeeper, tmp_path: Path, left_at: int
) -> None:
    run = begin(tmp_path / FILE_NAME, StudiesQuery())
    asked = 0

    def go_on() -> None:
        nonlocal asked
        asked += 1
        if asked == left_at:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        keeper.keep(run, [PAGE], AFTER, go_on)
    assert held(tmp_path) == {}
    assert keeper.current(run) == run
    kept = keeper.keep(run, [PAGE], AFTER, go_on)
    assert kept.counts == Counts(added=COUNT)
    assert keeper.current(run) == kept
    assert len(held(tmp_path)) == COUNT


def test_a_study_that_is_none_costs_nothing_of_the_others(
    keeper: PageKeeper, tmp_path: Path
) -> None:
    run = begin(tmp_path / FILE_NAME, StudiesQuery())
    page = FoundPage(PAGE.content.replace(b"NCT00000003", b"none"), PAGE.origin_of)
    kept = keeper.keep(run, [page], AFTER)
    assert kept.counts == Counts(added=COUNT - 1, rejected=1)
    ((origin, _reason),) = kept.rejected
    assert "record 3" in origin
