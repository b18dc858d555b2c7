from datetime import UTC, datetime
from typing import Any

from desktop_app.export.citation.plain import plain_citations
from desktop_app.export.source import Source
from desktop_app.presentation.context import NOTHING_KNOWN, Context, HeldVersion, Provenance
from tests.studies import study_with

_IMPORTED = Context(
    provenance=Provenance(HeldVersion("", "", "", 0, imported_at=datetime(2026, 11, 3, tzinfo=UTC)))
)


def _source(title: str, context: Context = NOTHING_KNOWN, **modules: Any) -> Source:
    naming = {"nctId": "NCT01234567", "briefTitle": title}
    return Source(study_with(identificationModule=naming, **modules), b"", "x.json", "0", context)


def test_a_citation_is_a_line_of_sentences() -> None:
    source = _source(
        "Aspirin & <b>Rest</b>\nin Asthma",
        _IMPORTED,
        sponsorCollaboratorsModule={"leadSponsor": {"name": "Basel Co., Ltd."}},
        statusModule={"lastUpdatePostDateStruct": {"date": "2025-12-04"}},
    )
    assert plain_citations([source, source]).splitlines() == 2 * [
        "Basel Co., Ltd. Aspirin & <b>Rest</b> in Asthma. ClinicalTrials.gov NCT01234567. Version"
        " of 2025-12-04. Accessed 2026-11-03. https://clinicaltrials.gov/study/NCT01234567"
    ]


def test_what_a_record_does_not_state_is_left_out_or_said() -> None:
    assert plain_citations([_source("Does It Work?")]) == (
        "Does It Work? ClinicalTrials.gov NCT01234567. Version date not stated."
        " https://clinicaltrials.gov/study/NCT01234567\n"
    )
