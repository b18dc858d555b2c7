"""What the registry answers."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FetchedStudy:
    """One record, byte for byte; ``asked`` is the number asked for, an old one of it perhaps."""

    nct_id: str
    content: bytes
    address: str
    fetched_at: datetime
    asked: str


@dataclass(frozen=True, slots=True)
class StudiesPage:
    """A page of whole records, byte for byte; ``total`` is None when it was not asked for.

    ``numbers`` are those of its studies, former ones too.
    """

    content: bytes
    address: str
    fetched_at: datetime
    studies: int
    next_token: str
    total: int | None
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundStudy:
    """A study in a list of results: what a row shows, and the day of its last update.

    Texts are the registry's own; what is not stated is empty. Days are like
    ``2024-01-31``.
    """

    nct_id: str
    brief_title: str
    overall_status: str
    phases: tuple[str, ...]
    study_type: str
    lead_sponsor: str
    conditions: tuple[str, ...]
    enrollment: int | None
    start_date: str
    last_update: str
    first_posted: str = ""


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page of results; ``total`` is how many studies fit the search, None when not asked."""

    studies: tuple[FoundStudy, ...]
    next_token: str
    total: int | None
    address: str = ""


@dataclass(frozen=True, slots=True)
class RegistryVersion:
    """The interface's version, and the time of the data behind it, in the registry's zone."""

    api_version: str
    data_timestamp: str


@dataclass(frozen=True, slots=True)
class RegistrySize:
    """How much the registry holds: studies, and the mean size of one as JSON, in bytes."""

    total_studies: int
    average_size_bytes: int
