"""The catalogues that are shipped: of all texts, well made, and compiled as they stand."""

import pytest
from catalogue_checks import faults
from catalogue_files import mo_bytes, po_text
from catalogue_glossary import glossary_faults
from catalogue_texts import all_texts
from catalogues import LANGUAGES, catalogue_of, catalogue_path

from desktop_app import languages
from desktop_app.languages import ENGLISH, N_, _, speaking
from desktop_app.presentation.wording import NO_LIMIT, NOT_APPLICABLE, NOT_STATED
from desktop_app.resource_files import resource_path

ALL_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)


def test_the_tools_and_the_program_know_the_same_languages() -> None:
    assert {*LANGUAGES, ENGLISH} == set(languages.LANGUAGES)


@ALL_LANGUAGES
def test_a_catalogue_has_the_texts_of_the_code(language: str) -> None:
    """Brought about by ``packaging/catalogues.py update``."""
    held = {(text.key, text.plural) for text in catalogue_of(language).texts}
    assert held == {(text.key, text.plural) for text in all_texts()}


@ALL_LANGUAGES
def test_what_the_program_reads_is_what_people_edit(language: str) -> None:
    """Brought about by ``packaging/catalogues.py compile``."""
    path, catalogue = catalogue_path(language), catalogue_of(language)
    assert path.with_suffix(".mo").read_bytes() == mo_bytes(catalogue)
    assert path.read_text(encoding="utf-8") == po_text(catalogue)


@ALL_LANGUAGES
def test_translations_keep_what_the_program_needs(language: str) -> None:
    catalogue = catalogue_of(language)
    wrong = [
        (text.id, fault)
        for text in catalogue.texts
        if (forms := catalogue.translations.get(text.key))
        for fault in faults(text, forms, catalogue.plural_count)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", [ENGLISH, *LANGUAGES])
def test_what_is_not_there_is_said_in_different_words(language: str) -> None:
    with speaking(language):
        said = {_(words) for words in (NOT_STATED, NO_LIMIT, NOT_APPLICABLE, N_("Yes"), N_("No"))}
    assert len(said) == 5


@ALL_LANGUAGES
def test_a_glossary_explains_the_same_words(language: str) -> None:
    if resource_path("glossary", f"{language}.json").exists():
        assert glossary_faults(language) == ()
