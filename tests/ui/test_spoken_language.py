from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from desktop_app import conventions, languages
from desktop_app.conventions import Form
from desktop_app.study.dates import PartialDate
from desktop_app.ui.keys.key_words import key_words
from desktop_app.ui.looks.theme import can_write, usable_font
from desktop_app.ui.settings import Settings
from desktop_app.ui.spoken_language import (
    language_for,
    locale_for,
    speak_as_chosen,
    translate_qt,
)

_SPANIARD = {"LANG": "es_ES.UTF-8"}


@pytest.mark.parametrize(
    ("chosen", "variables", "language"),
    [
        ("", {}, "en"),
        ("", _SPANIARD, "es"),
        ("de", _SPANIARD, "de"),
        ("en", _SPANIARD, "en"),
        ("tlh", _SPANIARD, "es"),
    ],
)
def test_what_somebody_chose_goes_before_what_the_environment_says(
    chosen: str, variables: Mapping[str, str], language: str
) -> None:
    assert language_for(chosen, variables, ["fr-FR"], "linux") == language


@pytest.mark.parametrize("platform", ["win32", "darwin"])
@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        (["de-Latn-AT", "de-AT", "de"], "de"),
        (["pt-BR", "pt", "fr-CA", "fr"], "fr"),
        (["zh-Hans-SG", "zh-SG", "zh-Hans", "zh"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW", "zh-Hant", "zh"], "en"),
        ([], "en"),
    ],
)
def test_other_systems_are_asked_for_their_languages(
    platform: str, wishes: list[str], language: str
) -> None:
    assert language_for("", _SPANIARD, wishes, platform) == language


@pytest.mark.parametrize(
    ("language", "system", "expected"),
    [
        ("de", "de_AT", "de_AT"),
        ("de", "en_US", "de_DE"),
        ("en", "en_GB", "en_GB"),
        ("en", "de_DE", "en_US"),
        ("en", "C", "C"),
        ("zh_CN", "C", "zh_CN"),
    ],
)
def test_qt_writes_as_the_system_where_that_speaks_the_language(
    language: str, system: str, expected: str
) -> None:
    assert locale_for(language, QLocale(system)).name() == expected


@pytest.mark.parametrize(
    ("language", "cancel", "save_key"),
    [
        ("es", "Cancelar", "Control+S"),
        ("fr", "Annuler", "Ctrl+S"),
        ("de", "Abbrechen", "Strg+S"),
        ("zh_CN", "取消", "Ctrl+S"),
    ],
)
def test_qt_says_its_own_texts_in_the_language(
    qapp: QApplication, language: str, cancel: str, save_key: str
) -> None:
    translator = translate_qt(qapp, language)
    assert translator is not None
    try:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        text = buttons.button(QDialogButtonBox.StandardButton.Cancel).text()
        assert text.replace("&", "") == cancel
        assert key_words("Ctrl+S") == save_key
    finally:
        qapp.removeTranslator(translator)
    assert QKeySequence("Ctrl+S").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+S"


def test_qt_speaks_english_by_itself(qapp: QApplication) -> None:
    assert translate_qt(qapp, "en") is None
    assert translate_qt(qapp, "tlh") is None


@pytest.fixture
def spoken_before(qapp: QApplication) -> Iterator[None]:
    """Gives back what was spoken before a test, by Qt too."""
    locale = QLocale()
    with languages.speaking("en"), conventions.following(Form.RECORD):
        yield
    QLocale.setDefault(locale)
    for translator in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize(
    ("settings", "system", "written"),
    [
        (Settings(date_form="iso"), "en_US", "2025-12-04"),
        (Settings(), "C", "2025-12-04"),
        (Settings(), "en_US", "Dec 4, 2025"),
        (Settings(), "en_GB", "4 Dec 2025"),
        (Settings(language="en"), "C", "4 Dec 2025"),
    ],
)
def test_dates_follow_the_setting_and_the_system(
    qapp: QApplication, spoken_before: None, settings: Settings, system: str, written: str
) -> None:
    speak_as_chosen(qapp, settings, QLocale(system), {})
    assert conventions.date_text(PartialDate(2025, 12, 4)) == written


def test_fonts_of_the_system_are_asked_for_letters_and_not_for_names() -> None:
    assert can_write(QFont(), "Abc")
    assert not can_write(QFont(), "\U0010fffd")


def test_chinese_can_be_written_where_the_system_has_no_font_for_it(qapp: QApplication) -> None:
    before = qapp.font()
    with languages.speaking("zh_CN"):
        font = usable_font(qapp)
    qapp.setFont(before)
    assert can_write(font, "试验，研究")
