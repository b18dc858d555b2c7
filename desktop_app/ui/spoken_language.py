"""Which language the window speaks, and Qt with it: its own buttons, dialogs and names of keys."""

import sys
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop_app import conventions
from desktop_app.languages import (
    ENGLISH,
    LANGUAGES,
    closest_language,
    speak,
    spoken_language,
    wanted_language,
)
from desktop_app.systems import has_locale_variables
from desktop_app.ui.settings import Settings


def speak_as_chosen(
    app: QCoreApplication, settings: Settings, system: QLocale, variables: Mapping[str, str]
) -> None:
    """Speak what the settings say, or else the system, and write dates and numbers likewise.

    To be called before the first widget is made: nothing that is shown says itself anew.
    """
    speak(language_for(settings.language, variables, system.uiLanguages()))
    language = spoken_language()
    QLocale.setDefault(locale_for(language, system))
    written = system.name() if language == ENGLISH and not settings.language else language
    conventions.follow(
        conventions.form_of(settings.date_form, written), conventions.territory_of(system.name())
    )
    translate_qt(app, language)


def language_for(
    chosen: str,
    variables: Mapping[str, str],
    wishes: Iterable[str],
    platform: str = sys.platform,
) -> str:
    """Return the language to speak; ``wishes`` are the names of those that the system asks for."""
    if chosen in LANGUAGES:
        return chosen
    if has_locale_variables(platform):
        return wanted_language(variables)
    return next(filter(None, map(closest_language, _told(wishes))), ENGLISH)


def _told(wishes: Iterable[str]) -> Iterable[str]:
    """Leave out what Qt makes of a wish by shortening it: traditional Chinese is more than ``zh``.

    A short name says less than the one before that begins with it.
    """
    longer: list[str] = []
    for wish in wishes:
        if not any(other.startswith(f"{wish}-") for other in longer):
            yield wish
        longer.append(wish)


def locale_for(language: str, system: QLocale) -> QLocale:
    """Return how Qt writes numbers and dates: as the system where that speaks the language."""
    usual = QLocale(language)
    # By their names: members for all languages of the world would be made to compare two.
    spoken, wanted = (one.name().split("_")[0] for one in (system, usual))
    return system if spoken == wanted or (spoken == "C" and language == ENGLISH) else usual


def translate_qt(app: QCoreApplication, language: str) -> QTranslator | None:
    """Let Qt say its own texts in a language; None where it speaks English or cannot."""
    if language == ENGLISH:
        return None
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load(f"qtbase_{language}", folder):
        translator.deleteLater()
        return None
    app.installTranslator(translator)
    return translator
