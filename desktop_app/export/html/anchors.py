"""Names the places of a page, so that its contents can lead to them."""

import re
import unicodedata

_NO_WORD = re.compile(r"[^a-z0-9]+")
_LONGEST = 60


class Anchors:
    """Gives out ids that are unique in a page, and the same whenever it is written again."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def new(self, *words: str) -> str:
        """Return an id that tells of words: ``design-study-design``; a second one is numbered."""
        plain = unicodedata.normalize("NFKD", "-".join(words)).lower()
        stem = _NO_WORD.sub("-", plain).strip("-")[:_LONGEST].strip("-") or "part"
        count = self._given[stem] = self._given.get(stem, 0) + 1
        # Words end in no such mark, so no other words lead to the same id.
        return stem if count == 1 else f"{stem}--{count}"
