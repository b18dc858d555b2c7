"""Downloads that did not come to their end, as they are offered to go on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.errors import StoreTooNewError
from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences, labelled
from desktop_app.registry.queries import StudiesQuery
from desktop_app.store.downloads.waiting import waiting_downloads

if TYPE_CHECKING:
    from desktop_app.registry.downloads.asked import AskedFor
    from desktop_app.store.downloads.runs import Download


class LeftDownload(NamedTuple):
    """What is to be downloaded, and in words how far it is; ``others`` wait beside it."""

    asked: AskedFor
    words: str
    others: int = 0

    @property
    def offer(self) -> str:
        """What is said where it is offered to go on: the others are offered after it."""
        words = ngettext(
            "{count} more download waits to go on.",
            "{count} more downloads wait to go on.",
            self.others,
        )
        more = words.format(count=grouped(self.others)) if self.others else ""
        return joined_sentences((self.words, more))


def left_download(library: Path, *, is_search: bool = False) -> LeftDownload | None:
    """Return the latest that waits to go on, or the latest search; raises StoreError.

    Those that a newer version began wait for that.
    """
    left = [_left(one) for one in reversed(waiting_downloads(library))]
    known = [one for one in left if one is not None]
    fitting = (one for one in known if not is_search or isinstance(one.asked, StudiesQuery))
    found = next(fitting, None)
    return None if found is None else found._replace(others=len(known) - 1)


def _left(download: Download) -> LeftDownload | None:
    # Loaded here: at most starts nothing waits.
    from desktop_app.registry.downloads.asked import asked_in, asked_words

    try:
        asked = asked_in(download.asked)
    except StoreTooNewError:
        return None
    if not isinstance(asked, StudiesQuery) and len(asked) == 1:
        return LeftDownload(asked, labelled(asked[0], _("It was not fetched yet.")))
    words = _("A download did not come to its end: {what}, {done} of {total} studies.")
    done, total = grouped(download.position.done), grouped(download.position.total)
    return LeftDownload(asked, words.format(what=asked_words(asked), done=done, total=total))
