"""A question asked until it is answered: redirects, further tries, and waits between them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from desktop_app.registry.addresses import redirected
from desktop_app.registry.answer_failures import (
    busy,
    busy_for_long,
    leads_astray,
    leads_in_circles,
    refused,
)
from desktop_app.registry.clock import Clock, wait_telling
from desktop_app.registry.failed import Failed
from desktop_app.registry.manners import Manners
from desktop_app.registry.raw_answer import Answer
from desktop_app.registry.stopping import Stop
from desktop_app.registry.transport import Transport
from desktop_app.registry.turns import Turns

T = TypeVar("T")
_REDIRECTS = (301, 302, 303, 307, 308)
_COME_AGAIN = (408, 425, 429, 500, 502, 503, 504)
_LONGEST_KEPT_OUT = timedelta(days=1)
"""However long the registry asks to stay away, it is asked again after this."""
_LATEST = datetime.max.replace(tzinfo=UTC)
_MOST_DIGITS = 9
"""More seconds than that are behind the end of what anybody plans for."""


class Conversation:
    """Asks one question at a time, at the pace of the turns."""

    def __init__(self, transport: Transport, turns: Turns, manners: Manners, clock: Clock) -> None:
        self._transport, self._turns = transport, turns
        self._manners, self._clock = manners, clock
        self._wished: datetime | None = None
        """Until when the registry asked to stay away the last time."""

    def ask(self, address: str, most: int, stop: Stop, read: Callable[[Answer], T]) -> T:
        """Return what ``read`` makes of the answer; it may raise Failed for another try.

        ``most`` is how large the answer may be. Raises RegistryError and RequestCancelled.
        """
        patience_ends = self._clock.now() + timedelta(seconds=self._manners.patience_seconds)
        number = 1
        while True:
            self._refuse_early_return(address)
            try:
                return read(self._answer(address, most, stop))
            except Failed as failed:
                is_last = number >= min(failed.tries, self._manners.tries)
                if is_last or self._clock.now() >= patience_ends:
                    raise failed.error from failed
                wait = self._wait_before_next(number)
            wait_telling(self._clock, wait, stop)
            number += 1

    def _wait_before_next(self, number: int) -> float:
        """Return seconds, twice as many each time, and up to half of it more by chance."""
        growing = self._manners.first_wait * float(2 ** (number - 1))
        return growing * (1 + self._clock.chance() / 2)

    def _refuse_early_return(self, address: str) -> None:
        """Raise where the registry asked to stay away for longer than anybody waits."""
        wait = self._turns.not_before - self._clock.now().timestamp()
        if wait > _LONGEST_KEPT_OUT.total_seconds():
            # The clock was set back since.
            wait = self._turns.not_before = 0
        if wait > self._manners.longest_wait:
            raise self._stay_away(address, self._wished).error

    def _answer(self, address: str, most: int, stop: Stop) -> Answer:
        """Return an answer that is neither a redirect nor a failure of the registry's."""
        asked = address
        for _hop in range(self._manners.most_redirects + 1):
            with self._turns.turn(stop):
                answer = self._transport.get(address, most, stop)
            if answer.status in _COME_AGAIN:
                raise self._come_again(answer)
            location = answer.headers.get("location", "")
            if answer.status not in _REDIRECTS or not location:
                return answer
            address = redirected(answer.address, location)
            if not address:
                raise leads_astray(asked, location)
        raise leads_in_circles(asked)

    def _come_again(self, answer: Answer) -> Failed:
        now = self._clock.now()
        until = time_to_return(answer, now)
        if until is None:
            return refused(answer)
        self._turns.not_before = min(until, now + _LONGEST_KEPT_OUT).timestamp()
        self._wished = until
        is_long = until - now > timedelta(seconds=self._manners.longest_wait)
        return self._stay_away(answer.address, until if is_long else None)

    def _stay_away(self, address: str, wished: datetime | None) -> Failed:
        """Return that the registry is not to be asked, and until when it wishes that."""
        again = datetime.fromtimestamp(self._turns.not_before, UTC)
        if wished is not None and wished > again + timedelta(seconds=1):
            return busy_for_long(address, wished, again)
        return busy(address, None if wished is None else again)


def time_to_return(answer: Answer, now: datetime) -> datetime | None:
    """Return until when the answer asks to wait, None where it does not say.

    It says it in seconds or as a date, by a clock that may differ from this computer's.
    """
    said = answer.headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        if len(said) > _MOST_DIGITS:
            return _LATEST
        return now + timedelta(seconds=int(said))
    until = _date(said)
    if until is None:
        return None
    wait = until - (_date(answer.headers.get("date", "")) or now)
    return now + min(max(wait, timedelta(0)), _LATEST - now)


def _date(said: str) -> datetime | None:
    # Seldom needed.
    from email.utils import parsedate_to_datetime

    try:
        when = parsedate_to_datetime(said)
    except (ValueError, TypeError, OverflowError):
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
