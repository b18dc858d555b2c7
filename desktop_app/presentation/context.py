"""What a tab may know beside the study: the day, where the record came from, what is held of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from desktop_app.study.similar import SimilarStudies


@dataclass(frozen=True, slots=True)
class HeldVersion:
    """One version of a record that the library holds; ``sha256`` is that of its document."""

    sha256: str
    format: str
    origin: str
    size: int
    """Bytes of the document."""
    record_date: str = ""
    imported_at: datetime | None = None
    is_shown: bool = False
    id: int = 0
    """By which the library knows it; 0 for a document that it does not hold."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the record that is shown came from; ``oddities`` tell what was odd in it.

    ``left_out`` are those of them that tell of values that the study lacks.
    ``versions`` are all that are held of the study, newest first; none for a file that was not
    imported.
    """

    shown: HeldVersion
    oddities: tuple[str, ...] = ()
    versions: tuple[HeldVersion, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldStudy:
    """A study of the library, as far as a list of studies needs it."""

    title: str
    status: str | None = None
    phases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """All of that; by itself it says that nothing is known."""

    today: date | None = None
    provenance: Provenance | None = None
    held: Mapping[str, HeldStudy] = field(default_factory=lambda: MappingProxyType({}))
    """Studies of the library by NCT number, of those that the record refers to."""
    knows_library: bool = False
    """Whether it was looked up what is held; without it nothing is said of that."""
    similar: SimilarStudies | None = None
    """What the library holds that is like the study; None where it was not looked for."""
    similar_note: str = ""
    """A sentence in its place, while it is looked for or where that failed."""


NOTHING_KNOWN = Context()
