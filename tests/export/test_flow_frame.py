"""Running heads and feet of flowed pages."""

import pytest

from desktop_app.export.flow.frame import Frame, framed
from desktop_app.export.paper import BOX_WIDTH, Paper
from desktop_app.export.pdf.pages import SetPage
from desktop_app.export.typesetting.blocks import Block, Text
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.setting import Setting


def frame(head: str) -> Frame:
    return Frame(Setting(LineBreaker(), 10.0, 0.5), head, "record of 2026-01-01", "foot")


def lines(block: Block) -> list[str]:
    own = [line for mark in block.marks if isinstance(mark, Text) for line in mark.lines]
    return own + [line for _, _, part in block.parts for line in lines(part)]


def head_of(page: SetPage) -> str:
    return lines(page.placed[0].block)[0]


def test_pages_are_counted_and_the_first_has_no_head() -> None:
    pages = framed([(), ()], frame("A title"), Paper.A4, before=1, total=4)
    assert [lines(placed.block)[-1] for placed in pages[0].placed] == [
        "record of 2026-01-01",
        "page 2 of 4",
    ]
    (alone,) = framed([()], frame("A title"), Paper.A4)
    assert [lines(placed.block) for placed in alone.placed] == [["foot", "page 1 of 1"]]


def test_a_head_that_fits_is_whole() -> None:
    _, second = framed([(), ()], frame("A title of  a study"), Paper.A4)
    assert head_of(second) == "A title of a study"


@pytest.mark.parametrize("count", [30, 30_000])
def test_a_head_has_as_many_words_as_fit_and_a_mark_that_there_are_more(count: int) -> None:
    chosen = frame(" ".join(f"word{number}" for number in range(count)))
    _, second = framed([(), ()], chosen, Paper.A4)
    *words, mark = head_of(second).split()
    assert mark == "…"
    assert words == [f"word{number}" for number in range(len(words))]
    setting, style = chosen.setting, chosen.setting.small
    room = BOX_WIDTH - setting.width(chosen.head_end, style) - 2 * setting.size
    longer = " ".join((*words, f"word{len(words)}", "…"))
    assert setting.width(head_of(second), style) <= room < setting.width(longer, style)


def test_a_head_of_one_endless_word_is_a_mark_alone() -> None:
    _, second = framed([(), ()], frame("x" * 10_000), Paper.A4)
    assert head_of(second) == "…"
