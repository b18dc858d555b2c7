"""Small made-up studies for tests."""

import json
from typing import Any

from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.study.study import Study


def record_bytes(nct_id: str = "NCT01234567", **modules: Any) -> bytes:
    """Return a record in the registry's JSON; modules by their names, such as designModule."""
    protocol = {"identificationModule": {"nctId": nct_id, "briefTitle": f"Study {nct_id}"}}
    return json.dumps({"protocolSection": protocol | modules}).encode()


def study_with(**modules: Any) -> Study:
    """Return a study with the given modules in the registry's JSON form."""
    return read_ctgov_json(record_bytes(**modules))[0]


def page_extras(study: Study) -> dict[str, Any]:
    """Return what a source page held beside the record, in JSON form without related studies."""
    return study.source_page_section.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, exclude={"related_studies"}
    )
