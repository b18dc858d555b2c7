"""Answers requests as the registry does, from records of one's own: no server, and no network."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from tests.registry.holdings import Held, Holdings

BASE_PATH = "/api/v2"
_USUAL_SIZE = 10
_LARGEST_SIZE = 1_000
_PIECES = {
    "NCTId": "protocolSection.identificationModule.nctId",
    "NCTIdAlias": "protocolSection.identificationModule.nctIdAliases",
    "BriefTitle": "protocolSection.identificationModule.briefTitle",
    "OfficialTitle": "protocolSection.identificationModule.officialTitle",
    "OverallStatus": "protocolSection.statusModule.overallStatus",
    "StartDate": "protocolSection.statusModule.startDateStruct.date",
    "StartDateStruct": "protocolSection.statusModule.startDateStruct",
    "StudyFirstPostDate": "protocolSection.statusModule.studyFirstPostDateStruct.date",
    "LastUpdateSubmitDate": "protocolSection.statusModule.lastUpdateSubmitDate",
    "LastUpdatePostDate": "protocolSection.statusModule.lastUpdatePostDateStruct.date",
    "LastUpdatePostDateStruct": "protocolSection.statusModule.lastUpdatePostDateStruct",
    "LeadSponsorName": "protocolSection.sponsorCollaboratorsModule.leadSponsor.name",
    "Condition": "protocolSection.conditionsModule.conditions",
    "StudyType": "protocolSection.designModule.studyType",
    "Phase": "protocolSection.designModule.phases",
    "EnrollmentCount": "protocolSection.designModule.enrollmentInfo.count",
    "EnrollmentInfo": "protocolSection.designModule.enrollmentInfo",
    "HasResults": "hasResults",
}
"""Where the fields that can be asked for stand; what has dots or is a module is its own place."""


@dataclass(frozen=True)
class Answer:
    """What comes back: ``content`` byte for byte."""

    content: bytes
    status: int = 200
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


def refusal(status: int, words: str) -> Answer:
    """Return an answer in the words of the registry's errors."""
    return Answer(words.encode(), status, "text/plain;charset=utf-8")


class MadeRegistry:
    """Holdings, the time of their last change, and the tokens of pages that were given out.

    ``expire`` makes the tokens so far unknown, as the registry does with old ones.
    """

    def __init__(self, holdings: Holdings, timestamp: str = "2026-11-25T09:00:04") -> None:
        self.holdings = holdings
        self.timestamp = timestamp
        self._age = 0

    def expire(self) -> None:
        """Know none of the tokens that were given out until now."""
        self._age += 1

    def answer(self, path: str, asked: Mapping[str, str]) -> Answer:
        """Answer a request for a path below the base address."""
        match path.strip("/").split("/"):
            case ["version"]:
                return _json({"apiVersion": "2.0.5", "dataTimestamp": self.timestamp})
            case ["stats", "size"]:
                return self._size()
            case ["studies"]:
                return self._page(asked)
            case ["studies", nct_id]:
                return self._study(nct_id, asked)
            case _:
                return refusal(404, "Not Found")

    def _size(self) -> Answer:
        sizes = [len(held.content) for held in self.holdings]
        mean = sum(sizes) // max(len(sizes), 1)
        return _json(
            {
                "averageSizeBytes": mean,
                "largestStudies": [],
                "percentiles": {},
                "ranges": [],
                "totalStudies": len(sizes),
            }
        )

    def _study(self, nct_id: str, asked: Mapping[str, str]) -> Answer:
        if nct_id[:3].upper() != "NCT" or not nct_id[3:].isdigit():
            return refusal(400, f"NCT number {nct_id} has incorrect format")
        held = self.holdings.get(nct_id.upper())
        if held is None:
            return refusal(404, f"NCT number {nct_id} not found")
        if held.nct_id != nct_id.upper():
            place = f"{BASE_PATH}/studies/{held.nct_id}"
            return Answer(b"", 301, "text/plain", {"Location": place})
        return Answer(_content(held, asked.get("fields", "")))

    def _page(self, asked: Mapping[str, str]) -> Answer:
        size = int(asked.get("pageSize") or 0) or _USUAL_SIZE
        start = self._start(asked)
        if start is None:
            return refusal(400, "Parameter `pageToken` has incorrect format")
        found = self.holdings.fitting(asked)
        end = start + min(size, _LARGEST_SIZE)
        page = [_content(held, asked.get("fields", "")) for held in found[start:end]]
        total = len(found) if asked.get("countTotal") == "true" and not start else None
        return Answer(_written(page, total, self._token(asked, end) if end < len(found) else ""))

    def _start(self, asked: Mapping[str, str]) -> int | None:
        token = asked.get("pageToken")
        if not token:
            return 0
        start = token.rpartition("-")[2]
        is_known = start.isdigit() and token == self._token(asked, int(start))
        return int(start) if is_known else None

    def _token(self, asked: Mapping[str, str], start: int) -> str:
        free = ("pageToken", "pageSize", "countTotal")
        same = sorted((name, value) for name, value in asked.items() if name not in free)
        mark = sha256(json.dumps([self._age, same]).encode()).hexdigest()[:12]
        return f"{mark}-{start}"


def _written(studies: Sequence[bytes], total: int | None, token: str) -> bytes:
    """Return a page as the registry writes it, each study on its line."""
    head = b"" if total is None else f'"totalCount":{total},'.encode()
    tail = f',"nextPageToken":"{token}"'.encode() if token else b""
    return b"{" + head + b'"studies":[' + b",\n".join(studies) + b"]" + tail + b"}"


def _content(held: Held, fields: str) -> bytes:
    if not fields:
        return held.content
    made: dict[str, Any] = {}
    for name in fields.replace(",", "|").split("|"):
        _copy(held.value, made, _PIECES.get(name, name).split("."))
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def _copy(source: Mapping[str, Any], target: dict[str, Any], steps: Sequence[str]) -> None:
    name, *more = steps
    if name not in source:
        return
    if more:
        _copy(source[name], target.setdefault(name, {}), more)
    else:
        target[name] = source[name]


def _json(value: object) -> Answer:
    return Answer(json.dumps(value).encode())
