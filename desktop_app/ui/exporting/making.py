"""Makes one file of the studies that were chosen, off the GUI thread."""

import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.errors import ExportError
from desktop_app.export.files import remove_leftovers, write_whole
from desktop_app.export.paper import Paper
from desktop_app.export.sheets import Order, SheetFile
from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences, listed
from desktop_app.ui.exporting.chosen import Chosen
from desktop_app.ui.exporting.forms import MOST_BOUND, Form
from desktop_app.ui.exporting.sources import OpenLibrary, opened_sources
from desktop_app.ui.settings import PaperSize
from desktop_app.ui.tasks import Progress


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made: of which studies, in which form, how."""

    chosen: Chosen
    form: Form
    order: Order


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written; ``notes`` tell what was shortened in it."""

    path: Path
    title: str
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Return where it is and what was shortened."""
        words = _("{form} written to {path}.").format(form=self.title, path=self.path)
        return joined_sentences((words, shortened_words(self.notes)))


def order_of(paper: PaperSize, panes: tuple[str, ...], today: date, language: str = "") -> Order:
    """Return how a sheet is wanted, from what was chosen in the window."""
    return Order(Paper[paper.value], today, panes, language)


def shortened_words(notes: tuple[str, ...]) -> str:
    """Return what was shortened, or nothing where nothing was."""
    return _("Shortened: {what}.").format(what=listed(notes)) if notes else ""


def make_file(wanted: Wanted, open_library: OpenLibrary, progress: Progress) -> SheetFile:
    """Return one file of all studies that were chosen; tells how many are read.

    Raises ExportError where the form does not hold so many, and StoreError.
    """
    progress(0)
    form, order = wanted.form, wanted.order
    _check(form, len(wanted.chosen))
    with opened_sources(wanted.chosen, open_library, order.today, progress) as sources:
        count = len(sources.nct_ids)
        _check(form, count)
        if count > form.most and form.bind is not None:
            return form.bind(sources.each(progress), order)
        return form.make(sources.each(progress), order)


def _check(form: Form, count: int) -> None:
    """Raise ExportError where a file of this form does not hold so many studies."""
    if not count:
        raise ExportError(
            _("The list has changed, and none of the studies is there. Select again.")
        )
    if not form.fits_in_one(count):
        limit = max(form.most, MOST_BOUND if form.bind else 0)
        words = ngettext(
            "{form}: one file holds {least} to {most} studies, and {count} is selected.",
            "{form}: one file holds {least} to {most} studies, and {count} are selected.",
            count,
        )
        raise ExportError(
            words.format(
                form=form.title, least=form.least, most=grouped(limit), count=grouped(count)
            )
        )


def write_made(wanted: Wanted, made: SheetFile, target: Path, progress: Progress) -> Written:
    """Write a file that is made already; raises ExportError."""
    progress(0)
    write_whole(target, made.content)
    remove_leftovers(target.parent, time.time())
    return Written(target, wanted.form.title, made.notes)


def write_file(
    wanted: Wanted, target: Path, open_library: OpenLibrary, progress: Progress
) -> Written:
    """Write one file of all studies that were chosen, whole or not at all; raises ExportError."""
    return write_made(wanted, make_file(wanted, open_library, progress), target, progress)
