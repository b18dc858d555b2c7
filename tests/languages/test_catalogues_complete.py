"""Every text is translated into every language, and every word explained."""

import json
import re

import pytest
from catalogue_glossary import glossary_faults
from catalogues import LANGUAGES, catalogue_of

from desktop_app.resource_files import resource_path

ALL_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)


@ALL_LANGUAGES
def test_every_text_is_translated(language: str) -> None:
    assert [text.key for text in catalogue_of(language).untranslated()] == []


@ALL_LANGUAGES
def test_the_glossary_is_translated(language: str) -> None:
    assert glossary_faults(language) == ()


def test_french_signs_do_not_part_from_their_words() -> None:
    said = [form for forms in catalogue_of("fr").translations.values() for form in forms]
    said += json.loads(resource_path("glossary", "fr.json").read_text("utf-8"))["sections"].values()
    assert not [text for text in said if re.search(r" [;:!?»](?:\s|$)|« ", text)]
