"""Writes pictures: drawn in the page, with everything that they show in words below."""

from desktop_app.export.html.markup import element, line, stacked, worded
from desktop_app.export.pictures.svg import inline_svg
from desktop_app.languages import _
from desktop_app.presentation.section import Figure

_WIDTH = 760.0
"""Of a picture, in pixels of a page with text of the usual size."""


def written_figure(figure: Figure, title: str) -> str:
    """Return a picture with its title and its words.

    ``title`` is that of its section, which need not be seen twice.
    """
    repeats = figure.title.casefold() == title.casefold()
    drawn = element(
        "div",
        inline_svg(figure, _WIDTH),
        class_="drawn",
        tabindex="0",
        role="group",
        aria_label=_("Picture: {title}").format(title=figure.title),
    )
    words = stacked(
        "details", (element("summary", line(_("The picture in words"))), words_of(figure))
    )
    caption = element("figcaption", line(figure.title), class_="unseen" if repeats else "")
    return stacked("figure", (caption, drawn, words))


def words_of(figure: Figure) -> str:
    """Return what a picture shows, as a list to be read one by one."""
    return stacked("ul", (worded("li", one) for one in figure.words))
