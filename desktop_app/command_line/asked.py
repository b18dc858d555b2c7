"""What the environment asks for: a language, a way to write dates, a paper."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from desktop_app.conventions import following, form_of, territory_of
from desktop_app.languages import closest_language, speaking, wanted_language

LANGUAGE_OPTION = "--language"


@contextmanager
def spoken_as_asked(arguments: Sequence[str], variables: Mapping[str, str]) -> Iterator[None]:
    """Speak what the arguments ask for, or else the environment.

    It is spoken before the arguments are read: they may be wrong, or ask for help.
    """
    language = closest_language(_language_in(arguments)) or wanted_language(variables)
    locale = locale_for("LC_TIME", variables)
    with speaking(language), following(form_of("", locale), territory_of(locale)):
        yield


def paper_territory(variables: Mapping[str, str]) -> str:
    """Return the country whose paper is wanted, such as ``US``; empty where none is named."""
    return territory_of(locale_for("LC_PAPER", variables))


def locale_for(category: str, variables: Mapping[str, str]) -> str:
    """Return the name of a locale by the rules of POSIX: ``de_AT.UTF-8``."""
    names = ("LC_ALL", category, "LANG")
    return next((variables[name] for name in names if variables.get(name)), "")


def _language_in(arguments: Sequence[str]) -> str:
    """Return what follows the option, or stands behind its ``=``."""
    for place, argument in enumerate(arguments):
        name, _equals, value = argument.partition("=")
        if name == LANGUAGE_OPTION:
            return value or next(iter(arguments[place + 1 :]), "")
    return ""
