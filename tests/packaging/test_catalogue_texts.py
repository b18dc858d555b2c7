import pytest
from catalogue_checks import faults
from catalogue_texts import Text, merged, texts_of_models, texts_of_module

SOURCE = b"""
# Translators: On a button.
_("Copy")
N_("Kept for later")
ngettext("{count} site", "{count} sites", n)
pgettext("sex", "All")
_(words)
"""


def test_marked_texts_are_found_with_hints_plurals_and_contexts() -> None:
    assert list(texts_of_module(SOURCE)) == [
        Text("Copy", comment="On a button."),
        Text("Kept for later"),
        Text("{count} site", plural="{count} sites"),
        Text("All", "sex"),
    ]


def test_labels_of_elements_and_terms_of_lists_are_texts() -> None:
    texts = {text.key for text in texts_of_models()}
    assert ("", "Overall Recruitment Status") in texts
    assert ("Sex", "All") in texts
    assert ("DesignMasking within a sentence", "none (open label)") in texts


def test_a_text_is_there_once_with_all_its_hints() -> None:
    assert merged((Text("A", comment="One."), Text("A"), Text("A", comment="Two."))) == (
        Text("A", comment="One.\nTwo."),
    )


def test_a_text_has_one_plural() -> None:
    with pytest.raises(ValueError, match="two plurals"):
        merged((Text("one", plural="many"), Text("one", plural="several")))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (Text("{count} of {total}"), "{count} de"),
        (Text("&Copy"), "Copiar"),
        (Text("&Copy"), "&Co&piar"),
        (Text("Save…"), "Guardar"),
        (Text("Save"), "Guardar…"),
        (Text("One\nTwo"), "Uno"),
        (Text("Page "), "Página"),
        (Text("Page"), " "),
    ],
)
def test_a_translation_keeps_what_the_program_needs(text: Text, form: str) -> None:
    assert list(faults(text, (form,), 2))


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (Text("{count} of {total}"), ("{total}中的{count}",)),
        (Text("&File"), ("文件(&F)",)),
        (Text("Drag && drop"), ("Arrastrar",)),
        (Text(", ", "between"), ("、",)),
        (Text("{count} site", plural="{count} sites"), ("un centro", "{count} centros")),
    ],
)
def test_a_good_translation_is_taken(text: Text, forms: tuple[str, ...]) -> None:
    assert list(faults(text, forms, 2)) == []


def test_a_plural_needs_every_form_of_the_language() -> None:
    text = Text("{count} site", plural="{count} sites")
    assert list(faults(text, ("{count} 个",), 1)) == []
    assert list(faults(text, ("{count} Ort",), 2))
    assert list(faults(text, ("{count} Ort", "{number} Orte"), 2))
