"""Every text is translated into every language, and every word explained."""

import pytest
from catalogue_glossary import glossary_faults
from catalogues import LANGUAGES, catalogue_of

ALL_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)


@ALL_LANGUAGES
def test_every_text_is_translated(language: str) -> None:
    assert [text.key for text in catalogue_of(language).untranslated()] == []


@ALL_LANGUAGES
def test_the_glossary_is_translated(language: str) -> None:
    assert glossary_faults(language) == ()
