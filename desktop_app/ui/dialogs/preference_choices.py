"""The choices of the preferences: what each is called, and how it can be."""

from dataclasses import dataclass
from datetime import date

from desktop_app.conventions import Form, date_text, following, iso_text
from desktop_app.languages import LANGUAGES, N_, _
from desktop_app.ui.settings import PaperSize, Theme, UpdateEvery, UpdateWhat

_EXAMPLE = date(2025, 12, 4)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several ways; ``setting`` is a name of ``Settings``.

    ``options`` are the values with what they are called. ``is_later`` tells that it takes effect
    at the next start.
    """

    setting: str
    label: str
    options: tuple[tuple[str, str], ...]
    is_later: bool = False


@dataclass(frozen=True, slots=True)
class Switch:
    """Something that is on or off, by the name of its setting."""

    setting: str
    label: str


def theme_choice() -> Choice:
    """Return the choice of light or dark."""
    options = (
        (Theme.SYSTEM, _("As the system is")),
        (Theme.LIGHT, _("Light")),
        (Theme.DARK, _("Dark")),
    )
    return Choice("theme", _("&Theme"), options)


def language_choice() -> Choice:
    """Return the choice of languages, each by its own name."""
    options = (("", _("As the system is")), *LANGUAGES.items())
    return Choice("language", _("&Language"), options, is_later=True)


def date_choice(territory: str) -> Choice:
    """Return the choice of how dates are written, each by an example."""
    with following(Form.READER, territory):
        usual = date_text(_EXAMPLE)
    options = (
        (Form.READER.value, _("As usual in the language: {date}").format(date=usual)),
        (Form.RECORD.value, _("As records write them: {date}").format(date=iso_text(_EXAMPLE))),
    )
    return Choice("date_form", _("&Dates"), options, is_later=True)


def paper_choice() -> Choice:
    """Return the choice of paper."""
    options = ((PaperSize.A4, _("A4")), (PaperSize.LETTER, _("US Letter")))
    return Choice("paper", _("&Paper"), options)


def update_choice() -> Choice:
    """Return the choice of how often held studies are checked for updates."""
    options = (
        (UpdateEvery.NEVER, _("Only when I ask")),
        (UpdateEvery.DAILY, _("Every day")),
        (UpdateEvery.WEEKLY, _("Every week")),
        (UpdateEvery.MONTHLY, _("Every month")),
    )
    return Choice("update_every", _("Check for &updates"), options)


def updated_choice() -> Choice:
    """Return the choice of the studies that are checked then."""
    options = (
        (UpdateWhat.STARRED, _("Starred studies")),
        (UpdateWhat.MARKED, _("Starred and tagged studies")),
        (UpdateWhat.ALL, _("All studies")),
    )
    return Choice("update_what", _("O&f these"), options)


NETWORK_SWITCHES = (Switch("is_offline", N_("&Never use the network")),)
READING_SWITCHES = (
    Switch("explain_sections", N_("&Explain what each section is")),
    Switch("figures_in_words", N_("Show pictures in &words")),
)
LIBRARY_SWITCHES = (Switch("keeps_searches", N_("&Remember my last searches")),)
PAPER_SWITCHES = (
    Switch("open_after_export", N_("&Open each PDF once it is written")),
    Switch("prints_grey", N_("Print in shades of &grey")),
)
