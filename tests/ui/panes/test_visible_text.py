import pytest

from desktop_app.ui.panes.visible_text import tooltip_text, visible_text


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("plain words ≥ 3 µg, Ünïcode 日本", "plain words ≥ 3 µg, Ünïcode 日本"),
        ("a\x00b\x1bc\x7fd\x85e", "a\ufffdb\ufffdc\ufffdd\ufffde"),
        ("one\r\ntwo\rthree\u2029four\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("tab\there", "tab here"),
        ("safe \u202etxt.exe\u202c", "safe ⟦RLO⟧txt.exe⟦PDF⟧"),
        ("\u2066x\u2069", "⟦LRI⟧x⟦PDI⟧"),
        ("frame \ufdd0 and \ufffc", "frame \ufffd and \ufffd"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("marks \u200e\u200f stay", "marks \u200e\u200f stay"),
    ],
)
def test_what_deceives_the_eye_becomes_visible(written: str, seen: str) -> None:
    assert visible_text(written) == seen


def test_tool_tip_shows_markup_as_text() -> None:
    assert tooltip_text("a <b>&\nc") == "<span>a &lt;b&gt;&amp;<br>c</span>"
