"""Reads a study of the registry's older XML (``clinical_study``), into the model of its API."""

import re
import xml.etree.ElementTree as ET

from desktop_app.errors import RecordFormatError
from desktop_app.languages import N_, _, ngettext
from desktop_app.readers.ctgov_xml.contacts import contacts_locations
from desktop_app.readers.ctgov_xml.design import design
from desktop_app.readers.ctgov_xml.document import parse_xml
from desktop_app.readers.ctgov_xml.elements import Ledger, Part
from desktop_app.readers.ctgov_xml.events import adverse_events
from desktop_app.readers.ctgov_xml.flow import more_info, participant_flow
from desktop_app.readers.ctgov_xml.identity import (
    conditions,
    description,
    identification,
    oversight,
    sponsors,
)
from desktop_app.readers.ctgov_xml.outcomes import baseline, outcome_measures
from desktop_app.readers.ctgov_xml.participation import arms_interventions, eligibility, outcomes
from desktop_app.readers.ctgov_xml.references import (
    annotation,
    derived,
    documents,
    ipd_sharing,
    references,
)
from desktop_app.readers.ctgov_xml.status import status
from desktop_app.readers.ctgov_xml.unread import unread
from desktop_app.readers.ctgov_xml.values import Held, held
from desktop_app.readers.reading import Oddity
from desktop_app.study.study import Study

_RECORD = "clinical_study"
_NCT_ID = re.compile(r"NCT\d{8}\Z")


def read_ctgov_xml(content: bytes) -> tuple[Study, tuple[Oddity, ...]]:
    """Read one study.

    Values come out as the registry's API has them. What cannot be read, what the model has no
    place for and what is unknown is told as oddities, by the XML's own paths. Raises
    RecordFormatError where the content is not one study.
    """
    ledger = Ledger(record_of(parse_xml(content)))
    study = Study.model_validate(_study(Part(ledger, ledger.root)))
    return study, (*ledger.oddities, *unread(ledger))


def record_of(root: ET.Element) -> ET.Element:
    """Return the one record of a document; raises RecordFormatError where there is not one."""
    records = list(root.iter(_RECORD))
    if len(records) == 1:
        return records[0]
    if records:
        words = _("It holds {count} study records in one file. Save each in a file of its own.")
        raise RecordFormatError(words.format(count=len(records)))
    if root.tag == "search_results":
        found = len(root.findall("study"))
        words = ngettext(
            "It is a list of search results: it names {count} study, but does not hold its record.",
            "It is a list of search results: it names {count} studies, but holds none of their "
            "records.",
            found,
        )
        raise RecordFormatError(words.format(count=found))
    words = _(
        "It is XML, but not a study of ClinicalTrials.gov: its outermost element is {element}."
    )
    raise RecordFormatError(words.format(element=root.tag[:60]))


def _study(study: Part) -> Held:
    protocol = _protocol(study)
    results = study.part("clinical_results")
    return held(
        protocol_section=protocol,
        results_section=_results(results),
        annotation_section=annotation(study),
        document_section=documents(study),
        derived_section=derived(study),
        has_results=bool(results) or _says_results_are_posted(study),
    )


def _says_results_are_posted(study: Part) -> bool:
    # Before 2018 the one date of results was there only where they were posted.
    tags = ("results_first_posted", "firstreceived_results_date")
    return any(study.part(tag) for tag in tags)


def _protocol(study: Part) -> Held:
    identity = identification(study)
    nct_id = identity.get("nct_id")
    if nct_id is None:
        raise RecordFormatError(_("It is a study record without an NCT number."))
    if not _NCT_ID.match(str(nct_id)):
        study.part("id_info").part("nct_id").report(
            N_("{number} is not an NCT number"), number=repr(nct_id)
        )
    return held(
        identification_module=identity,
        status_module=status(study),
        sponsor_collaborators_module=sponsors(study),
        oversight_module=oversight(study),
        description_module=description(study),
        conditions_module=conditions(study),
        design_module=design(study),
        arms_interventions_module=arms_interventions(study),
        outcomes_module=outcomes(study),
        eligibility_module=eligibility(study),
        contacts_locations_module=contacts_locations(study),
        references_module=references(study),
        ipd_sharing_statement_module=ipd_sharing(study),
    )


def _results(results: Part) -> Held:
    return held(
        participant_flow_module=participant_flow(results),
        baseline_characteristics_module=baseline(results),
        outcome_measures_module=outcome_measures(results),
        adverse_events_module=adverse_events(results),
        more_info_module=more_info(results),
    )
