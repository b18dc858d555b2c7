"""What makes no sense is told in the spoken language, also where the library finds it."""

import pytest

from desktop_app.command_line import main


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("downloads", "--resume", "1", "--forget", "2"),
            "<argument --forget: <not allowed with argument --resume>>",
        ),
        (
            ("updates", "--tag", "Ward 7", "--all"),
            "<argument --all: <not allowed with argument --tag>>",
        ),
        (("show",), "<the following arguments are required: ID-or-FILE>"),
        (("show", "a.json", "--pane"), "<argument --pane: <expected one argument>>"),
        (("check", "--bogus"), "<unrecognized arguments: --bogus>"),
    ],
)
def test_what_the_library_says_is_said_in_the_spoken_language(
    words: tuple[str, ...],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("desktop_app.command_line.parser._", lambda text: f"<{text}>")
    with pytest.raises(SystemExit):
        main(words)
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("words", [("",), (" ",), ("asthma", "")])
def test_a_search_for_nothing_is_told_as_such(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(("search", *words))
    assert end.value.code == 2
    assert "there is nothing to search for" in capsys.readouterr().err
