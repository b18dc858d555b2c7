"""What is downloaded, as the library keeps it: a search, or numbers."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_app.errors import StoreTooNewError
from desktop_app.languages import _, ngettext
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.query_json import query_json, read_query
from desktop_app.store.downloads.runs import Download
from desktop_app.store.downloads.waiting import begin_download

AskedFor = StudiesQuery | tuple[str, ...]
"""A search, of which the empty one is the whole registry; or NCT numbers, in their order."""


def begin(library: Path, asked: StudiesQuery | Sequence[str]) -> Download:
    """Keep in a library file that a download begins; raises StoreError.

    One of the same that did not come to its end is gone on with.
    """
    if isinstance(asked, StudiesQuery):
        return begin_download(library, asked_text(asked))
    numbers = tuple(dict.fromkeys(asked))
    return begin_download(library, asked_text(numbers), len(numbers))


def asked_text(asked: AskedFor) -> str:
    """Return what `asked_in` understands."""
    if isinstance(asked, StudiesQuery):
        return json.dumps({"query": json.loads(query_json(asked))}, sort_keys=True)
    return json.dumps({"numbers": asked})


def asked_in(text: str) -> AskedFor:
    """Read what a download is of; raises StoreTooNewError for what is not known here."""
    told: dict[str, Any] = json.loads(text)
    match told:
        case {"query": query}:
            return read_query(json.dumps(query))
        case {"numbers": [*numbers]}:
            return tuple(map(str, numbers))
        case _:
            raise StoreTooNewError(
                _("A newer version of the application began a download, and can go on with it.")
            )


def asked_words(asked: AskedFor) -> str:
    """Return in words what is downloaded."""
    if not isinstance(asked, StudiesQuery):
        words = ngettext("{count} study by its number", "{count} studies by number", len(asked))
        return words.format(count=len(asked))
    if asked.is_empty:
        return _("the whole registry")
    named = (asked.condition, asked.intervention, asked.terms, asked.location)
    words = " · ".join(word for word in named if word)
    return (
        _("a search for “{words}”").format(words=words) if words else _("a search by its filters")
    )
