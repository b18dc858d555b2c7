"""What the registry answered, as it came over the line."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """What came from an address; names of headers are in small letters."""

    address: str
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def content_type(self) -> str:
        """Return what kind of document it says it is, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()
