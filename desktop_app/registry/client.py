"""The registry's interface as functions: what they are given and give back has our own types."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop_app.registry import answer_reading
from desktop_app.registry.addresses import (
    BASE_ADDRESS,
    checked_base,
    study_number,
    with_parameters,
)
from desktop_app.registry.answer_failures import no_number
from desktop_app.registry.answers import (
    FetchedStudy,
    FoundPage,
    RegistrySize,
    RegistryVersion,
    StudiesPage,
)
from desktop_app.registry.clock import Clock
from desktop_app.registry.conversation import Conversation
from desktop_app.registry.manners import Manners
from desktop_app.registry.paging import Following
from desktop_app.registry.parameters import FOUND_FIELDS, page_parameters, query_parameters
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.raw_answer import Answer
from desktop_app.registry.stopping import Stop
from desktop_app.registry.transport import Transport
from desktop_app.registry.trust import system_trust
from desktop_app.registry.turns import Turns

if TYPE_CHECKING:
    from ssl import SSLContext

T = TypeVar("T")
LARGEST_SIZE = 1_000
"""Studies on a page."""
_UPDATES_AT_ONCE, _STUDIES_AT_ONCE = 300, 100
"""Numbers in a question: an address is to stay below 8,000 characters."""
_UPDATE_FIELDS = ("NCTId", "NCTIdAlias", "LastUpdatePostDate", "LastUpdateSubmitDate")


class RegistryClient:
    """May be used by several threads, which wait for one another.

    ``pace_file`` lets several programs of a person keep the pace together. Every method that asks
    raises RegistryError and, once stopped, RequestCancelled; nothing is sent before.
    """

    def __init__(
        self,
        base_address: str = BASE_ADDRESS,
        *,
        manners: Manners = Manners(),  # noqa: B008
        clock: Clock | None = None,
        pace_file: Path | None = None,
        trust: "Callable[[], SSLContext]" = system_trust,
    ) -> None:
        """Raises RegistryError where the base address is none, or not safe."""
        self.base_address = checked_base(base_address)
        self._manners, self._clock = manners, clock or Clock()
        self._transport = Transport(manners, trust)
        turns = Turns(manners, self._clock, pace_file)
        self._conversation = Conversation(self._transport, turns, manners, self._clock)

    def study(self, nct_id: str, stop: Stop) -> FetchedStudy:
        """Return the record of a number, or that of the number which has taken its place."""
        asked = study_number(nct_id)
        if not asked:
            raise no_number(nct_id)

        def read(answer: Answer) -> FetchedStudy:
            came = answer_reading.number_of_study(answer, asked)
            return FetchedStudy(came, answer.content, answer.address, self._clock.now(), asked)

        address = f"{self.base_address}/studies/{asked}"
        return self._conversation.ask(address, self._manners.largest_study, stop, read)

    def page(
        self,
        query: StudiesQuery,
        stop: Stop,
        *,
        token: str = "",
        size: int = LARGEST_SIZE,
        count: bool = False,
    ) -> StudiesPage:
        """Return a page of whole records; raises PageTokenError where the token has expired."""
        paging = page_parameters(token=token, size=size, count=count)
        return self._page(query_parameters(query) | paging, stop)

    def found(
        self,
        query: StudiesQuery,
        stop: Stop,
        *,
        token: str = "",
        size: int = 50,
        count: bool = True,
    ) -> FoundPage:
        """Return a page of rows; raises PageTokenError where the token has expired."""
        paging = page_parameters(token=token, size=size, count=count)
        fields = {"fields": "|".join(FOUND_FIELDS)}
        read = partial(answer_reading.read_found, is_later=bool(token))
        return self._ask("/studies", query_parameters(query) | fields | paging, stop, read)

    def updates(self, nct_ids: Sequence[str], stop: Stop) -> dict[str, str]:
        """Return the day of the last update of those numbers that the registry knows.

        A study that is known by another number now is told under the one that was asked for.
        """
        wanted = {number: nct_id for nct_id in nct_ids if (number := study_number(nct_id))}
        days: dict[str, str] = {}
        fields = "|".join(_UPDATE_FIELDS)
        for some in _parts(list(wanted), _UPDATES_AT_ONCE):
            for numbers, day in self._last_updates(some, {"fields": fields}, stop):
                days |= {wanted[number]: day for number in numbers if number in wanted}
        return days

    def studies(self, nct_ids: Sequence[str], stop: Stop) -> Iterator[StudiesPage]:
        """Yield the whole records of those numbers that the registry knows, page by page."""
        numbers = [number for nct_id in nct_ids if (number := study_number(nct_id))]
        for some in _parts(list(dict.fromkeys(numbers)), _STUDIES_AT_ONCE):
            parameters = {"filter.ids": "|".join(some)}
            following = Following()
            token: str | None = ""
            while token is not None:
                paging = page_parameters(token=token, size=LARGEST_SIZE)
                page = self._page(parameters | paging, stop)
                following.note(page.address, token, page.numbers)
                yield page
                token = page.next_token or None

    def version(self, stop: Stop) -> RegistryVersion:
        """Return the version of interface and data."""
        return self._ask("/version", {}, stop, answer_reading.read_version)

    def size(self, stop: Stop) -> RegistrySize:
        """Return how much the registry holds."""
        return self._ask("/stats/size", {}, stop, answer_reading.read_size)

    def close(self) -> None:
        """Close the connections; asking again opens new ones."""
        self._transport.close()

    def _page(self, parameters: dict[str, str], stop: Stop) -> StudiesPage:
        is_later = "pageToken" in parameters

        def read(answer: Answer) -> StudiesPage:
            numbers, token, total = answer_reading.read_page(
                answer, answer_reading.numbers_in, is_later=is_later
            )
            return StudiesPage(
                answer.content,
                answer.address,
                self._clock.now(),
                len(numbers),
                token,
                total,
                tuple(chain.from_iterable(numbers)),
            )

        return self._ask("/studies", parameters, stop, read)

    def _last_updates(
        self, numbers: list[str], parameters: dict[str, str], stop: Stop
    ) -> Iterator[tuple[tuple[str, ...], str]]:
        following = Following()
        token: str | None = ""
        while token is not None:
            read = partial(
                answer_reading.read_page, take=answer_reading.last_update, is_later=bool(token)
            )
            paging = page_parameters(token=token, size=LARGEST_SIZE)
            asked = {"filter.ids": "|".join(numbers)} | parameters | paging
            found, next_token, _total = self._ask("/studies", asked, stop, read)
            following.note(self.base_address, token, (one for ids, _day in found for one in ids))
            yield from found
            token = next_token or None

    def _ask(
        self,
        path: str,
        parameters: dict[str, str],
        stop: Stop,
        read: Callable[[Answer], T],
    ) -> T:
        address = with_parameters(f"{self.base_address}{path}", parameters)
        return self._conversation.ask(address, self._manners.largest_page, stop, read)


def _parts(numbers: list[str], size: int) -> Iterator[list[str]]:
    for begin in range(0, len(numbers), size):
        yield numbers[begin : begin + size]
