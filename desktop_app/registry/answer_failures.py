"""What people are told of answers that are not what was asked for."""

from datetime import datetime
from urllib.parse import urlsplit

from desktop_app.conventions import date_text
from desktop_app.errors import (
    PageTokenError,
    RegistryAnswerError,
    RegistryBusyError,
    RegistryQueryError,
    RegistryUnreachableError,
    RegistryUntrustedError,
    StudyNotAtRegistryError,
)
from desktop_app.languages import _
from desktop_app.registry.addresses import host_name
from desktop_app.registry.failed import FEW, MANY, ONE, Failed
from desktop_app.registry.raw_answer import Answer

_LONGEST_MESSAGE = 300
_LONGEST_ADDRESS = 100


def busy(address: str, until: datetime | None) -> Failed:
    """Return that the registry wants to be left alone, for long where it is told until when."""
    if until is None:
        told = _("{registry} has too much to do. Try again in a few minutes.")
        return Failed(RegistryBusyError(told.format(registry=host_name(address))), MANY)
    local = until.astimezone()
    told = _("{registry} has too much to do, and asks to come back after {time} on {day}.")
    error = RegistryBusyError(
        told.format(registry=host_name(address), time=f"{local:%H:%M}", day=date_text(local.date()))
    )
    error.retry_at = until
    return Failed(error, ONE)


def busy_for_long(address: str, wished: datetime, again: datetime) -> Failed:
    """Return that the registry wishes a pause without sense; it is asked ``again`` earlier."""
    told = _(
        "{registry} asks to be left alone until {day}, which is unusually long. Try again tomorrow."
    )
    told = told.format(registry=host_name(address), day=date_text(wished.date()))
    error = RegistryBusyError(told)
    error.retry_at = again
    return Failed(error, ONE)


def refused(answer: Answer) -> Failed:
    """Return what it means that the registry fails by itself, and says no more."""
    if answer.status == 429:
        return busy(answer.address, None)
    told = _("{registry} is out of order just now (it says {status}). Try again in a few minutes.")
    told = told.format(registry=host_name(answer.address), status=answer.status)
    return Failed(RegistryBusyError(told), MANY)


def leads_astray(address: str, location: str) -> Failed:
    """Return that an answer leads to where nothing is fetched from."""
    told = _(
        "The answer of {registry} leads to an address that is not safe, and was not followed:"
        " {address}. The network may want a log-in: open a web page in the browser, then try again."
    )
    place = shortened(location, _LONGEST_ADDRESS)
    told = told.format(registry=host_name(address), address=place)
    return Failed(RegistryUntrustedError(told))


def leads_in_circles(address: str) -> Failed:
    """Return that one answer leads to the next without an end."""
    told = _("{registry} leads from one address to the next without an end. Try again later.")
    return Failed(RegistryAnswerError(told.format(registry=host_name(address))))


def log_in_page(address: str) -> Failed:
    """Return that a page for people came instead of data."""
    told = _(
        "A web page came instead of the answer of {registry}: a log-in page of the network,"
        " perhaps. Open a web page in the browser, then try again."
    )
    return Failed(RegistryAnswerError(told.format(registry=host_name(address))), FEW)


def not_understood(address: str) -> Failed:
    """Return that the answer is not what the registry's interface answers."""
    told = _(
        "What came is not an answer as {registry} gives it. Try again later; if it stays so, look"
        " for a newer version of this application."
    )
    return Failed(RegistryAnswerError(told.format(registry=host_name(address))), FEW)


def unexpected_status(answer: Answer) -> Failed:
    """Return what it means that neither an answer nor a known refusal came."""
    registry = host_name(answer.address)
    match answer.status:
        case 401 | 403 | 451:
            told = _(
                "{registry} does not answer this computer (it says {status}). The network may be"
                " blocked there: ask the IT department, or try again tomorrow."
            )
        case 407:
            told = _(
                "{registry} cannot be reached: the network's proxy wants a name and a password"
                " ({status}). Ask the IT department how programs get through it."
            )
            return Failed(
                RegistryUnreachableError(told.format(registry=registry, status=answer.status))
            )
        case 511:
            return log_in_page(answer.address)
        case 400:
            return refused_words(answer)
        case 404 | 410:
            told = _(
                "There is no registry at {address} ({status}). Check the registry's address in the"
                " preferences."
            )
        case _:
            told = _(
                "{registry} gave an unexpected answer ({status}). Try again later; if it stays"
                " so, look for a newer version of this application."
            )
    place = answer.address.partition("?")[0]
    told = told.format(registry=registry, status=answer.status, address=place)
    return Failed(RegistryAnswerError(told))


def refused_words(answer: Answer) -> Failed:
    """Return that the registry does not understand what it was asked, in its own words."""
    said = shortened(answer.content.decode("utf-8", "replace"), _LONGEST_MESSAGE)
    told = (
        _("{registry} does not understand the search. It says: {message}")
        if said
        else _("{registry} does not understand the search. Change its words, then try again.")
    )
    told = told.format(registry=host_name(answer.address), message=said)
    return Failed(RegistryQueryError(told))


def unknown_place(answer: Answer) -> Failed:
    """Return that the place in a list of results is not known any more."""
    told = _(
        "{registry} no longer knows this place in the list of results, as happens after a while."
        " Begin the search anew."
    )
    return Failed(PageTokenError(told.format(registry=host_name(answer.address))))


def no_such_study(answer: Answer, nct_id: str) -> Failed:
    """Return that the registry has no study of a number."""
    told = _("{registry} has no study {number}. Check the number for a typing error.")
    told = told.format(registry=host_name(answer.address), number=nct_id)
    return Failed(StudyNotAtRegistryError(told))


def no_number(nct_id: str) -> StudyNotAtRegistryError:
    """Return that what was asked for is not the number of a study."""
    told = _("“{number}” is no number of a study. It should look like NCT01234567.")
    return StudyNotAtRegistryError(told.format(number=shortened(nct_id, _LONGEST_ADDRESS)))


def other_study(answer: Answer, asked: str, came: str) -> Failed:
    """Return that the record of another study came than the one asked for."""
    told = _(
        "{registry} was asked for {asked} and sent the record of {came}, which was not kept. Try"
        " again later."
    )
    came = came or _("no study")
    told = told.format(registry=host_name(answer.address), asked=asked, came=came)
    return Failed(RegistryAnswerError(told))


def shortened(words: str, most: int) -> str:
    """Return words of the network on one line, an ellipsis where they are cut."""
    line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def is_registry_path(address: str, nct_id: str) -> bool:
    """Whether an address is that of a study's record."""
    return urlsplit(address).path.rstrip("/").upper().endswith(f"/STUDIES/{nct_id}")
