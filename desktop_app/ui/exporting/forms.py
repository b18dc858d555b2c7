"""The forms in which studies leave the window: every sheet, and every other kind of file."""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.export.outputs import EVERY_PANE, OUTPUTS, Output
from desktop_app.export.sheets import (
    SHEETS,
    Order,
    Sheet,
    SheetFile,
    make_packet,
    make_sheet,
)
from desktop_app.export.source import Source
from desktop_app.languages import N_, _, ngettext, speaking_aside

_ENDINGS = (".json", ".xml", ".txt")
"""Of source documents."""
_PANES = N_("The tabs that you choose")
_SEVERAL = N_("One study, or many in one file")
MOST_BOUND = 1_000
"""Of studies in a packet: it is in memory as a whole, and nobody turns the pages of more."""
Make = Callable[[Iterable[Source], Order], SheetFile]


@dataclass(frozen=True, slots=True)
class Form:
    """A form; ``make`` writes one file of as many studies as ``most`` allows.

    ``bind`` puts more studies into one file, where the form can do that. ``word`` tells in
    the names of files what they hold, if it is not the record as such; ``suffix`` is empty where it
    is that of the source document.
    """

    id: str
    title: str
    tip: str
    word: str
    suffix: str
    make: Make
    least: int = 1
    most: int = 1
    is_paper: bool = False
    has_panes: bool = False
    is_said: bool = True
    bind: Make | None = None

    def names(self, stem: str, today: date) -> tuple[str, ...]:
        """Return the usual name of a file that begins with ``stem``; several where it may vary."""
        if not self.suffix:
            return tuple(stem + ending for ending in _ENDINGS)
        if not self.word:
            return (stem + self.suffix,)
        return (f"{stem}_{self.word}_{today.isoformat()}{self.suffix}",)

    def name_of(self, source: Source, today: date) -> str:
        """Return the usual name of a study's file."""
        return self.names(source.file_stem, today)[0] if self.suffix else source.document_name

    def gathered_name(self, count: int, today: date) -> str:
        """Return the usual name of one file of several studies."""
        stem = f"packet_of_{count}" if self.bind is not None else f"{count}_studies"
        return self.names(stem, today)[0]

    def fits_in_one(self, count: int) -> bool:
        """Tell whether so many studies can be one file."""
        return self.least <= count <= max(self.most, MOST_BOUND if self.bind else 0)

    @property
    def fits_each(self) -> bool:
        """Tell whether a study by itself can be a file."""
        return self.least == 1

    def why_not(self, count: int) -> str:
        """Return why so many studies cannot have this form; empty where they can."""
        if self.fits_in_one(count) or self.fits_each:
            return ""
        if self.least == self.most:
            words = ngettext(
                "For {count} study: select it in the list.",
                "For {count} studies: select them in the list.",
                self.most,
            )
            return words.format(count=self.most)
        words = _("For {least} to {most} studies: select them in the list.")
        return words.format(least=self.least, most=self.most)


def sheet_forms() -> tuple[Form, ...]:
    """Return what can be printed."""
    return tuple(_sheet_form(sheet) for sheet in SHEETS)


def all_forms() -> tuple[Form, ...]:
    """Return all that can be written."""
    return (*sheet_forms(), *(_output_form(output) for output in OUTPUTS))


def form_called(form_id: str, forms: Sequence[Form]) -> Form:
    """Return a form by its id; the first one where there is none of it."""
    return next((form for form in forms if form.id == form_id), forms[0])


def _sheet_form(sheet: Sheet) -> Form:
    def make(sources: Iterable[Source], order: Order) -> SheetFile:
        return make_sheet(sheet, tuple(sources), order)

    def bind(sources: Iterable[Source], order: Order) -> SheetFile:
        return make_packet(sheet, sources, order)

    return Form(
        id=sheet.id,
        title=_(sheet.title),
        tip=_(sheet.tip),
        word=sheet.id,
        suffix=".pdf",
        make=make,
        least=sheet.least,
        most=sheet.most,
        is_paper=True,
        has_panes=sheet.has_panes,
        bind=bind if sheet.most == 1 else None,
    )


def _tip(output: Output) -> str:
    if output.takes_several:
        return _(_SEVERAL)
    return _(_PANES) if output.has_panes else ""


def _output_form(output: Output) -> Form:
    def make(sources: Iterable[Source], order: Order) -> SheetFile:
        with speaking_aside(order.language if output.is_said else ""):
            content = output.make(sources, order.panes or EVERY_PANE)
        return SheetFile(content, output.gathered_name(order.today))

    return Form(
        id=output.id,
        title=_(output.title),
        tip=_tip(output),
        word=output.word,
        suffix=output.suffix,
        make=make,
        most=sys.maxsize if output.takes_several else 1,
        has_panes=output.has_panes,
        is_said=output.is_said,
    )
