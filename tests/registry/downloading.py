"""Runs downloads for tests, from a registry on this computer and without long waits."""

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.readers.detect import reread
from desktop_app.registry.client import RegistryClient
from desktop_app.registry.downloads.asked import begin
from desktop_app.registry.downloads.control import DownloadControl
from desktop_app.registry.downloads.engine import download
from desktop_app.registry.downloads.pace import Pace
from desktop_app.registry.downloads.progress import DownloadProgress
from desktop_app.registry.downloads.results import DownloadResult
from desktop_app.registry.manners import Manners
from desktop_app.registry.queries import StudiesQuery
from desktop_app.store.library import FILE_NAME, Library

QUICK = Manners(most_a_minute=1_000_000, at_once=100_000, first_wait=0.01, silence_seconds=5)
HASTY = Manners(
    most_a_minute=1_000_000, at_once=100_000, first_wait=0.01, silence_seconds=5, tries=1
)
"""Without a second try: every fault is met by the download itself."""
PACE = Pace(first_size=20, least_size=5, most_size=100, first_wait=0.01, most_wait=0.05)

SMALL_STEPS = Pace(first_size=10, least_size=5, most_size=10, first_wait=0.01, most_wait=0.05)


def quick_client(base_address: str, manners: Manners = QUICK) -> RegistryClient:
    """Return a client that waits for nothing."""
    return RegistryClient(base_address, manners=manners)


def run_download(
    folder: Path,
    client: RegistryClient,
    asked: StudiesQuery | Sequence[str],
    *,
    control: DownloadControl | None = None,
    tell: Callable[[DownloadProgress], None] = lambda progress: None,
    pace: Pace = PACE,
) -> DownloadResult:
    """Download into the library of a folder, from the beginning or from where it was."""
    with Library.open(folder, reader=reread):
        path = folder / FILE_NAME
    run = begin(path, asked)
    return download(client, path, run, control or DownloadControl(), tell, reader=reread, pace=pace)


def held(folder: Path) -> dict[str, bytes]:
    """Return the documents of a library by their numbers, from one that is sound."""
    with Library.open(folder, reader=reread) as library:
        assert library.check() == ()
        numbers = [one.nct_id for one in library.summaries(limit=library.count() + 1)]
        sources = {number: library.source(number) for number in numbers}
        assert all(len(library.versions(number)) == 1 for number in numbers)
    return {number: source.content for number, source in sources.items() if source is not None}
