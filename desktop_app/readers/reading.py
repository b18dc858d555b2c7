"""What reading gives: a study with its source document and its oddities, or a reason why not."""

from dataclasses import dataclass
from enum import Enum

from desktop_app.study.study import Study


class SourceFormat(Enum):
    """A form in which records arrive; the value is what the library stores."""

    CTGOV_JSON = "ctgov-json"
    CTGOV_XML = "ctgov-xml"
    REGISTRY_PAGE = "registry-page"


LEFT_OUT = " is left out: "
"""What a note says between a value that cannot be read and the reason."""


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
    note: str

    @property
    def leaves_out(self) -> bool:
        """Tell whether the study lacks a value because of this; all else is kept in it."""
        return LEFT_OUT in self.note

    def __str__(self) -> str:
        return f"{self.path or 'the record'}: {self.note}"


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
