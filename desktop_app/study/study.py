"""The study record as a whole, in the sections of the registry's API."""

from pydantic import Field

from desktop_app.study.adverse_events import AdverseEventsModule
from desktop_app.study.annotation import AnnotationSection
from desktop_app.study.arms_interventions import ArmsInterventionsModule
from desktop_app.study.base import RecordModel, empty
from desktop_app.study.baseline import BaselineCharacteristicsModule
from desktop_app.study.conditions import ConditionsModule
from desktop_app.study.contacts_locations import ContactsLocationsModule
from desktop_app.study.derived import DerivedSection
from desktop_app.study.description import DescriptionModule
from desktop_app.study.design import DesignModule
from desktop_app.study.documents import DocumentSection
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.identification import IdentificationModule
from desktop_app.study.ipd_sharing import IpdSharingStatementModule
from desktop_app.study.more_info import MoreInfoModule
from desktop_app.study.outcome_measures import OutcomeMeasuresModule
from desktop_app.study.outcomes import OutcomesModule
from desktop_app.study.oversight import OversightModule
from desktop_app.study.participant_flow import ParticipantFlowModule
from desktop_app.study.references import ReferencesModule
from desktop_app.study.source_page import SourcePageSection
from desktop_app.study.sponsors import SponsorCollaboratorsModule
from desktop_app.study.status import StatusModule


class ProtocolSection(RecordModel):
    """The study as its sponsor registered it."""

    identification_module: IdentificationModule = Field(
        default_factory=empty(IdentificationModule), title="Identification"
    )
    status_module: StatusModule = Field(default_factory=empty(StatusModule), title="Study Status")
    sponsor_collaborators_module: SponsorCollaboratorsModule = Field(
        default_factory=empty(SponsorCollaboratorsModule), title="Sponsors and Collaborators"
    )
    oversight_module: OversightModule = Field(
        default_factory=empty(OversightModule), title="Oversight"
    )
    description_module: DescriptionModule = Field(
        default_factory=empty(DescriptionModule), title="Description"
    )
    conditions_module: ConditionsModule = Field(
        default_factory=empty(ConditionsModule), title="Conditions"
    )
    design_module: DesignModule = Field(default_factory=empty(DesignModule), title="Study Design")
    arms_interventions_module: ArmsInterventionsModule = Field(
        default_factory=empty(ArmsInterventionsModule), title="Arms and Interventions"
    )
    outcomes_module: OutcomesModule = Field(default_factory=empty(OutcomesModule), title="Outcomes")
    eligibility_module: EligibilityModule = Field(
        default_factory=empty(EligibilityModule), title="Eligibility"
    )
    contacts_locations_module: ContactsLocationsModule = Field(
        default_factory=empty(ContactsLocationsModule), title="Contacts and Locations"
    )
    references_module: ReferencesModule = Field(
        default_factory=empty(ReferencesModule), title="References"
    )
    ipd_sharing_statement_module: IpdSharingStatementModule = Field(
        default_factory=empty(IpdSharingStatementModule), title="IPD Sharing Statement"
    )


class ResultsSection(RecordModel):
    """What was found, where results are posted."""

    participant_flow_module: ParticipantFlowModule = Field(
        default_factory=empty(ParticipantFlowModule), title="Participant Flow"
    )
    baseline_characteristics_module: BaselineCharacteristicsModule = Field(
        default_factory=empty(BaselineCharacteristicsModule), title="Baseline Characteristics"
    )
    outcome_measures_module: OutcomeMeasuresModule = Field(
        default_factory=empty(OutcomeMeasuresModule), title="Outcome Measures"
    )
    adverse_events_module: AdverseEventsModule = Field(
        default_factory=empty(AdverseEventsModule), title="Adverse Events"
    )
    more_info_module: MoreInfoModule = Field(
        default_factory=empty(MoreInfoModule), title="More Information"
    )


class Study(RecordModel):
    """One record of the registry."""

    protocol_section: ProtocolSection = Field(
        default_factory=empty(ProtocolSection), title="Protocol"
    )
    results_section: ResultsSection = Field(default_factory=empty(ResultsSection), title="Results")
    annotation_section: AnnotationSection = Field(
        default_factory=empty(AnnotationSection), title="Annotation"
    )
    document_section: DocumentSection = Field(
        default_factory=empty(DocumentSection), title="Document"
    )
    derived_section: DerivedSection = Field(default_factory=empty(DerivedSection), title="Derived")
    has_results: bool | None = Field(default=None, title="Results Posted")
    source_page_section: SourcePageSection = Field(
        default_factory=empty(SourcePageSection), title="Related Studies"
    )
