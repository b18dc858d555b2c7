"""The command line speaks and writes as the environment asks for."""

import json
from pathlib import Path

import pytest

from desktop_app.command_line import asked
from desktop_app.command_line.first_reading import parse_arguments
from desktop_app.command_line.main import main
from desktop_app.command_line.parser import _said
from desktop_app.languages import speaking, spoken_language
from desktop_app.resource_files import resource_path
from tests.pseudo_language import PseudoTranslations, pseudo

SAMPLE = resource_path("samples", "NCT03816852.json")


@pytest.mark.parametrize(
    ("arguments", "variables", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "es_MX.UTF-8"}, "es"),
        (["brief", "--language", "fr"], {"LANG": "es_MX.UTF-8"}, "fr"),
        (["--language=zh-Hans", "brief"], {"LANG": "es_MX.UTF-8"}, "zh_CN"),
        (["brief", "--language", "en"], {"LANG": "es_MX.UTF-8"}, "en"),
        (["brief", "--language", "tlh"], {"LANG": "es_MX.UTF-8"}, "es"),
        (["brief", "--language"], {"LANG": "es_MX.UTF-8"}, "es"),
    ],
)
def test_the_arguments_decide_what_is_spoken_then_the_environment(
    arguments: list[str], variables: dict[str, str], language: str
) -> None:
    with asked.spoken_as_asked(arguments, variables):
        assert spoken_language() == language
    assert spoken_language() == "en"


@pytest.mark.parametrize(
    ("variables", "paper"),
    [
        ({}, "a4"),
        ({"LANG": "C.UTF-8"}, "a4"),
        ({"LANG": "de_DE.UTF-8"}, "a4"),
        ({"LANG": "en_US.UTF-8"}, "letter"),
        ({"LANG": "es_MX.UTF-8"}, "letter"),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "en_GB.UTF-8"}, "a4"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "en_US.UTF-8"}, "letter"),
    ],
)
def test_the_paper_is_that_of_the_country(
    variables: dict[str, str], paper: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_PAPER", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert parse_arguments(["brief", "NCT03816852"]).paper == paper
    assert parse_arguments(["brief", "NCT03816852", "--paper", "a4"]).paper == "a4"


def test_a_language_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["brief", str(SAMPLE), "--language", "tlh"])
    assert ended.value.code == 2
    assert "none of the languages: en, es, fr, de, zh_CN" in capsys.readouterr().err


@pytest.mark.parametrize(
    "message",
    [
        "the following arguments are required: ID-or-FILE",
        "unrecognized arguments: --lot --more",
        "argument --as: expected one argument",
        "argument --pane: invalid choice: 'x' (choose from 'a', 'b')",
    ],
)
def test_what_the_library_finds_fault_with_is_said_in_the_spoken_language(message: str) -> None:
    with speaking("en", PseudoTranslations()):
        said = _said(message)
    assert said.startswith("⟦")
    assert _said(message) == message


def test_a_fault_that_is_not_known_is_said_as_it_is() -> None:
    with speaking("en", PseudoTranslations()):
        assert _said("something else") == "something else"


def test_help_is_in_the_spoken_language(capsys: pytest.CaptureFixture[str]) -> None:
    with speaking("en", PseudoTranslations()), pytest.raises(SystemExit):
        parse_arguments(["--help"])
    told = capsys.readouterr().out
    for text in ("usage: ", "options", "commands:", "find studies in the library"):
        assert pseudo(text) in told


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ("what is meant:\n", "options:\n")),
        ("fr", ("arguments\u00a0:\n", "options\u00a0:\n")),
    ],
)
def test_headings_of_the_help_have_the_colon_of_the_language(
    language: str, headings: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with speaking(language), pytest.raises(SystemExit):
        parse_arguments(["show", "--help"])
    told = capsys.readouterr().out
    assert [one for one in headings if f"\n{one}" in told] == list(headings)


def test_what_is_for_other_programs_is_the_same_in_every_language(
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ["show", str(SAMPLE), "--as", "json", "--pane", "summary"]
    main(arguments)
    english = json.loads(capsys.readouterr().out)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", "de")
        patch.setenv("LANG", "de_DE.UTF-8")
        main(arguments)
    assert json.loads(capsys.readouterr().out) == english


@pytest.mark.parametrize("language", ["es", "zh_CN"])
def test_a_sheet_is_written_in_the_language_that_is_asked_for(
    language: str, tmp_path: Path
) -> None:
    target = tmp_path / "sheet.pdf"
    assert main(["handout", str(SAMPLE), "--language", language, "-o", str(target)]) == 0
    tag = language.replace("_", "-").encode()
    assert b"<rdf:li>" + tag + b"</rdf:li>" in target.read_bytes()
