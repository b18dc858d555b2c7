"""What reading gives: a study with its source document and its oddities, or a reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from desktop_app.languages import N_, _
from desktop_app.punctuation import labelled
from desktop_app.readers.noted import Note, noted

if TYPE_CHECKING:
    from desktop_app.study.study import Study


class SourceFormat(Enum):
    """A form in which records arrive; the value is what the library stores."""

    CTGOV_JSON = "ctgov-json"
    CTGOV_XML = "ctgov-xml"
    REGISTRY_PAGE = "registry-page"


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One record as it was found, byte for byte.

    ``origin`` tells people where it was found: a file name, or a file name and a place in it.
    """

    content: bytes
    format: SourceFormat
    origin: str


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something in a record that the schema does not foresee.

    ``path`` is the element in the registry's own words, such as
    ``protocolSection.designModule.phases[0]``, or empty for the whole record.
    """

    path: str
    what: Note
    leaves_out: bool = False
    """Whether the study lacks a value because of this; all else is kept in it."""

    @property
    def note(self) -> str:
        """Return what is odd, in English."""
        return self.what.english

    @property
    def told(self) -> str:
        """Return what is odd, under the name by which people know the element."""
        # Loaded here: it brings all models, and few records are odd.
        from desktop_app.study.element_names import element_name

        return labelled(element_name(self.path) or _("the record"), self.what.words)

    def __str__(self) -> str:
        return labelled(self.path or _("the record"), self.what.words)


def left_out(path: str, value: str, reason: Note | str) -> Oddity:
    """Return that a value could not be read, and so is not in the study."""
    text = N_("{value} is left out: {reason}")
    return Oddity(path, noted(text, value=value, reason=reason), leaves_out=True)


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record that was understood."""

    study: Study
    document: SourceDocument
    oddities: tuple[Oddity, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that was not understood, and why, in a sentence."""

    origin: str
    reason: str


Reading = ReadRecord | Rejected
