"""What answers say: each is checked to be what the registry's interface answers."""

import json
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlsplit

from desktop_app.registry import answer_failures
from desktop_app.registry.addresses import study_number
from desktop_app.registry.answers import FoundPage, FoundStudy, RegistrySize, RegistryVersion
from desktop_app.registry.failed import incomplete
from desktop_app.registry.page_pieces import NoPage, page_pieces
from desktop_app.registry.paging import is_token
from desktop_app.registry.raw_answer import Answer

T = TypeVar("T")
_JSON = "application/json"
_LONGEST_HEAD = 200
_MOST = 2**31 - 1
"""Of studies, persons or bytes; more is nonsense, and no list can count so far."""


def require_json(answer: Answer) -> None:
    """Raise Failed where it is not the registry's answer to a question it understood."""
    if _is_web_page(answer):
        raise answer_failures.log_in_page(answer.address)
    if answer.status != 200:
        raise answer_failures.unexpected_status(answer)
    if answer.content_type != _JSON:
        raise answer_failures.not_understood(answer.address)


def read_object(answer: Answer) -> dict[str, Any]:
    """Return the object that an answer is; raises Failed."""
    require_json(answer)
    try:
        value = json.loads(answer.content)
    except (ValueError, RecursionError) as error:
        raise incomplete(answer.address) from error
    if not isinstance(value, dict):
        raise answer_failures.not_understood(answer.address)
    return value


def read_page(
    answer: Answer, take: Callable[[dict[str, Any]], T], *, is_later: bool
) -> tuple[list[T], str, int | None]:
    """Return what is taken of each study of a page, the token of the next, and how many there are.

    ``is_later`` tells that it is not the first one; raises Failed.
    """
    if answer.status == 400 and is_later and not _is_web_page(answer):
        raise answer_failures.unknown_place(answer)
    require_json(answer)
    try:
        studies, rest = page_pieces(answer.content, take)
    except (ValueError, RecursionError) as error:
        raise incomplete(answer.address) from error
    except NoPage as error:
        raise answer_failures.not_understood(answer.address) from error
    token, total = rest.get("nextPageToken", ""), rest.get("totalCount")
    if not is_token(token) or (total is not None and whole(rest, "totalCount") is None):
        raise answer_failures.not_understood(answer.address)
    if token and token == _asked_token(answer.address):
        # The next page would be this one again, and so for ever.
        raise answer_failures.not_understood(answer.address)
    return studies, token, total


def _asked_token(address: str) -> str:
    """Return the token in the address of a page, empty for the first page."""
    return dict(parse_qsl(urlsplit(address).query)).get("pageToken", "")


def number_of_study(answer: Answer, asked: str) -> str:
    """Return the number of the record that came; raises Failed where another was asked for.

    An old number of a study leads to its present one.
    """
    if answer.status == 404 and not _is_web_page(answer):
        raise answer_failures.no_such_study(answer, asked)
    record = read_object(answer)
    identity = part(record, "protocolSection", "identificationModule")
    came = study_number(text(identity, "nctId"))
    was_led = answer_failures.is_registry_path(answer.address, came)
    if not came or not (came == asked or was_led or asked in texts(identity, "nctIdAliases")):
        raise answer_failures.other_study(answer, asked, came)
    return came


def read_version(answer: Answer) -> RegistryVersion:
    """Return the version of interface and data."""
    value = read_object(answer)
    if not text(value, "apiVersion"):
        raise answer_failures.not_understood(answer.address)
    return RegistryVersion(text(value, "apiVersion"), text(value, "dataTimestamp"))


def read_size(answer: Answer) -> RegistrySize:
    """Return how much the registry holds."""
    value = read_object(answer)
    studies, size = whole(value, "totalStudies"), whole(value, "averageSizeBytes")
    if studies is None or size is None:
        raise answer_failures.not_understood(answer.address)
    return RegistrySize(studies, size)


def read_found(answer: Answer, *, is_later: bool) -> FoundPage:
    """Return a page of results."""
    studies, token, total = read_page(answer, _found, is_later=is_later)
    return FoundPage(tuple(studies), token, total, answer.address)


def numbers_in(study: dict[str, Any]) -> tuple[str, ...]:
    """Return the numbers of a record, former ones too; the first is empty where it has none."""
    identity = part(study, "protocolSection", "identificationModule")
    return text(identity, "nctId").upper(), *(
        one.upper() for one in texts(identity, "nctIdAliases")
    )


def last_update(study: dict[str, Any]) -> tuple[tuple[str, ...], str]:
    """Return the numbers of a record, former ones too, with the day of its last update."""
    return numbers_in(study), _last_update(part(study, "protocolSection", "statusModule"))


def part(value: dict[str, Any], *names: str) -> dict[str, Any]:
    """Return an object within an object, empty where there is none."""
    for name in names:
        inner = value.get(name)
        value = inner if isinstance(inner, dict) else {}
    return value


def text(value: dict[str, Any], name: str) -> str:
    """Return a text of an object on one line, empty where there is none."""
    found = value.get(name)
    return " ".join(found.split()) if isinstance(found, str) else ""


def texts(value: dict[str, Any], name: str) -> tuple[str, ...]:
    """Return a list of texts of an object."""
    found = value.get(name)
    listed = found if isinstance(found, list) else []
    return tuple(" ".join(one.split()) for one in listed if isinstance(one, str))


def whole(value: dict[str, Any], name: str) -> int | None:
    """Return a count of an object, None where there is none that can be one."""
    found = value.get(name)
    is_count = isinstance(found, int) and not isinstance(found, bool) and 0 <= found <= _MOST
    return found if is_count else None


def _found(study: dict[str, Any]) -> FoundStudy:
    protocol = part(study, "protocolSection")
    identity, status = part(protocol, "identificationModule"), part(protocol, "statusModule")
    design = part(protocol, "designModule")
    return FoundStudy(
        nct_id=text(identity, "nctId"),
        brief_title=text(identity, "briefTitle"),
        overall_status=text(status, "overallStatus"),
        phases=texts(design, "phases"),
        study_type=text(design, "studyType"),
        lead_sponsor=text(part(protocol, "sponsorCollaboratorsModule", "leadSponsor"), "name"),
        conditions=texts(part(protocol, "conditionsModule"), "conditions"),
        enrollment=whole(part(design, "enrollmentInfo"), "count"),
        start_date=text(part(status, "startDateStruct"), "date"),
        last_update=_last_update(status),
        first_posted=text(part(status, "studyFirstPostDateStruct"), "date"),
    )


def _last_update(status: dict[str, Any]) -> str:
    """Return the day as a record's own day is told: when it was posted, or else submitted."""
    posted = text(part(status, "lastUpdatePostDateStruct"), "date")
    return posted or text(status, "lastUpdateSubmitDate")


def _is_web_page(answer: Answer) -> bool:
    is_called_so = answer.content_type in ("text/html", "application/xhtml+xml")
    return is_called_so or answer.content[:_LONGEST_HEAD].lstrip().startswith(b"<")
