import hashlib
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.export.typesetting.characters import printable
from desktop_app.export.typesetting.code_boxes import CODE_BOXES
from desktop_app.export.typesetting.drawn_text import line_width
from desktop_app.export.typesetting.embedded_font import EmbeddedFont
from desktop_app.export.typesetting.fonts import BOLD, REGULAR
from desktop_app.export.typesetting.pieces import from_the_left, pieces
from desktop_app.export.typesetting.shaping import shaped
from tests.export.drawn_lines import page_of, places_of, said_by, text_of

SCRIPTS = (
    "Μελέτη της αποτελεσματικότητας",
    "Исследование эффективности",
    "क्षय रोग के उपचार में दवा: हिन्दी र्क कि",
    "การศึกษาประสิทธิภาพของยาในผู้ป่วยที่เป็นโรค น้ำ",
    "干细胞治疗的安全性（第二期）、「日本語」の試験",
    "줄기세포 치료의 안전성 연구",
    "مقارنة العلاج بالخلايا الجذعية لدى المرضى",
    "שָׁלוֹם עֲלֵיכֶם יעילות הטיפול",
    "x\u0304 ± s, p\u0302, ẹ\u0300 Yorùbá, t\u032a d\u0361ʒ ɛ\u0303, Tiếng Việt",
    "∑ α·β ≤ ∞ ∂ √2 ℝⁿ ½ x² H₂O ≥ 5 µg",
    "private \uf0b7 and \uf03e, emoji \U0001f9ec \U0001f600, ქართული Հայերեն",
    "বাংলা தமிழ் ఔషధం ગુજરાતી ਪੰਜਾਬੀ ಕನ್ನಡ മലയാളം ଓଡ଼ିଆ සිංහල አማርኛ ខ្មែរ မြန်မာ ລາວ",
)
MIXED = (
    "Study of علاج السرطان in Egypt (NCT01234567)",
    "فعالية Pembrolizumab 200 mg كل 3 أسابيع (المرحلة 2) ١٢٣",
    "הערכת היעילות (שלב 2) בחולים עם COVID-19 ו-DNA.",
    "Study שלום [2] 50%, ܫܠܡܐ",
    "می\u200cخواهم क्\u200dष",
)


@pytest.mark.parametrize("line", SCRIPTS)
def test_what_a_viewer_copies_is_the_text(line: str) -> None:
    # Marks of one letter have no order of their own.
    assert normalize("NFC", text_of(page_of([printable(line)]))) == printable(line)


@pytest.mark.parametrize("font", [REGULAR, BOLD])
@pytest.mark.parametrize("line", [*SCRIPTS, *MIXED])
def test_glyphs_stand_in_the_order_of_reading(line: str, font: str) -> None:
    assert said_by(page_of([printable(line)], font)) == printable(line)


def test_a_font_without_a_bold_one_is_drawn_bolder_and_as_wide() -> None:
    for text in ("研究", "≥", "বাংলা"):
        (plain,), (bold,) = pieces(text, REGULAR), pieces(text, BOLD)
        assert (plain.font, plain.width) == (bold.font, bold.width)
        assert plain.drawn != bold.drawn


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_every_text_is_drawn_and_comes_back(text: str) -> None:
    line = " ".join(printable(text).split())
    assert said_by(page_of([line])) == line


@pytest.mark.parametrize("letter", ["x", "\u05d0", "\u0628", "\u0e01", "\u0915"])
@pytest.mark.parametrize("mark", ["\u0301", "\u05b8", "\u064e", "\u0e34", "\u094d"])
def test_marks_without_end_end_nothing(letter: str, mark: str) -> None:
    line = printable(letter + mark * 3000 + " x")
    assert said_by(page_of([line])) == line


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler's pdftotext")
def test_pdftotext_gives_words_of_all_scripts_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(page_of(SCRIPTS))
    command = ["pdftotext", str(tmp_path / "page.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    # It encloses what runs to the left in marks of its own.
    read = [
        line.strip() for line in text.translate(dict.fromkeys(range(0x202A, 0x202F))).split("\n")
    ]
    assert [line for line in SCRIPTS if line not in read] == []


def test_words_run_in_their_direction_and_numbers_in_theirs() -> None:
    line = pieces("דם 20.5 אב", REGULAR)
    assert [piece.text for piece in line] == ["דם", " ", "20.5", " ", "אב"]
    assert [piece.text for piece in from_the_left(line)] == ["אב", " ", "20.5", " ", "דם"]


def test_letters_are_joined_and_a_ligature_is_narrower_than_its_letters() -> None:
    alone = sum(line_width(letter, REGULAR) for letter in "بيت")
    assert line_width("بيت", REGULAR) < alone
    assert line_width("لا", REGULAR) < line_width("ل", REGULAR) + line_width("ا", REGULAR)
    assert line_width("क्ष", REGULAR) < line_width("क", REGULAR) + line_width("ष", REGULAR)


def test_a_mark_stands_on_its_letter_and_takes_no_room() -> None:
    for letter, marked in (("x", "x\u0304"), ("ก", "กี๋"), ("ש", "שָׁ")):
        assert line_width(marked, REGULAR) == line_width(letter, REGULAR)


def test_the_same_text_is_the_same_file_in_another_process() -> None:
    page_of(["ا\u064e x\u0301\u0302 จำ another document before"])
    lines = [printable(line) for line in (*SCRIPTS, *MIXED)]
    here = hashlib.sha256(page_of(lines)).hexdigest()
    program = (
        "import hashlib\nfrom tests.export.drawn_lines import page_of\n"
        f"print(hashlib.sha256(page_of({lines!a})).hexdigest())"
    )
    command = [sys.executable, "-c", program]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == here


def test_no_script_with_a_font_is_drawn_in_boxes() -> None:
    fonts = {piece.font for line in SCRIPTS for piece in pieces(printable(line), BOLD)}
    boxed = {p.text for line in SCRIPTS for p in pieces(line, BOLD) if p.font == CODE_BOXES}
    assert boxed == {"\uf0b7", "\uf03e", "\U0001f9ec"}
    assert fonts >= {"NotoSansArabic-Bold", "NotoSansHebrew-Bold", "NotoSansThai-Bold"}


def test_spaces_at_the_end_of_a_line_take_no_room_within_it() -> None:
    for line in ("שלום אב", "قلب", "β ≥ 5"):
        bare, spaced = (places_of(page_of([text])) for text in (line, f"{line}  "))
        assert spaced[: len(bare)] == bare
        assert said_by(page_of([f"{line}  "])) == f"{line}  "


def test_a_glyph_without_ink_is_no_glyph() -> None:
    (piece,) = pieces("\uac02", REGULAR)
    assert piece.font == CODE_BOXES


def test_a_line_is_drawn_in_as_many_fonts_as_it_takes() -> None:
    assert text_of(page_of(["β ≥ 5 µg 研究 연구", "plain"])) == "β ≥ 5 µg 研究 연구\r\nplain"


def test_a_box_says_the_character_for_which_it_stands() -> None:
    assert text_of(page_of(["a\uf0b7b \U0001f9ec ܫ x"])) == "a\uf0b7b \U0001f9ec ܫ x"


def test_a_line_is_as_wide_as_its_font() -> None:
    assert line_width("Medium", BOLD) > line_width("Medium", REGULAR) > 0


def test_pieces_name_a_font_that_has_the_glyphs() -> None:
    found = [(piece.font, piece.text) for piece in pieces("a≥한林ب\U0001f600\U00020bb7", REGULAR)]
    assert found == [
        ("NotoSans-Regular", "a"),
        ("NotoSansMath-Regular", "≥"),
        ("NanumSquareR", "한"),
        ("DroidSansFallbackFull", "林"),
        ("NotoSansArabic-Regular", "ب"),
        ("DejaVuSans", "\U0001f600"),
        (CODE_BOXES, "\U00020bb7"),
    ]


def test_status_shapes_and_signs_of_records_all_have_glyphs() -> None:
    signs = "‖●○■✕✓◆◐≤≥±µ°→∞≠≈⅓½①Ⅳ℃㎡™€αβγδεκλμЖƐǂș⁺₂ﬁ−∙⩾△"
    fonts = {piece.font for sign in signs for piece in pieces(sign, REGULAR)}
    assert CODE_BOXES not in fonts


def test_a_letter_with_more_marks_than_a_reader_takes_of_one_glyph_is_read_whole() -> None:
    text = "q" + "\u0301\u0327\u0302" * 60 + " end"
    page = page_of([text])
    assert normalize("NFC", text_of(page)) == normalize("NFC", text)
    with pikepdf.open(BytesIO(page)) as pdf:
        maps = [font.ToUnicode.read_bytes() for font in pdf.pages[0].Resources.Font.values()]
    said = [part for one in maps for part in re.findall(rb"<([0-9A-F]+)>", one)]
    assert max(map(len, said)) <= 4 * 63


def test_where_a_font_takes_no_more_glyphs_no_character_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hebrew = pieces("שלום", REGULAR)[0].font
    monkeypatch.setattr(EmbeddedFont, "composed", lambda font, parts, advance, text: "")
    for text, name in (("q\u0301\u0327x", REGULAR), ("שָׁלוֹם", hebrew)):
        # Not remembered, since other tests draw the same.
        word = shaped.__wrapped__(text, name, is_leftward=name == hebrew, is_bold=False)
        assert sorted(word.drawn) == sorted(text)
        assert word.width > 0
