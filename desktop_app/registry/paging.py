"""Pages that follow one another for as long as they lead anywhere."""

from collections import deque
from collections.abc import Iterable

from desktop_app.registry.answer_failures import leads_in_circles

LONGEST_TOKEN = 2_000
"""Characters; it stands in the address of the next page, which servers take up to some length."""
_MOST_IDLE = 5
"""Pages in a row of which none holds a study that the last ones did not."""
_LOOKED_BACK = 3


def is_token(text: object) -> bool:
    """Whether it can name a page in an address; the empty one says that no page follows."""
    return isinstance(text, str) and len(text) <= LONGEST_TOKEN and (not text or text.isprintable())


class Following:
    """Follows the pages of one list from its first one, or from any other."""

    def __init__(self) -> None:
        self._tokens: set[str] = set()
        self._last: deque[frozenset[str]] = deque(maxlen=_LOOKED_BACK)
        self._idle = 0

    def note(self, address: str, token: str, numbers: Iterable[str]) -> None:
        """Note what is on the page of a token; raises RegistryError where there is no end of them.

        ``address`` tells of whom they are.
        """
        here = frozenset(numbers)
        is_new = not here <= frozenset().union(*self._last)
        self._last.append(here)
        self._idle = 0 if is_new else self._idle + 1
        if token in self._tokens or self._idle >= _MOST_IDLE:
            raise leads_in_circles(address).error
        self._tokens.add(token)
