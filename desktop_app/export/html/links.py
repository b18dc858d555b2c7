"""Writes addresses of a record: followed only where they lead to the web or to a mailbox."""

import re

from desktop_app.export.html.markup import element, line, worded
from desktop_app.export.visible import visible
from desktop_app.presentation.section import Link

_FOLLOWED = re.compile(r"(?:https?://|mailto:)[^\s<>\"'`\\{}|^]+\Z", re.IGNORECASE)


def can_follow(address: str) -> bool:
    """Tell whether an address is one that a page may lead to.

    All else, such as a script or a file, stands there as text.
    """
    return bool(_FOLLOWED.match(address)) and visible(address) == address


def written_link(link: Link) -> str:
    """Return a link as markup: what is there, its whole address, its note."""
    if link.label:
        parts = [worded("span", link.label), f'<span class="address">{_address(link.url)}</span>']
    else:
        parts = [_address(link.url)]
    if link.note:
        parts.append(worded("span", f"({link.note})", class_="note"))
    return element("p", " ".join(parts), class_="link")


def _address(address: str) -> str:
    if not can_follow(address):
        return line(address)
    return element("a", line(address), href=address, rel="noopener noreferrer")
