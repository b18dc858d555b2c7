"""Makes what is copied, off the GUI thread."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.export.citation.bibtex import bibtex_citations
from desktop_app.export.citation.plain import plain_citations
from desktop_app.export.citation.ris import ris_citations
from desktop_app.export.html.fragment import fragment_html
from desktop_app.export.source import Source
from desktop_app.export.text import to_text
from desktop_app.languages import _, ngettext
from desktop_app.presentation.pane import Pane
from desktop_app.presentation.wording import grouped
from desktop_app.ui.exporting.chosen import Chosen, OpenStudy
from desktop_app.ui.exporting.sources import OpenLibrary, opened_sources
from desktop_app.ui.tasks import Progress


def _ris(sources: Iterable[Source]) -> str:
    return ris_citations(sources).decode()


def _bibtex(sources: Iterable[Source]) -> str:
    return bibtex_citations(sources).decode()


_CITERS = {"text": plain_citations, "ris": _ris, "bibtex": _bibtex}


@dataclass(frozen=True, slots=True)
class Copied:
    """What goes on the clipboard; ``html`` is empty where there is only text."""

    words: str
    text: str
    html: str = ""


def copied_tab(pane: Pane, opened: OpenStudy, progress: Progress) -> Copied:
    """Return a tab of a study as formatted and as plain text."""
    progress(0)
    sections = pane.sections(opened.stored.study, opened.context)
    words = _("Copied {title} of {study}.").format(title=pane.title, study=opened.words)
    return Copied(words, to_text(sections), fragment_html(sections))


def copied_citation(
    chosen: Chosen, form: str, open_library: OpenLibrary, today: date, progress: Progress
) -> Copied:
    """Return the citations of studies; ``form`` is text, ris or bibtex."""
    with opened_sources(chosen, open_library, today, progress) as sources:
        text = _CITERS[form](sources.each(progress))
        count = len(sources.nct_ids)
        words = ngettext("Copied {count} citation.", "Copied {count} citations.", count)
        return Copied(words.format(count=grouped(count)), text)
