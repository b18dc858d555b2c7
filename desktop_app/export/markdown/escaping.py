"""Makes texts of a record stand for themselves in Markdown."""

import re

from desktop_app.export.visible import visible, visible_line

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~$])")
_AT_START = re.compile(r"([-+=:#])")
_AT_END = re.compile(r"#(?=#*\Z)")
_NUMBER_AT_START = re.compile(r"(\d{1,9})([.)])(?=\s|\Z)", re.ASCII)
BREAK = "\\\n"
"""Ends a line within a paragraph."""


def inline(text: str) -> str:
    """Return a text in one line, to stand behind something else."""
    return _SPECIAL.sub(r"\\\1", visible_line(text)).strip()


def opening(text: str) -> str:
    """Return a text in one line that begins a line, where more characters mean something."""
    line = inline(text)
    if match := _NUMBER_AT_START.match(line):
        return f"{match[1]}\\{line[match.end(1) :]}"
    return f"\\{line}" if _AT_START.match(line) else line


def titled(text: str) -> str:
    """Return a text in one line as a title, at whose end signs of a title would be left out."""
    return _AT_END.sub(r"\\#", inline(text))


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that hold something, as they are."""
    return [line for line in visible(text).split("\n") if line.strip()]


def paragraph(text: str) -> str:
    """Return a text with its line ends; blank lines part its paragraphs."""
    parts = re.split(r"\n\s*\n", visible(text))
    written = (BREAK.join(map(opening, lines_of(part))) for part in parts)
    return "\n\n".join(part for part in written if part)


def strong(text: str) -> str:
    """Return a text as one that matters; it is text alone where there is nothing to show."""
    shown = inline(text)
    return f"**{shown}**" if shown else ""
