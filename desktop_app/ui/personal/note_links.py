"""Links in a note: ``[Eligibility]`` leads to a tab, ``I-3`` to a criterion."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.presentation.pane import Pane

_CRITERIA_PANE = "eligibility"
# A criterion as the tab numbers it; the words beside it must not be part of something else.
_LINK = re.compile(r"\[([^\[\]\n]{1,40})\]|(?<![\w-])([IEC]-\d{1,3}(?:\.\d{1,3})*)(?![\w-])")


@dataclass(frozen=True, slots=True)
class NoteLink:
    """Where a link stands in the note, and where it leads: a tab, and words to be found in it."""

    start: int
    end: int
    text: str
    pane_id: str
    words: str = ""


def note_links(text: str, panes: Sequence[Pane]) -> Iterator[NoteLink]:
    """Yield the links of a note, in their order; brackets around anything else are none."""
    by_title = {name.casefold(): pane.id for pane in panes for name in (pane.name, pane.title)}
    for match in _LINK.finditer(text):
        name, criterion = match.groups()
        pane_id = _CRITERIA_PANE if criterion else by_title.get(name.strip().casefold(), "")
        if pane_id:
            shown = criterion or name.strip()
            yield NoteLink(*match.span(), shown, pane_id, criterion or "")


def link_at(links: Sequence[NoteLink], position: int) -> NoteLink | None:
    """Return the link that a place in the text is within."""
    return next((link for link in links if link.start <= position < link.end), None)
