"""Writes a page of HTML that needs nothing beside itself: no other file, no network, no script."""

from collections.abc import Iterable, Iterator, Sequence

from desktop_app.export.about import WARNING, About, document_words, source_words
from desktop_app.export.addresses import can_follow
from desktop_app.export.html.anchors import Anchors
from desktop_app.export.html.markup import element, line, stacked, text, worded
from desktop_app.export.html.sections import CHAPTER, Place, heading, write_section
from desktop_app.export.html.style import STYLE
from desktop_app.languages import _, language_tag
from desktop_app.presentation.pane import Sections

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
    " frame-src 'none'"
)
_RECORD, _CONTENTS = "record", "contents"


def sections_html(
    title: str,
    panes: Sequence[tuple[str, Sections]],
    about: About,
    *,
    has_contents: bool = True,
) -> str:
    """Return sections as a page; each pane is a chapter, and one without a title is none.

    The same sections and the same ``about`` give the same page, character by character.
    """
    anchors = Anchors()
    for used in (_RECORD, _CONTENTS):
        anchors.new(used)
    chapters = [_chapter(name, sections, anchors) for name, sections in panes]
    parts = [
        element("a", line(_("Skip to the record")), class_="skip", href="#record"),
        stacked("header", _head(title, about)),
        *_contents([entry for entry, _ in chapters if has_contents]),
        stacked("main", (html for _, html in chapters), id=_RECORD),
        stacked("footer", _foot(about)),
    ]
    return page(f"{title} · {about.marks[0]}" if about.marks else title, parts)


def page(title: str, parts: Iterable[str]) -> str:
    """Return a whole document around markup."""
    head = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        element("title", line(title)),
        element("style", STYLE),
    )
    html = stacked("html", (stacked("head", head), stacked("body", parts)), lang=language_tag())
    return f"<!DOCTYPE html>\n{html}\n"


def _chapter(title: str, sections: Sections, anchors: Anchors) -> tuple[str, str]:
    """Return a pane as its entry in the contents, and as markup."""
    id = anchors.new(title) if title else ""
    level, path = (CHAPTER + 1, (title,)) if title else (CHAPTER, ())
    written = [write_section(one, Place(level, anchors, path)) for one in sections]
    entries = [_entry(one.title, one.id) for one in written if one.id]
    inner = [one.html for one in written]
    if not title:
        return "\n".join(f"<li>{entry}</li>" for entry in entries), "\n".join(inner)
    below = "\n" + stacked("ul", (element("li", entry) for entry in entries)) if entries else ""
    html = stacked("section", (heading(CHAPTER, line(title), id), *inner), aria_labelledby=id)
    return element("li", _entry(title, id) + below), html


def _entry(title: str, id: str) -> str:
    return element("a", line(title), href=f"#{id}")


def _contents(entries: Sequence[str]) -> Iterator[str]:
    shown = [entry for entry in entries if entry]
    if shown:
        title = heading(CHAPTER, line(_("Contents")), _CONTENTS)
        yield stacked("nav", (title, stacked("ul", shown)), aria_labelledby=_CONTENTS)


def _head(title: str, about: About) -> Iterator[str]:
    if about.marks:
        first, *others = about.marks
        yield element(
            "p", " · ".join((f"<strong>{line(first)}</strong>", *map(line, others))), class_="marks"
        )
    yield worded("h1", title)
    if about.facts:
        yield element("p", line(" · ".join(about.facts)))
    yield from (worded("p", one, class_="notice") for one in about.notices)


def _foot(about: About) -> Iterator[str]:
    yield element("p", f"<strong>{line(_(WARNING))}</strong>")
    yield element("p", line(source_words(about)) + _shown_at(about.address))
    if about.document:
        yield element("p", line(document_words(about)))
    yield element("p", text(about.made))


def _shown_at(address: str) -> str:
    if not can_follow(address):
        return ""
    return " · " + element("a", line(address), href=address, rel="noopener noreferrer")
