"""The titles of the brief, its sponsor, and what stands beside the status."""

from desktop_app.export.typesetting.blocks import NOTHING, Block, stacked
from desktop_app.export.typesetting.characters import printable
from desktop_app.export.typesetting.fonts import BOLD
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.export.typesetting.tags import Role, Tag
from desktop_app.presentation.brief.content import Brief, Titles

_TITLE_SIZES = ((1.75, 2), (1.5, 3), (1.3, 3), (1.15, 4), (1.0, 99))
"""The sizes of the title in relation to running text, each with the lines that it may take."""


def titles(setting: Setting, brief: Brief, width: float) -> Block:
    """Return titles, sponsor, and what stands beside the status."""
    sponsor = f"Acronym: {brief.titles.acronym} · " if brief.titles.acronym else ""
    return stacked(
        (
            _title(setting, brief.titles, width),
            _evenly(setting, brief.titles.official, width, setting.body),
            setting.paragraph(sponsor + brief.sponsor, width, setting.small),
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
    """Return the narrowest setting with as few lines, so that none holds a lonely word."""
    if not text:
        return NOTHING
    count = len(setting.breaker.lines(text, style.font, width * 1000 / style.size))
    narrow, wide = width / count * 0.9, width
    while count > 1 and wide - narrow > style.size:
        middle = (narrow + wide) / 2
        fits = len(setting.breaker.lines(text, style.font, middle * 1000 / style.size)) <= count
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return setting.paragraph(text, wide, style)
