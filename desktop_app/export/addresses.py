"""Addresses of a record: followed only where they lead to the web or to a mailbox."""

import re

from desktop_app.export.visible import visible

_FOLLOWED = re.compile(r"(?:https?://|mailto:)[^\s<>\"'`\\{}|^]+\Z", re.IGNORECASE)
_ESCAPED = re.compile(r"[^!-~]|[\"<>\\^`{|}]")


def can_follow(address: str) -> bool:
    """Tell whether an address is one that a page may lead to.

    All else, such as a script or a file, stands there as text.
    """
    return bool(_FOLLOWED.match(address)) and visible(address) == address


def in_ascii(address: str) -> str:
    """Return an address with all else than ASCII escaped (RFC 3987, 3.1); escapes stay."""
    return _ESCAPED.sub(_in_figures, address)


def _in_figures(character: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in character[0].encode(errors="replace"))
