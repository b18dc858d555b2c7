"""What makes no sense is told in the spoken language, also where the library finds it."""

from pathlib import Path

import pytest

from desktop_app.command_line import main
from desktop_app.command_line.first_reading import parse_arguments


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


@pytest.mark.parametrize(
    ("word", "command"),
    [("serach", "search"), ("Fetch", "fetch"), ("export-libary", "export-library")],
)
def test_a_misspelt_command_opens_no_window(
    word: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main((word, "asthma"))
    assert end.value.code == 2
    assert f"there is no command {word}; try {command}" in capsys.readouterr().err


def test_files_and_other_words_are_no_misspelt_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "serach").write_bytes(b"")
    for word in ("serach", "asthma", "NCT01234567", "./serach2", "fetch.json"):
        assert parse_arguments([word]).inputs == (word,)


def test_words_that_are_to_be_left_out_of_a_search_are_no_options() -> None:
    options = parse_arguments(["search", "--limit", "3", "asthma", "-child", "-status:completed"])
    assert " ".join(options.inputs).split() == ["asthma", "-child", "-status:completed"]
    assert options.limit == 3
    with pytest.raises(SystemExit):
        parse_arguments(["search", "asthma", "--child"])
