"""Reads references, links, shared data, documents and what the registry derived."""

import re

from desktop_app.languages import N_
from desktop_app.readers.ctgov_xml.elements import Part
from desktop_app.readers.ctgov_xml.markup import markup
from desktop_app.readers.ctgov_xml.values import Held, date_of, flag_of, held, own_date, parse_date
from desktop_app.readers.ctgov_xml.wordings import code_in, code_of
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import IpdSharing, IpdSharingInfoType, ReferenceType
from desktop_app.study.result_enumerations import UnpostedEventType

_PROCESSED_ON = re.compile(r" on ([A-Z][a-z]+ \d{1,2}, \d{4})\Z")
_PENDING_EVENTS = {
    "submitted": UnpostedEventType.RELEASE,
    "returned": UnpostedEventType.RESET,
    "submission_canceled": UnpostedEventType.UNRELEASE,
}


def references(study: Part) -> Held:
    """Read references, links and available data."""
    background = (_reference(one, ReferenceType.BACKGROUND) for one in study.parts("reference"))
    results = (_reference(one, ReferenceType.RESULT) for one in study.parts("results_reference"))
    return held(
        references=(*background, *results),
        see_also_links=tuple(
            held(label=markup(link, "description"), url=link.text("url"))
            for link in study.parts("link")
        ),
        avail_ipds=tuple(
            held(
                id=doc.text("doc_id"),
                type=doc.text("doc_type"),
                url=doc.text("doc_url"),
                comment=markup(doc, "doc_comment"),
            )
            for doc in study.listed("study_docs", "study_doc")
        ),
    )


def _reference(part: Part, kind: ReferenceType) -> Held:
    return held(pmid=part.text("PMID"), type=kind, citation=part.text("citation"))


def ipd_sharing(study: Part) -> Held:
    """Read whether data of individual participants will be shared."""
    data = study.part("patient_data")
    kinds = (
        code_of(kind, kind.own_text, IpdSharingInfoType) for kind in data.parts("ipd_info_type")
    )
    return held(
        ipd_sharing=code_in(data, "sharing_ipd", IpdSharing),
        description=markup(data, "ipd_description"),
        info_types=tuple(kind for kind in kinds if kind),
        time_frame=markup(data, "ipd_time_frame"),
        access_criteria=markup(data, "ipd_access_criteria"),
        url=data.text("ipd_url"),
    )


def documents(study: Part) -> Held:
    """Read which documents are posted with the record."""
    section = study.part("provided_document_section")
    documents = tuple(_document(part) for part in section.parts("provided_document"))
    return held(large_document_module=held(large_docs=documents))


def _document(part: Part) -> Held:
    contents = {
        "Prot": flag_of(part, "document_has_protocol"),
        "SAP": flag_of(part, "document_has_sap"),
        "ICF": flag_of(part, "document_has_icf"),
    }
    # The registry names the type by what the document contains, and the file by the type.
    abbreviation = "_".join(name for name, contained in contents.items() if contained)
    url = part.text("document_url")
    return held(
        type_abbrev=abbreviation,
        has_protocol=contents["Prot"],
        has_sap=contents["SAP"],
        has_icf=contents["ICF"],
        label=part.text("document_type"),
        date=date_of(part, "document_date"),
        filename=url.rpartition("/")[2] if url else None,
    )


def annotation(study: Part) -> Held:
    """Read results that were submitted and are not posted, in the order of the submissions."""
    events = tuple(
        held(type=_event_type(part), **_event_date(part))
        for part in study.part("pending_results").all_parts()
    )
    return held(annotation_module=held(unposted_annotation=held(unposted_events=events)))


def _event_type(part: Part) -> UnpostedEventType | str:
    return _PENDING_EVENTS.get(part.tag) or part.tag


def _event_date(part: Part) -> Held:
    # The registry did not keep dates of cancelling before 2018-05-08.
    if part.own_text == "Unknown":
        return held(date_unknown=True)
    return held(date=own_date(part))


def derived(study: Part) -> Held:
    """Read what the registry worked out, and the day on which it wrote the document."""
    return held(
        misc_info_module=held(
            version_holder=_processed_on(study.part("required_header").part("download_date")),
            removed_countries=study.part("removed_countries").texts("country"),
        ),
        condition_browse_module=_terms(study.part("condition_browse")),
        intervention_browse_module=_terms(study.part("intervention_browse")),
    )


def _processed_on(part: Part) -> PartialDate | None:
    text = part.own_text
    match = _PROCESSED_ON.search(text) if text else None
    if match:
        return parse_date(match[1])
    if text:
        part.report(N_("has no date that can be read: {text}"), text=repr(text))
    return None


def _terms(part: Part) -> Held:
    return held(meshes=tuple({"term": term} for term in part.texts("mesh_term")))
