"""The ways out other than paper: one list, which the window and the command line offer alike.

What makes a file is loaded when it is asked for.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.errors import ExportError
from desktop_app.export.about import About, about
from desktop_app.export.source import TRIAL_SUFFIX, TRIAL_TYPE, Source
from desktop_app.languages import N_, _
from desktop_app.presentation.pane import PANES, Sections

Panes = list[tuple[str, Sections]]
EVERY_PANE = tuple(pane.id for pane in PANES)


@dataclass(frozen=True, slots=True)
class Output:
    """A kind of file.

    ``make`` takes the records and the ids of the panes that are wanted; one that does not take
    several is given one record. ``has_panes`` tells whether the choice of panes matters to it.
    ``suffix`` is empty where it is the one of the source document. ``word`` tells in the names of
    files what they hold, empty where that is the record as such; ``title`` is a text to be said
    with ``_``.
    """

    id: str
    title: str
    suffix: str
    media_type: str
    make: Callable[[Iterable[Source], Collection[str]], bytes]
    takes_several: bool = False
    has_panes: bool = False
    word: str = "record"
    is_said: bool = True
    """Whether it holds words of the application's own, and so has a language."""

    def file_name(self, source: Source) -> str:
        """Return the usual name of a record's file: ``NCT03816852_record_2026-11-25.html``."""
        if not self.suffix:
            return source.document_name
        if not self.word:
            return source.file_stem + self.suffix
        return f"{source.file_stem}_{self.word}{_dated(source.context.today)}{self.suffix}"

    def gathered_name(self, today: date | None) -> str:
        """Return the usual name of a file of several studies: ``studies_2026-11-25.csv``."""
        return f"studies{_dated(today)}{self.suffix}"


def _dated(today: date | None) -> str:
    return f"_{today.isoformat()}" if today else ""


def _parts(sources: Iterable[Source], pane_ids: Collection[str]) -> tuple[About, Panes]:
    (source,) = sources
    chosen = (pane for pane in PANES if pane.id in pane_ids)
    panes = [(pane.title, pane.sections(source.study, source.context)) for pane in chosen]
    return about(source), panes


def _html(sources: Iterable[Source], pane_ids: Collection[str]) -> bytes:
    from desktop_app.export.html.page import sections_html

    told, panes = _parts(sources, pane_ids)
    return sections_html(told.title, panes, told).encode()


def _brief_html(sources: Iterable[Source], pane_ids: Collection[str]) -> bytes:
    from desktop_app.export.html.brief import brief_html
    from desktop_app.presentation.brief import brief_of

    (source,) = sources
    brief = brief_of(source.study, source.context.today or date.today())
    return brief_html(brief, source.document_sha256).encode()


def _handout_html(sources: Iterable[Source], pane_ids: Collection[str]) -> bytes:
    from desktop_app.export.html.page import sections_html
    from desktop_app.presentation.handout import handout_sections, handout_title

    (source,) = sources
    today = source.context.today or date.today()
    told = about(source)
    told = replace(told, notices=(handout_title(source.study, today).warning, *told.notices))
    sections = handout_sections(source.study, today)
    return sections_html(told.title, (("", sections),), told, has_contents=False).encode()


def _screening_html(sources: Iterable[Source], pane_ids: Collection[str]) -> bytes:
    from desktop_app.export.html.page import sections_html
    from desktop_app.presentation.screening import screening_sections

    (source,) = sources
    told = about(source)
    sections = screening_sections(source.study, source.context.today or date.today())
    return sections_html(told.title, (("", sections),), told, has_contents=False).encode()


def _markdown(sources: Iterable[Source], pane_ids: Collection[str]) -> bytes:
    from desktop_app.export.markdown.document import document_markdown

    told, panes = _parts(sources, pane_ids)
    return document_markdown(told.title, panes, told).encode()


def _text(sources: Iterable[Source], pane_ids: Collection[str]) -> bytes:
    from desktop_app.export.text_document import document_text

    told, panes = _parts(sources, pane_ids)
    return document_text(told.title, panes, told).encode(errors="replace")


def _document(sources: Iterable[Source], pane_ids: Collection[str]) -> bytes:
    (source,) = sources
    return source.document


def _trial(sources: Iterable[Source], pane_ids: Collection[str]) -> bytes:
    (source,) = sources
    if not source.is_json:
        # Nothing that the registry did not write itself is passed on as its record.
        raise ExportError(
            _(
                "There is no {suffix} file of {study}: it was not read from the registry's JSON."
                " Export its source document instead."
            ).format(suffix=TRIAL_SUFFIX, study=source.nct_id or source.file_stem)
        )
    return source.document


def _csv(sources: Iterable[Source], pane_ids: Collection[str]) -> bytes:
    from desktop_app.export.csv_file import studies_csv

    return studies_csv(source.study for source in sources)


def _ris(sources: Iterable[Source], pane_ids: Collection[str]) -> bytes:
    from desktop_app.export.citation.ris import ris_citations

    return ris_citations(sources)


def _bibtex(sources: Iterable[Source], pane_ids: Collection[str]) -> bytes:
    from desktop_app.export.citation.bibtex import bibtex_citations

    return bibtex_citations(sources)


OUTPUTS = (
    Output("html", N_("Web page (HTML)"), ".html", "text/html", _html, has_panes=True),
    Output(
        "brief-html", N_("One-page brief as a web page (HTML)"), ".html", "text/html", _brief_html,
        word="brief",
    ),
    Output(
        "handout-html", N_("Handout as a web page (HTML)"), ".html", "text/html", _handout_html,
        word="handout",
    ),
    Output(
        "screening-html", N_("Screening sheet as a web page (HTML)"), ".html", "text/html",
        _screening_html, word="screening",
    ),
    Output("markdown", N_("Markdown"), ".md", "text/markdown", _markdown, has_panes=True),
    Output("text", N_("Plain text"), ".txt", "text/plain", _text, has_panes=True),
    Output(
        "trial", N_("Record (.trial)"), TRIAL_SUFFIX, TRIAL_TYPE, _trial, word="", is_said=False
    ),
    # Its suffix and its kind are those of whatever the record was read from.
    Output(
        "json", N_("Source document, byte for byte"), "", "application/octet-stream", _document,
        is_said=False,
    ),
    Output("csv", N_("Table of studies (CSV)"), ".csv", "text/csv", _csv, takes_several=True),
    Output(
        "ris", N_("Citation (RIS)"), ".ris", "application/x-research-info-systems", _ris,
        takes_several=True, is_said=False,
    ),
    Output(
        "bibtex", N_("Citation (BibTeX)"), ".bib", "application/x-bibtex", _bibtex,
        takes_several=True, is_said=False,
    ),
)  # fmt: skip


def output_of(id: str) -> Output:
    """Return the output of an id; raises KeyError where there is none."""
    return {output.id: output for output in OUTPUTS}[id]
