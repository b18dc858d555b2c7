"""Writes links of a record, with their whole addresses."""

from desktop_app.export.addresses import can_follow
from desktop_app.export.html.markup import element, line, worded
from desktop_app.presentation.section import Link
from desktop_app.punctuation import with_note


def written_link(link: Link) -> str:
    """Return a link as markup: what is there, its whole address, its note."""
    if link.label:
        parts = [worded("span", link.label), f'<span class="address">{_address(link.url)}</span>']
    else:
        parts = [_address(link.url)]
    if link.note:
        parts.append(worded("span", with_note("", link.note).strip(), class_="note"))
    return element("p", " ".join(parts), class_="link")


def _address(address: str) -> str:
    if not can_follow(address):
        return line(address)
    return element("a", line(address), href=address, rel="noopener noreferrer")
