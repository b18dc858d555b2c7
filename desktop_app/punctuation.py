"""How the spoken language joins words: lists, labels, notes in brackets, sentences."""

from collections.abc import Iterable

from desktop_app.languages import pgettext

_NO_WIDTH = "\u200b"


def listed(parts: Iterable[str]) -> str:
    """Return short parts as a list: ``a, b, c``; empty ones are left out."""
    # Translators: What stands between parts of a list: a comma and a blank, or 、 in Chinese.
    return pgettext("between short parts of a list", ", ").join(filter(None, parts))


def listed_long(parts: Iterable[str]) -> str:
    """Return parts that may hold commas as a list: ``a; b; c``; empty ones are left out."""
    # Translators: What stands between parts of a list that may hold commas themselves.
    return pgettext("between long parts of a list", "; ").join(filter(None, parts))


def labelled(label: str, value: str) -> str:
    """Return a value behind its label: ``Sex: Female``."""
    # Translators: A label and what is said under it, with the colon of the language.
    return pgettext("label and value", "{label}: {value}").format(label=label, value=value)


def with_note(words: str, note: str) -> str:
    """Return words with a note in brackets: ``12 (estimated)``; the words alone without one."""
    if not note:
        return words
    # Translators: Words and a note on them, with the brackets of the language.
    return pgettext("words and note", "{words} ({note})").format(words=words, note=note)


def joined_sentences(sentences: Iterable[str]) -> str:
    """Return sentences one after the other."""
    # Translators: What stands between two sentences: a blank, or nothing in Chinese, for which a
    # blank without width (U+200B) is written, since no translation may be empty.
    between = pgettext("between sentences", " ").replace(_NO_WIDTH, "")
    return between.join(filter(None, sentences))


def as_recorded(parts: Iterable[str]) -> str:
    """Return the record's own words one after the other, as no language changes: a place."""
    return ", ".join(filter(None, parts))


def capitalized(words: str) -> str:
    """Return words as they begin a sentence; the other way round would be wrong in German."""
    return words[:1].upper() + words[1:]


def said_within(label: str) -> str:
    """Return a label as it stands within a sentence: ``primary purpose``."""
    # Translators: Whether labels begin with a small letter within a sentence: yes, or no in German.
    if pgettext("labels begin small within a sentence", "yes") != "yes" or label[1:2].isupper():
        return label
    return label[:1].lower() + label[1:]
