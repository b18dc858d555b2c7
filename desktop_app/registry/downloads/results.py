"""What came of a download, with what a person has to know of it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.languages import _, ngettext
from desktop_app.store.downloads.runs import Download
from desktop_app.store.importing.control import Ending


@dataclass(frozen=True, slots=True)
class DownloadResult:
    """How a download ended, and how far it is; ``notes`` are sentences, in their order."""

    ending: Ending
    download: Download
    notes: tuple[str, ...] = ()


def notes_on(download: Download, timestamp: str) -> tuple[str, ...]:
    """Return what is to be told of a download at its end.

    ``timestamp`` is that of the registry's data then, empty where it was not told.
    """
    position = download.position
    told = []
    if position.restarts:
        told.append(_restarted(position.restarts))
    if timestamp and position.timestamp and timestamp != position.timestamp:
        told.append(_renewed())
    if position.total and position.done != position.total:
        words = _("The registry spoke of {total} studies, and gave {done}.")
        told.append(words.format(total=position.total, done=position.done))
    return tuple(told)


def _restarted(count: int) -> str:
    words = ngettext(
        "The list began again {count} time, because the registry no longer knew the place in it."
        " Studies that had come before are counted as the same.",
        "The list began again {count} times, because the registry no longer knew the place in it."
        " Studies that had come before are counted as the same.",
        count,
    )
    return words.format(count=count)


def _renewed() -> str:
    return _(
        "The registry renewed its data while they were downloaded, so some studies may be missing"
        " or not the newest. Download the same again to be sure: what did not change is not kept"
        " twice."
    )
