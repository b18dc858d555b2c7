"""Documents that are compressed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PackedDocument:
    """A document that is compressed, with a dictionary of the library or with none."""

    dictionary_id: int | None
    content: bytes
