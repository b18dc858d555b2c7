"""Made-up records for the tests of the library."""

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from desktop_app.errors import RecordFormatError
from desktop_app.readers.reading import ReadRecord, SourceDocument, SourceFormat
from desktop_app.store.library import Library
from desktop_app.study.study import Study


def read_json(document: SourceDocument) -> ReadRecord:
    """Read a record in the registry's JSON, whatever its form is said to be."""
    try:
        return ReadRecord(Study.model_validate(from_json(document.content)), document)
    except (ValueError, ValidationError) as error:
        raise RecordFormatError("This is not a record.") from error


def content(number: int = 1, date: str | None = "2024-05-01", **elements: Any) -> dict[str, Any]:
    """Return a whole record in the registry's JSON form; modules by their names."""
    status = {"overallStatus": "RECRUITING"}
    if date is not None:
        status |= {"lastUpdateSubmitDate": date}
    identification = {"nctId": f"NCT{number:08d}", "briefTitle": f"Study number {number}"}
    modules = {
        "identificationModule": identification | elements.pop("identification", {}),
        "statusModule": status,
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Aurora Institute"}},
        "descriptionModule": {"briefSummary": "A summary."},
        "conditionsModule": {"conditions": ["Asthma"]},
        "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE1", "PHASE2"]},
        "eligibilityModule": {"eligibilityCriteria": "Inclusion Criteria:\n\n* Adults"},
    }
    return {"protocolSection": modules | elements}


def record(
    number: int = 1,
    date: str | None = "2024-05-01",
    *,
    source: SourceFormat = SourceFormat.CTGOV_JSON,
    origin: str = "study.json",
    **elements: Any,
) -> ReadRecord:
    """Return a whole record as a reader would."""
    return read_record(content(number, date, **elements), source=source, origin=origin)


def read_record(
    value: object,
    *,
    source: SourceFormat = SourceFormat.CTGOV_JSON,
    origin: str = "study.json",
    indent: int | None = None,
) -> ReadRecord:
    """Return the record that a JSON value holds."""
    document = json.dumps(value, indent=indent).encode()
    return read_json(SourceDocument(document, source, origin))


def part(number: int = 1, date: str = "2024-05-01") -> ReadRecord:
    """Return a record that lacks its eligibility and its design."""
    value = content(number, date)
    del value["protocolSection"]["eligibilityModule"], value["protocolSection"]["designModule"]
    return read_record(value)


def open_library(folder: Path, *, read_only: bool = False) -> Library:
    """Open a library that reads JSON."""
    return Library.open(folder, reader=read_json, read_only=read_only)
