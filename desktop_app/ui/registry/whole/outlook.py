"""How much a download is: studies, bytes, requests and room, before it is begun."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.languages import _, ngettext
from desktop_app.presentation.record.documents import size_words
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences
from desktop_app.registry.answers import RegistrySize
from desktop_app.registry.finder import Finder
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.stopping import Stop

_STUDIES_A_PAGE, _PAGES_A_MINUTE = 1_000, 40
_LIBRARY_BYTES = 7_500
"""Of a study in the library, with its document and the index of words."""
_SPARE_BYTES = 500_000_000
"""A system without any room left is of no use."""


class TellsSize(Finder, Protocol):
    """The registry, as far as an outlook needs it; raises RegistryError, RequestCancelled."""

    def size(self, stop: Stop) -> RegistrySize:
        """Return how much the registry holds."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """``sent_bytes`` is the JSON of all studies, ``free_bytes`` the room on the disk."""

    studies: int
    sent_bytes: int
    free_bytes: int

    @property
    def kept_bytes(self) -> int:
        """Return about how much room the library takes for them."""
        return self.studies * _LIBRARY_BYTES

    @property
    def fits(self) -> bool:
        """Tell whether the disk has room for them."""
        return self.kept_bytes + _SPARE_BYTES <= self.free_bytes

    @property
    def minutes(self) -> int:
        """Return how long the pages take at the least, as no more are asked for in a minute."""
        pages = -(-self.studies // _STUDIES_A_PAGE)
        return max(1, -(-pages // _PAGES_A_MINUTE))


def outlook_of(registry: TellsSize, query: StudiesQuery, folder: Path, stop: Stop) -> Outlook:
    """Ask the registry how much it is; ``folder`` is on the disk of the library."""
    told = registry.size(stop)
    studies = told.total_studies
    if not query.is_empty:
        studies = registry.found(query, stop, size=1, count=True).total or 0
    free = shutil.disk_usage(folder).free
    return Outlook(studies, studies * told.average_size_bytes, free)


def outlook_words(outlook: Outlook) -> str:
    """Return how much it is, and how long that takes at the least."""
    if not outlook.studies:
        return _("The registry finds no study for these words.")
    return joined_sentences((_amount(outlook), _duration(outlook), _room(outlook)))


def _amount(outlook: Outlook) -> str:
    words = ngettext(
        "{count} study, about {size} of records.",
        "{count} studies, about {size} of records.",
        outlook.studies,
    )
    size = size_words(outlook.sent_bytes)[0]
    return words.format(count=grouped(outlook.studies), size=size)


def _duration(outlook: Outlook) -> str:
    words = ngettext(
        "That takes {count} minute at least, because no more than 50 requests are sent in a"
        " minute; a slow line takes much longer.",
        "That takes {count} minutes at least, because no more than 50 requests are sent in a"
        " minute; a slow line takes much longer.",
        outlook.minutes,
    )
    return words.format(count=grouped(outlook.minutes))


def _room(outlook: Outlook) -> str:
    words = (
        _("The library needs about {needed} for it; the disk has {free} free.")
        if outlook.fits
        else _(
            "The library needs about {needed} for it, and the disk has only {free} free. Make room"
            " first, or choose a folder on another disk in the preferences."
        )
    )
    needed, free = size_words(outlook.kept_bytes)[0], size_words(outlook.free_bytes)[0]
    return words.format(needed=needed, free=free)
