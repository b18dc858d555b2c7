"""A sheet that is made, with the sizes of its pages."""

from dataclasses import dataclass

from desktop_app.export.sheets import SheetFile
from desktop_app.ui.exporting.making import Wanted, make_file
from desktop_app.ui.exporting.sources import OpenLibrary
from desktop_app.ui.printing.page_renderer import PageRenderer
from desktop_app.ui.printing.print_plan import Size
from desktop_app.ui.tasks import Progress


@dataclass(frozen=True, slots=True)
class MadeSheet:
    """The file of a sheet, and what it was made of; ``sizes`` are those of its pages, in points."""

    wanted: Wanted
    file: SheetFile
    sizes: tuple[Size, ...]


def made_sheet(
    wanted: Wanted, open_library: OpenLibrary, renderer: PageRenderer, progress: Progress
) -> MadeSheet:
    """Make a sheet and measure its pages; raises what ``make_file`` raises."""
    file = make_file(wanted, open_library, progress)
    progress(0)
    return MadeSheet(wanted, file, renderer.sizes(file.content))
