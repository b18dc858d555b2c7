"""The titles of the brief, its sponsor, and what stands beside the status."""

from desktop_app.export.typesetting.blocks import NOTHING, Block, stacked
from desktop_app.export.typesetting.characters import printable
from desktop_app.export.typesetting.fonts import BOLD
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.export.typesetting.tags import Role, Tag
from desktop_app.languages import _
from desktop_app.presentation.brief.content import Brief, Titles

_TITLE_SIZES = ((1.75, 2), (1.5, 3), (1.3, 3), (1.15, 4), (1.0, 99))
"""The sizes of the title in relation to running text, each with the lines that it may take."""


def titles(setting: Setting, brief: Brief, width: float) -> Block:
    """Return titles, sponsor, and what stands beside the status."""
    acronym = brief.titles.acronym
    named = _("Acronym: {acronym}").format(acronym=acronym) if acronym else ""
    sponsor = " · ".join(part for part in (named, brief.sponsor) if part)
    return stacked(
        (
            _title(setting, brief.titles, width),
            _evenly(setting, brief.titles.official, width, setting.body),
            setting.paragraph(sponsor, width, setting.small),
            setting.paragraph(brief.standing, width, setting.strong),
        ),
        setting.small_gap,
    )


def _title(setting: Setting, titles: Titles, width: float) -> Block:
    for factor, most in _TITLE_SIZES:
        style = Style(setting.scaled(factor), BOLD)
        lines = setting.breaker.lines(titles.brief, BOLD, width * 1000 / style.size)
        if len(lines) <= most:
            break
    tag = Tag(Role.TITLE, title=printable(titles.brief))
    return _evenly(setting, titles.brief, width, style).tagged(tag)


def _evenly(setting: Setting, text: str, width: float, style: Style) -> Block:
    """Return a text in lines of much the same length, so that none holds a lonely word."""
    if not text:
        return NOTHING
    return setting.paragraph(text, setting.even_width(text, width, style), style)
