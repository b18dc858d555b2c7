"""Reads of a study in the registry's older XML only its names, for comparing it with others."""

from typing import Any

from desktop_app.readers.ctgov_xml.contacts import whole_name
from desktop_app.readers.ctgov_xml.design import phases
from desktop_app.readers.ctgov_xml.document import parse_xml
from desktop_app.readers.ctgov_xml.elements import Ledger, Part
from desktop_app.readers.ctgov_xml.record import record_of
from desktop_app.readers.ctgov_xml.values import held
from desktop_app.readers.ctgov_xml.wordings import code_of
from desktop_app.study.enumerations import Sex


def read_names(content: bytes) -> dict[str, Any]:
    """Return who does a study, what it is about and whom it is for, as in the registry's JSON.

    Takes a small part of the time of the whole: nothing is checked, and what is not read is not
    told. Raises RecordFormatError where the content is not one study.
    """
    study = Part(*_ledger(content))
    protocol = held(
        identificationModule=_identification(study),
        sponsorCollaboratorsModule=_sponsors(study.part("sponsors")),
        conditionsModule=held(
            conditions=list(study.texts("condition")), keywords=list(study.texts("keyword"))
        ),
        designModule=held(phases=[str(phase) for phase in phases(study)]),
        armsInterventionsModule={
            "interventions": [_intervention(part) for part in study.parts("intervention")]
        },
        eligibilityModule=_eligibility(study.part("eligibility")),
        contactsLocationsModule={
            "overallOfficials": [_named(whole_name(one)) for one in study.parts("overall_official")]
        },
    )
    derived = {
        "conditionBrowseModule": _terms(study.part("condition_browse")),
        "interventionBrowseModule": _terms(study.part("intervention_browse")),
    }
    return {"protocolSection": protocol, "derivedSection": derived}


def _ledger(content: bytes) -> tuple[Ledger, Any]:
    ledger = Ledger(record_of(parse_xml(content)))
    return ledger, ledger.root


def _identification(study: Part) -> dict[str, Any]:
    ids = study.part("id_info")
    return held(
        nctId=ids.text("nct_id"),
        nctIdAliases=list(ids.texts("nct_alias")),
        orgStudyIdInfo=held(id=ids.text("org_study_id")),
        secondaryIdInfos=[{"id": text} for text in ids.texts("secondary_id")],
        briefTitle=study.text("brief_title"),
        officialTitle=study.text("official_title"),
    )


def _sponsors(group: Part) -> dict[str, Any]:
    return {
        "leadSponsor": _named(group.part("lead_sponsor").text("agency")),
        "collaborators": [_named(one.text("agency")) for one in group.parts("collaborator")],
    }


def _intervention(part: Part) -> dict[str, Any]:
    names = list(part.texts("other_name"))
    return _named(part.text("intervention_name")) | {"otherNames": names}


def _eligibility(part: Part) -> dict[str, Any]:
    gender = part.part("gender")
    sex = code_of(gender, gender.own_text, Sex)
    return {} if sex is None else {"sex": str(sex)}


def _terms(part: Part) -> dict[str, Any]:
    return {"meshes": [{"term": term} for term in part.texts("mesh_term")]}


def _named(name: str | None) -> dict[str, Any]:
    return held(name=name)
