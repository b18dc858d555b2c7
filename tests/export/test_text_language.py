"""English text in files of other languages."""

from gettext import NullTranslations

import pytest

from desktop_app.export.text_language import language_of
from desktop_app.languages import speaking_aside

SENTENCE = "Participants must be able to give informed consent"


@pytest.mark.parametrize("language", ["es", "fr", "de", "zh_CN"])
def test_a_sentence_of_the_record_is_english(language: str) -> None:
    with speaking_aside(language, NullTranslations()):
        assert language_of(SENTENCE) == "en"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Este estudio no es un consejo médico; hable con el equipo"),
        ("es", "Criterios de inclusión"),
        ("fr", "Registre ClinicalTrials.gov, version du 2026-11-22"),
        ("fr", "12 participants (estimation)"),
        ("de", "Die Studie war offen, was die Sites wissen"),
        ("de", "Primäre Endpunkte"),
        ("zh_CN", "记录 NCT03816852 的版本"),
        ("zh_CN", "NCT03816852"),
        ("es", "Placebo"),
    ],
)
def test_words_of_the_language_are_no_english(language: str, text: str) -> None:
    with speaking_aside(language, NullTranslations()):
        assert language_of(text) == ""


def test_a_file_in_english_marks_nothing() -> None:
    assert language_of(SENTENCE) == ""
