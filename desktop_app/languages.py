"""The language of the application's own words: what the window, the paper and the terminal say.

One language is spoken by the whole process, as with its locale. Words are looked up when they are
said and not when a module is imported: mark a constant with ``N_`` and say it with ``_``.

- ``_("Copy")`` says a text, ``_("{count} of {total} shown").format(count=…)`` one with values;
  f-strings cannot be translated. What a record holds is a value and never a text to translate.
- ``ngettext("{count} site", "{count} sites", n).format(count=…)`` says one that counts.
- ``pgettext("sex", "All")`` says one whose word alone is ambiguous.

The catalogues are ``resources/languages/LANGUAGE/trialviewer.po``, with the compiled ``.mo`` beside
each; ``packaging/catalogues.py`` brings both up to date.
"""

import gettext
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from desktop_app.resource_files import resource_path

ENGLISH = "en"
LANGUAGES: Mapping[str, str] = {
    ENGLISH: "English",
    "es": "Español",
    "fr": "Français",
    "de": "Deutsch",
    "zh_CN": "简体中文",
}
"""Each language by its own name, since that is what its speakers look for."""

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


class _Spoken:
    """What is spoken; a process has one, as it has one locale."""

    def __init__(
        self, language: str = ENGLISH, catalogue: gettext.NullTranslations | None = None
    ) -> None:
        self.language = language
        self.catalogue = catalogue or gettext.NullTranslations()


_spoken = _Spoken()
_aside: ContextVar[_Spoken | None] = ContextVar("_aside", default=None)
"""What a thread speaks by itself."""


def N_(text: str) -> str:
    """Mark a text that is said elsewhere, by ``_``."""
    return text


def _(text: str) -> str:
    """Return a text in the spoken language."""
    return _speech().catalogue.gettext(text) if text else text


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return a text in the form that the language has for a count."""
    return _speech().catalogue.ngettext(singular, plural, count)


def pgettext(context: str, text: str) -> str:
    """Return a text in the spoken language, where its context decides the word."""
    return _speech().catalogue.pgettext(context, text) if text else text


def spoken_language() -> str:
    """Return the key in ``LANGUAGES`` of what is spoken."""
    return _speech().language


def spoken_catalogue() -> gettext.NullTranslations:
    """Return what translates, as a key for whatever is kept of its texts."""
    return _speech().catalogue


def language_tag() -> str:
    """Return what is spoken as files and other programs name it (BCP 47): ``zh-CN``."""
    return spoken_language().replace("_", "-")


def _speech() -> _Spoken:
    return _aside.get() or _spoken


def speak(language: str) -> None:
    """Speak a language from now on; one that has no catalogue is English."""
    made = _speech_in(language)
    _spoken.language, _spoken.catalogue = made.language, made.catalogue


def _speech_in(language: str) -> _Spoken:
    catalogue = _catalogue(language)
    return _Spoken(language, catalogue) if catalogue else _Spoken()


@contextmanager
def speaking_aside(
    language: str, catalogue: gettext.NullTranslations | None = None
) -> Iterator[None]:
    """Speak a language in this thread alone for a while, as a sheet for somebody else needs it.

    All other threads, such as that of the window, go on in the language of the process. An empty
    language is that one.
    """
    made = _speech_in(language) if language else None
    if catalogue is not None:
        made = _Spoken(language, catalogue)
    token = _aside.set(made)
    try:
        yield
    finally:
        _aside.reset(token)


@contextmanager
def speaking(language: str, catalogue: gettext.NullTranslations | None = None) -> Iterator[None]:
    """Speak a language for a while, or what another catalogue makes of each text."""
    before = _spoken.language, _spoken.catalogue
    speak(language)
    if catalogue is not None:
        _spoken.catalogue = catalogue
    try:
        yield
    finally:
        _spoken.language, _spoken.catalogue = before


@cache
def _catalogue(language: str) -> gettext.NullTranslations | None:
    if language not in LANGUAGES or language == ENGLISH:
        return None
    try:
        with catalogue_path(language).with_suffix(".mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except (OSError, ValueError, LookupError, struct.error):
        # It is not there, or what is there is broken: words in English are better than none.
        return None


def catalogue_path(language: str) -> Path:
    """Return where the texts of a language stand, whether or not they are there."""
    return resource_path("languages", language, "trialviewer.po")


def wanted_language(variables: Mapping[str, str]) -> str:
    """Return what the environment asks for, by the rules of gettext: ``es`` for ``es_MX.UTF-8``.

    Where it asks for no language at all, as scripts do with ``LC_ALL=C``, that is English.
    """
    locale = next((variables[name] for name in _VARIABLES[1:] if variables.get(name)), "")
    if locale in ("C", "POSIX"):
        return ENGLISH
    asked = next((variables[name] for name in _VARIABLES if variables.get(name)), "")
    for wish in asked.split(":"):
        if language := closest_language(wish):
            return language
    return ENGLISH


def closest_language(name: str) -> str:
    """Return the key in ``LANGUAGES`` for a name of a locale, or empty: ``zh_CN`` for ``zh-Hans``.

    Traditional Chinese is another way of writing, so it is not served by the simplified one.
    """
    parts = name.split(".")[0].split("@")[0].replace("-", "_").split("_")
    if parts[0].lower() == "zh":
        traditional = {"Hant", "TW", "HK", "MO"} & set(parts)
        return "" if traditional else "zh_CN"
    return parts[0].lower() if parts[0].lower() in LANGUAGES else ""
