from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.ui.printing.page_images import PageImages, Wish, draw
from desktop_app.ui.printing.page_renderer import Page, PageRenderer
from desktop_app.ui.tasks import ImmediateTaskRunner, Progress, TaskRunner
from tests.ui.printing.pages import A4, pdf_of

_CONTENT = pdf_of((A4,) * 40)


def _wish(number: int, width: int = 60, content: bytes = _CONTENT, is_grey: bool = False) -> Wish:
    return Wish(Page(content, number), width, round(width * A4[1] / A4[0]), is_grey)


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


@pytest.fixture
def images(owner: QObject) -> PageImages:
    return PageImages(PageRenderer(), ImmediateTaskRunner(owner), owner)


def test_what_is_wanted_comes_the_most_wanted_first(images: PageImages) -> None:
    came: list[int] = []
    images.arrived.connect(came.append)
    images.want([_wish(3), _wish(1), _wish(2)])
    assert came == [3, 1, 2]
    image = images.image(3, 60, 85)
    assert image is not None
    assert (image.width(), image.height()) == (60, 85)


def test_what_is_there_is_not_drawn_again(images: PageImages) -> None:
    came: list[int] = []
    images.arrived.connect(came.append)
    for _ in range(3):
        images.want([_wish(3)])
    images.want([_wish(3, 70)])
    images.want([_wish(3, 70, is_grey=True)])
    assert came == [3, 3, 3]


def test_the_image_of_another_size_stands_in_until_the_right_one_is_there(
    images: PageImages,
) -> None:
    images.want([_wish(0)])
    assert images.image(0, 600, 849) is not None
    assert images.image(0, 849, 600) is None
    assert images.image(1, 60, 85) is None


def test_few_images_are_kept_however_many_were_seen(images: PageImages) -> None:
    for number in range(40):
        images.want([_wish(number, 1600)])
    one = 1600 * round(1600 * A4[1] / A4[0]) * 4
    assert images.kept_bytes <= 96_000_000 + one
    assert images.image(39, 1600, 2263) is not None
    assert images.image(0, 1600, 2263) is None


def test_a_page_that_would_be_huge_is_drawn_coarser() -> None:
    drawn = draw(PageRenderer(), _wish(0, 9000), Progress(lambda *_: None))
    assert drawn.image.width() * drawn.image.height() <= 16_100_000
    assert drawn.image.height() / drawn.image.width() == pytest.approx(A4[1] / A4[0], abs=0.01)


def test_pages_that_went_out_of_sight_are_not_drawn(owner: QObject, qtbot: QtBot) -> None:
    runner = TaskRunner(owner)
    images, came = PageImages(PageRenderer(), runner, owner), list[int]()
    images.arrived.connect(came.append)
    images.want([_wish(number) for number in range(30)])
    images.want([_wish(35)])
    qtbot.waitUntil(lambda: 35 in came)
    assert len(came) <= 2
    images.stop()
    runner.close()


def test_a_page_of_a_sheet_that_gave_way_does_not_arrive(owner: QObject, qtbot: QtBot) -> None:
    runner = TaskRunner(owner)
    images, came = PageImages(PageRenderer(), runner, owner), list[int]()
    images.arrived.connect(came.append)
    other = pdf_of((A4,))
    images.want([_wish(5)])
    images.want([_wish(0, content=other)])
    qtbot.waitUntil(lambda: 0 in came)
    assert came == [0]
    runner.close()
