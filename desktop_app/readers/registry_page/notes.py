"""What is noted while a registry page is read: oddities, and text that has no element."""

from collections.abc import Sequence

from desktop_app.languages import N_
from desktop_app.readers.noted import noted
from desktop_app.readers.reading import Oddity
from desktop_app.readers.registry_page.text import filled

_LONGEST_QUOTE = 60


def quote(text: str) -> str:
    """Return the beginning of a text in quotation marks, on one line."""
    words = " ".join(text[: 4 * _LONGEST_QUOTE].split())
    cut = len(words) > _LONGEST_QUOTE or len(text) > 4 * _LONGEST_QUOTE
    return f"“{words[:_LONGEST_QUOTE]}…”" if cut else f"“{words}”"


class PageNotes:
    """Collects oddities, and the lines that no element of the record is for."""

    def __init__(self) -> None:
        self._oddities: list[Oddity] = []
        self._unplaced: dict[str, list[str]] = {}

    def note(self, path: str, text: str, /, **values: str | int) -> None:
        """Note an oddity of the element at ``path``."""
        self._oddities.append(Oddity(path, noted(text, **values)))

    def set_apart(self, heading: str, lines: Sequence[str]) -> None:
        """Keep lines found under a heading that no element is for, with their empty lines."""
        if any(lines):
            self._unplaced.setdefault(heading, []).extend(lines)

    @property
    def oddities(self) -> tuple[Oddity, ...]:
        """Return the oddities; one for each heading with lines that were set apart."""
        apart = (
            Oddity(
                f"sourcePageSection.otherSections[{place}]",
                noted(
                    N_(
                        "Text under {heading} has no element of the record and is kept apart:"
                        " {lines}"
                    ),
                    heading=quote(heading),
                    lines=quote(" ".join(filled(lines)[:3])),
                ),
            )
            for place, (heading, lines) in enumerate(self._unplaced.items())
        )
        return (*self._oddities, *apart)

    @property
    def other_sections(self) -> list[dict[str, str]]:
        """Return what was set apart, by heading, in the form of a record's elements."""
        return [
            {"heading": heading, "text": "\n".join(lines).strip("\n")}
            for heading, lines in self._unplaced.items()
        ]
