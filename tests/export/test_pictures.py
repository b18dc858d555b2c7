import xml.etree.ElementTree as ET
from io import BytesIO

from pypdf import PdfReader

from desktop_app.analysis.pictures.shapes import (
    Anchor,
    Box,
    Dot,
    Ink,
    Line,
    Path,
    Picture,
    Shape,
    Text,
    TextMeasure,
    Type,
)
from desktop_app.export.pictures.paper_inks import PAPER_INKS
from desktop_app.export.pictures.paper_measure import PaperMeasure
from desktop_app.export.pictures.pdf import figure_pdf
from desktop_app.export.pictures.svg import figure_svg
from desktop_app.export.typesetting.drawn_text import line_width
from desktop_app.presentation.section import Figure

SVG = "{http://www.w3.org/2000/svg}"
ROOMS: list[float] = []
HOSTILE = '<script>alert("x")</script> & ]]> \x07 \ud800'


def drawn(width: float, measure: TextMeasure) -> Picture:
    words = "β ≥ 5 µg 研究"
    width_of_words = measure.width(words, Type.STRONG)
    ROOMS.append(width_of_words)
    shapes: tuple[Shape, ...] = (
        Box(0, 0, 100, 40, Ink.ACCENT, Ink.ACCENT_TINT, radius=4),
        Line(0, 50, width, 50, is_dashed=True),
        Path(((0, 60), (10, 70), (20, 60)), fill=Ink.PANEL, is_closed=True),
        Path(((0, 80), (10, 80), (20, 90), (30, 90)), is_smooth=True),
        Dot(50, 60, 3),
        Text(50, 20, words, Type.STRONG, anchor=Anchor.MIDDLE, width=width_of_words),
        Text(0, 30, HOSTILE, Type.SMALL),
    )
    return Picture(width, 100, shapes)


FIGURE = Figure("schematic", "Schematic & <more>", ("One arm.", HOSTILE), drawn)


def test_an_svg_holds_every_shape_its_title_and_its_words() -> None:
    root = ET.fromstring(figure_svg(FIGURE, "NCT01234567"))
    assert root.findtext(f"{SVG}title") == "Schematic & <more>: NCT01234567"
    assert (root.findtext(f"{SVG}desc") or "").startswith("One arm.\n<script>")
    kinds = [element.tag.removeprefix(SVG) for element in root.find(f"{SVG}g") or ()]
    assert kinds == ["rect", "line", "path", "path", "circle", "text", "text"]
    assert root.get("role") == "img"


def test_text_in_an_svg_is_what_the_record_says_and_nothing_else() -> None:
    root = ET.fromstring(figure_svg(FIGURE, "NCT01234567"))
    texts = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert texts[0] == "β ≥ 5 µg 研究"
    assert texts[1].startswith('<script>alert("x")</script> & ]]>')
    assert not list(root.iter(f"{SVG}script"))


def test_an_svg_has_room_for_wider_fonts_than_ours() -> None:
    root = ET.fromstring(figure_svg(FIGURE, "x"))
    text = next(root.iter(f"{SVG}text"))
    words, size = text.text or "", float(text.get("font-size", "0"))
    wider = line_width(words, "DejaVuSans") * size / 1000
    assert PaperMeasure(size).width(words, Type.BODY) < wider < ROOMS[-1]


def test_a_pdf_of_a_picture_is_one_page_whose_text_can_be_read() -> None:
    content = figure_pdf(FIGURE, "NCT01234567")
    pages = PdfReader(BytesIO(content)).pages
    assert len(pages) == 1
    assert "β ≥ 5 µg 研究" in pages[0].extract_text()
    assert content == figure_pdf(FIGURE, "NCT01234567")


def test_text_on_paper_is_dark_and_grounds_are_pale() -> None:
    def lightness(ink: Ink) -> float:
        red, green, blue = (int(PAPER_INKS[ink][at : at + 2], 16) for at in (1, 3, 5))
        return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255

    assert all(lightness(ink) < 0.45 for ink in (Ink.TEXT, Ink.QUIET, Ink.ACCENT, Ink.ALERT))
    grounds = (Ink.ACCENT_TINT, Ink.PANEL, Ink.GROUND, Ink.LAND)
    assert all(lightness(ink) > 0.85 for ink in grounds)
    assert set(PAPER_INKS) == set(Ink)


def test_a_measure_of_paper_is_in_proportion_to_its_size() -> None:
    small, large = PaperMeasure(9), PaperMeasure(18)
    assert large.width("Randomized", Type.BODY) == 2 * small.width("Randomized", Type.BODY)
    assert small.ascent(Type.BODY) < small.line_height(Type.BODY)
