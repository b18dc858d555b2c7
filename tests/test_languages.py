"""The language of the application's own words."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop_app import languages
from desktop_app.languages import (
    _,
    catalogue_path,
    closest_language,
    language_tag,
    ngettext,
    pgettext,
    speak,
    speaking,
    speaking_aside,
    spoken_language,
    wanted_language,
)
from tests.pseudo_language import PseudoTranslations, pseudo


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "de_AT.UTF-8", "LC_ALL": "fr_CA"}, "fr"),
        ({"LANGUAGE": "pt:es:en", "LANG": "pt_BR.UTF-8"}, "es"),
        ({"LANGUAGE": "de:en", "LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANGUAGE": "de:en"}, "de"),
        ({"LANG": "zh_CN.GB18030"}, "zh_CN"),
        ({"LANG": "zh_TW.UTF-8"}, "en"),
    ],
)
def test_the_environment_decides_the_language(variables: dict[str, str], language: str) -> None:
    assert wanted_language(variables) == language


@pytest.mark.parametrize(
    ("name", "language"),
    [("zh-Hans", "zh_CN"), ("zh-Hant-CN", ""), ("es-419", "es"), ("ca@valencia", ""), ("", "")],
)
def test_a_locale_has_a_closest_language(name: str, language: str) -> None:
    assert closest_language(name) == language


def test_a_language_without_a_catalogue_is_english() -> None:
    speak("tlh")
    assert spoken_language() == "en"
    assert _("Copy") == "Copy"


@pytest.mark.parametrize("cut", [0, 3, 24, 400, 20_000, -1])
def test_a_broken_catalogue_is_english(
    cut: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = catalogue_path("de").with_suffix(".mo").read_bytes()
    (tmp_path / "trialviewer.mo").write_bytes(whole[:cut])
    monkeypatch.setattr(languages, "catalogue_path", lambda _language: tmp_path / "trialviewer.po")
    languages._catalogue.cache_clear()
    try:
        with speaking_aside("de"):
            assert spoken_language() == "en"
            assert _("Copy") == "Copy"
    finally:
        languages._catalogue.cache_clear()


def test_an_empty_text_stays_empty_in_every_language() -> None:
    with speaking("en", PseudoTranslations()):
        assert _("") == pgettext("sex", "") == ""


def test_the_language_before_comes_back() -> None:
    with speaking("en", PseudoTranslations()):
        assert ngettext("{count} site", "{count} sites", 2) == pseudo("{count} sites")
    assert ngettext("{count} site", "{count} sites", 2) == "{count} sites"


def test_what_one_thread_speaks_aside_no_other_thread_hears() -> None:
    with ThreadPoolExecutor(1) as other, speaking_aside("es", PseudoTranslations()):
        assert (_("Copy"), spoken_language()) == (pseudo("Copy"), "es")
        assert other.submit(_, "Copy").result() == "Copy"
        assert other.submit(spoken_language).result() == "en"
    assert (_("Copy"), spoken_language()) == ("Copy", "en")


def test_no_language_aside_is_that_of_the_process() -> None:
    with speaking("en", PseudoTranslations()), speaking_aside(""):
        assert _("Copy") == pseudo("Copy")


def test_other_programs_have_names_of_their_own_for_languages() -> None:
    with speaking_aside("zh_CN", PseudoTranslations()):
        assert language_tag() == "zh-CN"


def test_the_pseudo_language_keeps_values_and_keys() -> None:
    assert pseudo("&Open {name}…") == "⟦&Öpéñ {name}…~~⟧"
