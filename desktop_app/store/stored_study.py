"""A study of the library, as whoever reads it is given it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop_app.readers.reading import Oddity, SourceDocument
    from desktop_app.store.versions import StoredVersion
    from desktop_app.study.study import Study


class StoredStudy(NamedTuple):
    """A version of a study as it is read from its source document."""

    study: Study
    document: SourceDocument
    oddities: tuple[Oddity, ...]
    version: StoredVersion
    is_current: bool
