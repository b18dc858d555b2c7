"""Reads why studies were found, off the GUI thread; knows nothing of windows."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.store.library import Library
from desktop_app.ui.models.snippets import Snippet
from desktop_app.ui.panes.visible_text import visible_text
from desktop_app.ui.tasks import Progress


@dataclass(frozen=True, slots=True)
class SnippetsRead:
    """Why studies were found; None where there is nothing to show."""

    snippets: dict[str, Snippet | None]


def read_snippets(
    nct_ids: Sequence[str], text: str, library: Library, _progress: Progress
) -> SnippetsRead:
    """Return why studies were found by the text of a search; raises StoreError."""
    explained = library.explain(nct_ids, text)
    found: dict[str, Snippet | None] = dict.fromkeys(nct_ids)
    for nct_id, each in explained.items():
        ranges = tuple((start, start + length) for start, length in each.marks)
        found[nct_id] = _safe(each.label, each.text, ranges, each.only_excluded)
    return SnippetsRead(found)


def _safe(
    label: str,
    text: str,
    ranges: tuple[tuple[int, int], ...],
    only_excluded: tuple[str, ...],
) -> Snippet:
    """Return a snippet in which nothing deceives the eye; then the places of words are lost."""
    shown = visible_text(text).replace("\n", " ")
    return Snippet(label, shown, ranges if len(shown) == len(text) else (), only_excluded)
