"""What the self-test needs a window for: it sees all layers, as the composition root does."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage

from desktop_app.application import capture
from desktop_app.directories import Directories
from desktop_app.ui.printing.page_renderer import Page, PageRenderer

_PAGE = (595, 842)


def shown_tabs(directories: Directories, into: Path) -> Iterator[tuple[Path, int]]:
    """Show every tab of the sample; yields the picture of each, with how many tones are on it."""
    for picture in capture(directories, into):
        yield picture, tones(QImage(str(picture)))


def previewed_tones(content: bytes) -> int:
    """Return how many tones the first page of a PDF file has as the preview draws it."""
    return tones(PageRenderer().image(Page(content, 0), *_PAGE))


def tones(image: QImage) -> int:
    """Return how many tones of grey there are: one, where nothing is drawn."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return len(set(bytes(grey.constBits())))
