import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pytest

from desktop_app.errors import (
    AnswerTooLargeError,
    PageTokenError,
    RegistryAnswerError,
    RegistryUnreachableError,
    StoreError,
)
from desktop_app.readers.detect import reread
from desktop_app.registry.downloads import engine
from desktop_app.registry.downloads.asked import begin
from desktop_app.registry.downloads.control import DownloadControl
from desktop_app.registry.downloads.pace import Pace
from desktop_app.registry.downloads.progress import DownloadProgress, Stage
from desktop_app.registry.queries import StudiesQuery
from desktop_app.store.downloads.locks import take_download
from desktop_app.store.downloads.waiting import forget_download, waiting_downloads
from desktop_app.store.importing.control import Ending
from desktop_app.store.importing.runs import Counts
from desktop_app.store.library import FILE_NAME, Library
from tests.registry.answering import Answer, MadeRegistry
from tests.registry.downloading import HASTY, held, quick_client, run_download
from tests.registry.faults import PORTAL, Break, ListedFaults
from tests.registry.holdings import Holdings
from tests.registry.served import served
from tests.store.importing.sources import encoded, study

EVERYTHING = StudiesQuery()


class Meeting:
    """A line on which all is well; something is done with some requests, or with each of them."""

    def __init__(self, do: Callable[[], object], at: tuple[int, ...] = ()) -> None:
        self._do, self._at = do, at
        self._met = 0

    def next(self) -> None:
        """Do it where a request is one of those, which are counted from 1."""
        self._met += 1
        if not self._at or self._met in self._at:
            self._do()


def records(count: int) -> list[bytes]:
    return [encoded(study(number)) for number in range(1, count + 1)]


def by_number(contents: list[bytes]) -> dict[str, bytes]:
    return {
        json.loads(one)["protocolSection"]["identificationModule"]["nctId"]: one for one in contents
    }


def test_all_that_a_search_finds_is_kept_byte_for_byte(tmp_path: Path) -> None:
    seen: list[DownloadProgress] = []
    with served(records(130)) as server:
        client = quick_client(server.base_address)
        result = run_download(tmp_path, client, EVERYTHING, tell=seen.append)
        client.close()
    assert result.ending is Ending.FINISHED
    assert result.download.counts == Counts(added=130)
    assert result.notes == ()
    assert held(tmp_path) == by_number(records(130))
    assert [(one.done, one.total) for one in seen][-1] == (130, 130)
    assert {one.stage for one in seen} == {Stage.FETCHING, Stage.KEEPING}
    # The first studies are there soon, and then it takes longer steps.
    sizes = [path.split("pageSize=")[1].split("&")[0] for path in server.asked if "pageS" in path]
    assert sizes == ["20", "40", "80"]
    assert waiting_downloads(tmp_path / FILE_NAME) == []
    with Library.open(tmp_path, reader=reread) as library:
        origin = library.versions("NCT00000007")[0].origin
    assert origin.startswith(f"{server.base_address}/studies, fetched 20")


def test_what_is_held_already_is_the_same(tmp_path: Path) -> None:
    with served(records(30)) as server:
        client = quick_client(server.base_address)
        run_download(tmp_path, client, EVERYTHING)
        newer = study(7, date="2031-01-01")
        server.registry.holdings.put(encoded(newer))
        again = run_download(tmp_path, client, EVERYTHING)
        client.close()
    assert again.download.counts == Counts(same=29, updated=1)


def test_numbers_are_downloaded_and_those_that_are_not_there_are_named(tmp_path: Path) -> None:
    renamed = study(200)
    renamed["protocolSection"]["identificationModule"]["nctIdAliases"] = ["NCT00000199"]
    asked = [f"NCT{number:08d}" for number in (*range(1, 41), 1, 199, 777)]
    with served([*records(60), encoded(renamed)]) as server:
        client = quick_client(server.base_address)
        result = run_download(tmp_path, client, asked)
        client.close()
    assert result.download.missing == ("NCT00000777",)
    assert result.download.counts == Counts(added=41)
    assert set(held(tmp_path)) == {*asked[:40], "NCT00000200"}
    with Library.open(tmp_path, reader=reread) as library:
        origin = library.versions("NCT00000001")[0].origin
    assert "/studies?filter.ids=NCT00000001, fetched" in origin


def test_it_stops_and_goes_on_where_it_was(tmp_path: Path) -> None:
    control = DownloadControl()

    def stop_after(progress: DownloadProgress) -> None:
        if progress.done >= 60:
            control.stop()

    with served(records(150)) as server:
        client = quick_client(server.base_address)
        first = run_download(tmp_path, client, EVERYTHING, control=control, tell=stop_after)
        assert first.ending is Ending.STOPPED
        (waiting,) = waiting_downloads(tmp_path / FILE_NAME)
        assert waiting.position.done == 60
        assert waiting.position.total == 150
        assert waiting.position.timestamp == server.registry.timestamp
        before = len(server.asked)
        second = run_download(tmp_path, client, EVERYTHING)
        client.close()
    assert all("pageToken" in path for path in server.asked[before:-1])
    assert second.download.counts == Counts(added=150)
    assert held(tmp_path) == by_number(records(150))


def test_the_next_page_is_asked_for_while_one_is_kept(tmp_path: Path) -> None:
    is_asked = Event()
    waited: list[bool] = []

    def keep_until_asked(progress: DownloadProgress) -> None:
        if progress.stage is Stage.KEEPING and not waited:
            waited.append(is_asked.wait(10))

    # Before the second page come the version and the first one.
    with served(records(50), Meeting(is_asked.set, at=(3,))) as server:
        client = quick_client(server.base_address)
        result = run_download(tmp_path, client, EVERYTHING, tell=keep_until_asked)
        client.close()
    assert waited == [True]
    assert result.download.counts == Counts(added=50)
    assert held(tmp_path) == by_number(records(50))
    assert sum("/studies?" in path for path in server.asked) == 2


def test_it_stops_within_a_page_that_is_kept_and_asks_for_that_again(tmp_path: Path) -> None:
    control, keeping = DownloadControl(), []

    def stop_at_the_second(progress: DownloadProgress) -> None:
        if progress.stage is Stage.KEEPING:
            keeping.append(progress.done)
            if progress.done:
                control.stop()

    with served(records(150)) as server:
        client = quick_client(server.base_address)
        first = run_download(tmp_path, client, EVERYTHING, control=control, tell=stop_at_the_second)
        assert first.ending is Ending.STOPPED
        assert keeping == [0, 20]
        assert len(held(tmp_path)) == first.download.position.done == 20
        second = run_download(tmp_path, client, EVERYTHING)
        client.close()
    assert second.download.counts == Counts(added=150)
    assert held(tmp_path) == by_number(records(150))


def test_it_is_cancelled_for_good_and_keeps_what_came(tmp_path: Path) -> None:
    control = DownloadControl()

    def cancel_after(progress: DownloadProgress) -> None:
        if progress.done:
            control.cancel()

    with served(records(50)) as server:
        client = quick_client(server.base_address)
        result = run_download(tmp_path, client, EVERYTHING, control=control, tell=cancel_after)
        client.close()
    assert result.ending is Ending.CANCELLED
    assert len(held(tmp_path)) == 20
    assert waiting_downloads(tmp_path / FILE_NAME) == []


def test_it_is_paused_and_resumed(tmp_path: Path) -> None:
    control, stages = DownloadControl(), []

    def tell(progress: DownloadProgress) -> None:
        stages.append(progress.stage)
        if progress.stage is Stage.PAUSED:
            control.resume()
        elif progress.done == 20 and stages.count(Stage.PAUSED) == 0:
            control.pause()

    with served(records(50)) as server:
        client = quick_client(server.base_address)
        result = run_download(tmp_path, client, EVERYTHING, control=control, tell=tell)
        client.close()
    assert Stage.PAUSED in stages
    assert result.download.counts == Counts(added=50)


def test_it_is_stopped_at_once_in_the_middle_of_an_answer(tmp_path: Path) -> None:
    control = DownloadControl()
    with served(records(50), ListedFaults(None, Break.SILENCE)) as server:
        client = quick_client(server.base_address)
        results: list[Ending] = []

        def run() -> None:
            results.append(
                run_download(tmp_path, client, EVERYTHING, control=control).ending,
            )

        thread = Thread(target=run)
        thread.start()
        assert server.is_silent.wait(10)
        control.stop()
        thread.join(3)
        assert results == [Ending.STOPPED]
        client.close()


def test_a_line_that_breaks_is_waited_for_with_smaller_pages(tmp_path: Path) -> None:
    waits: list[DownloadProgress] = []

    def tell(progress: DownloadProgress) -> None:
        if progress.stage is Stage.WAITING:
            waits.append(progress)

    faults = ListedFaults(None, None, Break.NOTHING, Break.PART, None, None, None, None)
    with served(records(100), faults) as server:
        client = quick_client(server.base_address, HASTY)
        result = run_download(tmp_path, client, EVERYTHING, tell=tell)
        client.close()
    assert held(tmp_path) == by_number(records(100))
    assert result.download.counts == Counts(added=100)
    assert waits
    assert waits[0].problem.endswith(".")
    assert waits[0].retry_in is not None
    sizes = [path.split("pageSize=")[1].split("&")[0] for path in server.asked if "pageS" in path]
    assert sizes == ["20", "40", "20", "10", "10", "10", "20", "20", "20"]


def test_a_wait_ends_when_somebody_wants_to_try_at_once(tmp_path: Path) -> None:
    control, waits = DownloadControl(), []

    def tell(progress: DownloadProgress) -> None:
        if progress.stage is Stage.WAITING:
            waits.append(progress.retry_in)
            control.hurry()

    pace = Pace(first_size=20, first_wait=3_600, most_wait=3_600)
    with served(records(60), ListedFaults(None, None, Break.NOTHING)) as server:
        client = quick_client(server.base_address, HASTY)
        result = run_download(tmp_path, client, EVERYTHING, control=control, tell=tell, pace=pace)
        client.close()
    assert len(waits) == 1
    assert result.download.counts == Counts(added=60)


def test_without_a_network_it_fails_with_a_sentence_and_nothing_is_left(tmp_path: Path) -> None:
    client = quick_client("http://127.0.0.1:9/api/v2", HASTY)
    with pytest.raises(RegistryUnreachableError, match=r"\.$"):
        run_download(tmp_path, client, EVERYTHING)
    assert waiting_downloads(tmp_path / FILE_NAME) == []


def test_after_hours_without_an_answer_it_ends_and_can_go_on(tmp_path: Path) -> None:
    pace = Pace(first_size=20, first_wait=0.01, most_wait=0.01, patience=0.2)
    faults = ListedFaults(None, None, *[Break.NOTHING] * 2_000)
    with served(records(50), faults) as server:
        client = quick_client(server.base_address, HASTY)
        with pytest.raises(RegistryUnreachableError):
            run_download(tmp_path, client, EVERYTHING, pace=pace)
        (waiting,) = waiting_downloads(tmp_path / FILE_NAME)
        assert waiting.position.done == 20
        server.faults = ListedFaults()
        result = run_download(tmp_path, client, EVERYTHING)
        client.close()
    assert result.download.counts == Counts(added=50)


def test_a_page_of_a_network_in_between_is_borne_for_a_while(tmp_path: Path) -> None:
    portal = Answer(PORTAL, 200, "text/html")
    with served(records(50), ListedFaults(None, None, portal, portal)) as server:
        client = quick_client(server.base_address, HASTY)
        assert run_download(tmp_path, client, EVERYTHING).download.counts == Counts(added=50)
        server.faults = ListedFaults(portal)
        with pytest.raises(RegistryAnswerError):
            run_download(tmp_path, client, EVERYTHING)
        server.faults = ListedFaults(None, None, *[portal] * 20)
        with pytest.raises(RegistryAnswerError):
            run_download(tmp_path, client, EVERYTHING)
        client.close()


def test_an_answer_that_is_too_large_is_asked_for_in_smaller_pages(tmp_path: Path) -> None:
    manners = replace(HASTY, largest_page=12_000)
    with served(records(60)) as server:
        client = quick_client(server.base_address, manners)
        result = run_download(tmp_path, client, EVERYTHING)
        client.close()
        assert result.download.counts == Counts(added=60)
        client = quick_client(server.base_address, replace(HASTY, largest_page=500))
        with pytest.raises(AnswerTooLargeError):
            run_download(tmp_path / "other", client, EVERYTHING)
        client.close()


def test_a_registry_that_asks_to_be_left_alone_is_not_asked_earlier(tmp_path: Path) -> None:
    asleep = Answer(b"", 503, "text/plain", {"Retry-After": "3600"})
    control, waits = DownloadControl(), []

    def tell(progress: DownloadProgress) -> None:
        if progress.stage is Stage.WAITING:
            waits.append(progress.retry_in or 0)
            control.stop()

    with served(records(60), ListedFaults(None, None, asleep)) as server:
        client = quick_client(server.base_address, HASTY)
        result = run_download(tmp_path, client, EVERYTHING, control=control, tell=tell)
        client.close()
    assert result.ending is Ending.STOPPED
    assert waits[0] > 3_500


def test_a_place_that_the_registry_forgot_begins_the_list_again(tmp_path: Path) -> None:
    registry = MadeRegistry(Holdings(records(100)))
    # Before it come the version and two pages.
    with served(registry, Meeting(registry.expire, at=(4,))) as server:
        client = quick_client(server.base_address)
        result = run_download(tmp_path, client, EVERYTHING)
        client.close()
    assert held(tmp_path) == by_number(records(100))
    assert result.download.counts == Counts(added=100, same=60)
    assert result.download.position.done == 100
    assert "began again 1 time" in " ".join(result.notes)


def test_a_registry_that_forgets_every_place_is_given_up(tmp_path: Path) -> None:
    registry = MadeRegistry(Holdings(records(100)))
    with served(registry, Meeting(registry.expire)) as server:
        client = quick_client(server.base_address)
        with pytest.raises(PageTokenError, match=r"\.$"):
            run_download(tmp_path, client, EVERYTHING, pace=Pace(20, most_size=20))
        client.close()
    assert len(held(tmp_path)) == 20


def test_data_that_were_renewed_meanwhile_are_told(tmp_path: Path) -> None:
    registry = MadeRegistry(Holdings(records(40)))

    def renew(progress: DownloadProgress) -> None:
        registry.timestamp = "2026-11-26T09:00:00" if progress.done else registry.timestamp

    with served(registry) as server:
        client = quick_client(server.base_address)
        result = run_download(tmp_path, client, EVERYTHING, tell=renew)
        client.close()
    assert "renewed" in " ".join(result.notes)


def test_what_is_no_record_costs_nothing_else_and_is_named(tmp_path: Path) -> None:
    odd = [b'{"protocolSection":{"identificationModule":{"nctId":"NCT00000099","x":1}}}']
    holdings = Holdings([*records(10), *odd, *(encoded(study(number)) for number in (11, 12))])
    broken = json.loads(records(1)[0])
    broken["protocolSection"]["identificationModule"]["nctId"] = "nothing"
    holdings.put(json.dumps(broken).encode())
    with served(MadeRegistry(holdings)) as server:
        client = quick_client(server.base_address)
        result = run_download(tmp_path, client, EVERYTHING)
        client.close()
    assert result.download.counts == Counts(added=13, rejected=1)
    ((origin, reason),) = result.download.rejected
    assert "record 14" in origin
    assert "nothing" in reason


def test_a_study_from_the_trash_comes_back(tmp_path: Path) -> None:
    with served(records(30)) as server:
        client = quick_client(server.base_address)
        run_download(tmp_path, client, EVERYTHING)
        with Library.open(tmp_path, reader=reread) as library:
            trash = library.trash()
            trash.put([3, 4])
            trash.close()
        result = run_download(tmp_path, client, EVERYTHING)
        client.close()
    assert result.download.counts == Counts(added=2, same=28)
    assert len(held(tmp_path)) == 30


def test_one_download_is_done_by_one_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_SECONDS_TO_LET_GO", 0.1)
    with Library.open(tmp_path, reader=reread):
        run = begin(tmp_path / FILE_NAME, EVERYTHING)
    assert begin(tmp_path / FILE_NAME, EVERYTHING) == run
    lock = take_download(tmp_path, run.id)
    assert lock is not None
    assert waiting_downloads(tmp_path / FILE_NAME) == []
    client = quick_client("http://127.0.0.1:9/api/v2", HASTY)
    with pytest.raises(StoreError, match="Another"):
        run_download(tmp_path, client, EVERYTHING)
    lock.let_go()
    assert waiting_downloads(tmp_path / FILE_NAME) == [run]
    forget_download(tmp_path / FILE_NAME, run.id)
    assert waiting_downloads(tmp_path / FILE_NAME) == []
