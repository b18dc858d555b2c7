"""The sheets that can be printed, and how one of them, or a packet of many, becomes a PDF file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, count

from desktop_app.export.paper import Paper
from desktop_app.export.pdf.pages import About, Attachment, SheetPages
from desktop_app.export.source import Source
from desktop_app.languages import N_, _, speaking_aside, spoken_language


@dataclass(frozen=True, slots=True)
class Order:
    """How a sheet is wanted; ``panes`` are ids of tabs, for sheets that let one choose them."""

    paper: Paper
    today: date
    panes: tuple[str, ...] = ()
    """None for all."""
    language: str = ""
    """A key of ``LANGUAGES`` for somebody who speaks another one; empty for what is spoken."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of sheet; ``id`` is its word in the names of files, ``title`` and ``tip`` are
    texts to be said with ``_``.

    ``make`` sets the pages of as many studies as ``most`` allows.
    """

    id: str
    title: str
    tip: str
    make: Callable[[Sequence[Source], Order], SheetPages]
    least: int = 1
    most: int = 1
    has_panes: bool = False

    def file_name(self, sources: Sequence[Source], today: date) -> str:
        """Return the usual name of its file, such as ``NCT03816852_brief_2026-11-22.pdf``."""
        stems = "_".join(source.file_stem for source in sources[:2])
        more = f"_and_{len(sources) - 2}_more" if sources[2:] else ""
        return f"{stems}{more}_{self.id}_{today.isoformat()}.pdf"


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A sheet as a PDF file; ``notes`` tell what was shortened on it."""

    content: bytes
    name: str
    notes: tuple[str, ...] = ()


def _brief(sources: Sequence[Source], order: Order) -> SheetPages:
    from desktop_app.export.brief.file import brief_sheet

    return brief_sheet(sources[0], order.paper, order.today)


def _screening(sources: Sequence[Source], order: Order) -> SheetPages:
    from desktop_app.export.screening.file import screening_pages

    return screening_pages(sources[0], order.paper, order.today)


def _handout(sources: Sequence[Source], order: Order) -> SheetPages:
    from desktop_app.export.handout.file import handout_pages

    return handout_pages(sources[0], order.paper, order.today)


def _comparison(sources: Sequence[Source], order: Order) -> SheetPages:
    from desktop_app.export.comparison.file import comparison_pages

    return comparison_pages(sources, order.paper, order.today)


def _changes(sources: Sequence[Source], order: Order) -> SheetPages:
    from desktop_app.export.changes.file import changes_pages

    return changes_pages(sources, order.paper, order.today)


def _full(sources: Sequence[Source], order: Order) -> SheetPages:
    from desktop_app.export.record.file import full_record

    return full_record(sources[0], order.paper, order.today, order.panes)


SHEETS = (
    Sheet("brief", N_("One-Page Brief"), N_("The study on one page, for professionals"), _brief),
    Sheet("screening", N_("Screening Sheet"), N_("Every criterion with boxes to tick"), _screening),
    Sheet(
        "handout",
        N_("Large-Print Handout"),
        N_("For a patient or an advocate, in 18 point"),
        _handout,
    ),
    Sheet(
        "comparison",
        N_("Comparison Sheet"),
        N_("Two to six studies side by side on one page"),
        _comparison,
        least=2,
        most=6,
    ),
    Sheet(
        "changes",
        N_("What Changed"),
        N_("What differs between two records, on one page"),
        _changes,
        least=2,
        most=2,
    ),
    Sheet(
        "full",
        N_("Full Record"),
        N_("All that the tabs show, with contents"),
        _full,
        has_panes=True,
    ),
)


def sheet_called(sheet_id: str) -> Sheet:
    """Return a sheet by its id; raises KeyError where there is none."""
    return {sheet.id: sheet for sheet in SHEETS}[sheet_id]


def make_sheet(sheet: Sheet, sources: Sequence[Source], order: Order) -> SheetFile:
    """Return a sheet as a file: the same studies, paper and day give the same bytes.

    The document of each study is attached as it is. Several studies of a sheet that is for one
    become a packet: one sheet after the other, behind a page of contents. Raises ValueError for
    fewer or more studies than the sheet takes.
    """
    if sheet.most == 1 < len(sources):
        return make_packet(sheet, sources, order)
    if not sheet.least <= len(sources) <= sheet.most:
        raise ValueError(
            f"{sheet.title}: {len(sources)} studies, not {sheet.least} to {sheet.most}"
        )
    with speaking_aside(order.language):
        made = sheet.make(sources, order)
    return _file(made, sources, order, sheet.file_name(sources, order.today))


def make_packet(
    sheet: Sheet,
    sources: Iterable[Source],
    order: Order,
    report: Callable[[Source], None] = lambda source: None,
) -> SheetFile:
    """Return one file with the sheet of each study; ``report`` hears of each before it is set.

    Of no study there is no file: its content is empty.
    """
    from desktop_app.export.packet.pages import packet_pages

    taken: list[Source] = []

    def set_one(source: Source) -> SheetPages:
        report(source)
        taken.append(source)
        with speaking_aside(order.language):
            return sheet.make((source,), order)

    # Made first: what goes wrong while studies are read is told in the language of the window.
    sheets = [set_one(source) for source in sources]
    if not taken:
        return SheetFile(b"", "")
    with speaking_aside(order.language):
        made = packet_pages(_(sheet.title), sheets, order.paper, order.today)
    name = f"packet_of_{len(taken)}_{sheet.id}_{order.today.isoformat()}.pdf"
    return _file(made, taken, order, name)


def _file(made: SheetPages, sources: Sequence[Source], order: Order, name: str) -> SheetFile:
    # Loaded when the first sheet is made: the window does not wait for the PDF library.
    from desktop_app.export.pdf.document import pdf_bytes

    with speaking_aside(order.language):
        about = About(made.title, made.subject, order.today)
        content = pdf_bytes(made.pages, about, _attachments(sources))
    is_foreign = order.language not in ("", spoken_language())
    # Translators: stands behind "Shortened:" where the sheet is in another language.
    notes = (_("what its foot names"),) if is_foreign and made.notes else made.notes
    return SheetFile(content, name, notes)


def _attachments(sources: Iterable[Source]) -> list[Attachment]:
    """Return the documents under names that differ: readers show one file of a name."""
    given: set[str] = set()
    return [_attachment(source, _free_name(source.document_name, given)) for source in sources]


def _free_name(usual: str, given: set[str]) -> str:
    stem, dot, suffix = usual.rpartition(".")
    numbered = (f"{stem}_{number}{dot}{suffix}" for number in count(2))
    name = next(one for one in chain((usual,), numbered) if one.casefold() not in given)
    given.add(name.casefold())
    return name


def _attachment(source: Source, name: str) -> Attachment:
    return Attachment(
        name,
        source.document,
        _description(source.nct_id),
        _MEDIA_TYPES.get(source.document_name.rpartition(".")[2].lower(), "text/plain"),
    )


def _description(nct_id: str) -> str:
    if not nct_id:
        return _("The registry record of the study as it was imported")
    return _("The registry record of {number} as it was imported").format(number=nct_id)


_MEDIA_TYPES = {"json": "application/json", "xml": "application/xml", "txt": "text/plain"}
