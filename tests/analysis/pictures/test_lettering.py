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
