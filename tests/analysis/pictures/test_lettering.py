from desktop_app.analysis.pictures.lettering import wrapped
from desktop_app.analysis.pictures.shapes import Type


class CountingMeasure:
    """Letters of one width; counts how many of them it was asked to measure."""

    em = 10.0

    def __init__(self) -> None:
        self.measured = 0

    def width(self, text: str, type: Type) -> float:
        self.measured += len(text)
        return 10.0 * len(text)

    def line_height(self, type: Type) -> float:
        return 12.0

    def ascent(self, type: Type) -> float:
        return 9.0


def test_a_word_that_is_too_long_is_broken_and_loses_nothing() -> None:
    word = "".join(chr(0x4E00 + number) for number in range(1000))
    for width in (5, 10, 90, 160, 170, 333, 20_000):
        lines = wrapped(word, width, Type.BODY, CountingMeasure())
        assert "".join(lines) == word
        assert all(len(line) == max(1, width // 10) for line in lines[:-1])


def test_of_a_huge_word_no_more_is_measured_than_may_fit() -> None:
    measure = CountingMeasure()
    lines = wrapped("x" * 100_000, 200, Type.BODY, measure)
    assert len(lines) == 5000
    assert measure.measured < 30 * 100_000


def test_chinese_breaks_between_its_letters_and_its_signs_stay_beside_them() -> None:
    measure = CountingMeasure()
    words = "12 名参与者（未说明计划或实际）"
    assert wrapped(words, 160, Type.BODY, measure) == ("12 名参与者（未说明计划或实", "际）")
    assert wrapped(words, 80, Type.BODY, measure) == ("12 名参与者", "（未说明计划或实", "际）")
    lines = wrapped("“是”表示符合，“否”表示不符合。", 90, Type.BODY, measure)
    assert lines == ("“是”表示符合，", "“否”表示不符合。")
    assert wrapped("参与者接受PD-L1抗体", 60, Type.BODY, measure) == ("参与者接受", "PD-L1抗", "体")


def test_letters_that_part_at_blanks_are_left_whole() -> None:
    text = "It’s “so” … 시험 참여자"
    assert wrapped(text, 60, Type.BODY, CountingMeasure()) == ("It’s", "“so” …", "시험 참여자")
