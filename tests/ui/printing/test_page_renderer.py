from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtGui import QColor, QImage

from desktop_app.ui.printing.page_renderer import Band, Page, PageRenderer
from tests.ui.printing.pages import A4, LANDSCAPE, LETTER, pdf_of

_CONTENT = pdf_of((A4, LETTER, LANDSCAPE))


def test_the_pages_of_a_file_are_measured_in_points() -> None:
    sizes = PageRenderer().sizes(_CONTENT)
    assert [(round(width), round(height)) for width, height in sizes] == [
        (595, 842),
        (612, 792),
        (842, 595),
    ]


def test_a_page_is_drawn_in_its_colours_on_white() -> None:
    image = PageRenderer().image(Page(_CONTENT, 0), 300, 424)
    assert (image.width(), image.height()) == (300, 424)
    assert image.pixelColor(150, 26) == QColor(255, 0, 0)
    assert image.pixelColor(150, 200) == QColor(255, 255, 255)


def test_a_page_in_grey_has_no_colours_and_a_byte_a_pixel() -> None:
    image = PageRenderer().image(Page(_CONTENT, 0), 301, 424, is_grey=True)
    assert image.format() is QImage.Format.Format_Grayscale8
    bar = image.pixelColor(150, 26)
    assert bar.red() == bar.green() == bar.blue()
    assert 40 < bar.red() < 140
    assert image.pixelColor(150, 200) == QColor(255, 255, 255)


@pytest.mark.parametrize("is_grey", [False, True])
def test_bands_put_together_are_the_page(is_grey: bool) -> None:
    renderer, page = PageRenderer(), Page(_CONTENT, 1)
    whole = renderer.image(page, 203, 262, is_grey=is_grey)
    for top, rows in ((0, 100), (100, 100), (200, 62)):
        band = renderer.band(page, Band(203, 262, top, rows), is_grey=is_grey)
        assert band == whole.copy(0, top, 203, rows)


def test_the_words_of_a_page_are_read() -> None:
    assert PageRenderer().text(Page(_CONTENT, 2)) == "Page 3"


def test_pages_are_drawn_on_several_threads_as_on_one() -> None:
    renderer = PageRenderer()

    def draw(number: int) -> QImage:
        return renderer.image(Page(_CONTENT, number % 3), 120, 160)

    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(draw, range(60)))
    assert all(image == draw(number) for number, image in enumerate(drawn))
