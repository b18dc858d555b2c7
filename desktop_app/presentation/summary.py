"""The Summary tab: what the study is about, who leads it, and the dates of its record."""

from desktop_app.conventions import date_text
from desktop_app.languages import _, pgettext
from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.fields import (
    date_element,
    date_field,
    element,
    existing,
    field_section,
    present,
    prose_section,
    stated,
)
from desktop_app.presentation.section import FactGrid, Field, Paragraph, Section
from desktop_app.presentation.status import status_look
from desktop_app.presentation.summary_people import people_sections
from desktop_app.presentation.wording import NOT_STATED, enrollment_of, in_words, phase_of, yes_no
from desktop_app.punctuation import labelled, listed
from desktop_app.study.base import label
from desktop_app.study.conditions import ConditionsModule
from desktop_app.study.description import DescriptionModule
from desktop_app.study.design import DesignModule
from desktop_app.study.enumerations import Status
from desktop_app.study.identification import IdentificationModule, SecondaryIdInfo
from desktop_app.study.status import ExpandedAccessInfo, StatusModule
from desktop_app.study.study import Study


def summary_sections(study: Study, context: Context = NOTHING_KNOWN) -> tuple[Section, ...]:
    """Return the Summary tab of a study."""
    protocol = study.protocol_section
    description = protocol.description_module
    return existing(
        Section(_("Key Facts"), (FactGrid(key_facts(study)),)),
        why_stopped_section(study),
        prose_section(DescriptionModule, "brief_summary", description.brief_summary),
        prose_section(DescriptionModule, "detailed_description", description.detailed_description),
        titles_section(protocol.identification_module),
        *people_sections(protocol),
        about_section(protocol.conditions_module),
        identifiers_section(protocol.identification_module),
        expanded_access_section(protocol.status_module),
        dates_section(protocol.status_module),
    )


def key_facts(study: Study) -> tuple[Field, ...]:
    """Return the four facts that are read first."""
    protocol = study.protocol_section
    status, design = protocol.status_module, protocol.design_module
    look = status_look(status.overall_status)
    last_known = (
        labelled(_("last known"), in_words(status.last_known_status))
        if status.last_known_status
        else ""
    )
    return (
        element(
            StatusModule, "overall_status", str(look) if status.overall_status else "", last_known
        ),
        element(DesignModule, "phases", phase_of(design)),
        element(DesignModule, "enrollment_info", *enrollment_of(design)),
        results_field(study),
    )


def results_field(study: Study) -> Field:
    """Return whether results are posted, and since when."""
    posted = study.protocol_section.status_module.results_first_post_date_struct.date
    if study.has_results or study.results_section.model_fields_set:
        return stated(_("Results"), _("Results posted"), date_text(posted) if posted else "")
    return stated(_("Results"), _("No results posted") if study.has_results is False else "")


def why_stopped_section(study: Study) -> Section | None:
    """Return why the study stopped, in the record's words or in ours that none are given."""
    status = study.protocol_section.status_module
    if status.why_stopped:
        return prose_section(StatusModule, "why_stopped", status.why_stopped)
    if status.overall_status in (Status.SUSPENDED, Status.TERMINATED, Status.WITHDRAWN):
        title = label(StatusModule, "why_stopped")
        return Section(title, (Paragraph(_(NOT_STATED), is_quiet=True),), is_aside=True)
    return None


def titles_section(identification: IdentificationModule) -> Section | None:
    """Return the official title and the acronym."""
    fields = (
        element(IdentificationModule, "official_title", identification.official_title or ""),
        element(IdentificationModule, "acronym", identification.acronym or ""),
    )
    return field_section(_("Titles"), present(fields))


def about_section(conditions: ConditionsModule) -> Section | None:
    """Return conditions and keywords."""
    fields = [element(ConditionsModule, "conditions", "\n".join(conditions.conditions))]
    if conditions.keywords:
        fields.append(element(ConditionsModule, "keywords", "\n".join(conditions.keywords)))
    # Translators: The title above conditions and keywords of a study.
    return field_section(pgettext("section of a study", "About"), fields, is_aside=True)


def identifiers_section(identification: IdentificationModule) -> Section | None:
    """Return every identifier with what kind it is and who gave it."""
    own = identification.org_study_id_info
    fields = [
        element(IdentificationModule, "nct_id", identification.nct_id or ""),
        element(
            IdentificationModule,
            "org_study_id_info",
            own.id or "",
            listed((in_words(own.type), own.link or "")),
        ),
    ]
    for other in identification.secondary_id_infos:
        kind = listed((in_words(other.type), other.domain or "", other.link or ""))
        fields.append(stated(label(SecondaryIdInfo, "id"), other.id or "", kind))
    if identification.nct_id_aliases:
        aliases = "\n".join(identification.nct_id_aliases)
        fields.append(element(IdentificationModule, "nct_id_aliases", aliases))
    return field_section(_("Identifiers"), fields, is_aside=True)


def expanded_access_section(status: StatusModule) -> Section | None:
    """Return whether the product can be had outside the study."""
    info = status.expanded_access_info
    fields = (
        element(ExpandedAccessInfo, "has_expanded_access", yes_no(info.has_expanded_access)),
        element(ExpandedAccessInfo, "nct_id", info.nct_id or ""),
        element(ExpandedAccessInfo, "status_for_nct_id", in_words(info.status_for_nct_id)),
    )
    return field_section(_("Expanded Access"), present(fields), is_aside=True)


def dates_section(status: StatusModule) -> Section | None:
    """Return the dates of the study and of its record, in the order in which they fall."""
    studied = [
        date_field(StatusModule, "start_date_struct", status.start_date_struct),
        date_field(
            StatusModule, "primary_completion_date_struct", status.primary_completion_date_struct
        ),
        date_field(StatusModule, "completion_date_struct", status.completion_date_struct),
    ]
    return field_section(_("Dates"), [*studied, *record_dates(status)], is_aside=True)


def record_dates(status: StatusModule) -> tuple[Field, ...]:
    """Return the dates of the record that it states."""
    plain = (
        "study_first_submit_date",
        "study_first_submit_qc_date",
        "results_first_submit_date",
        "results_first_submit_qc_date",
        "disp_first_submit_date",
        "disp_first_submit_qc_date",
        "last_update_submit_date",
        "status_verified_date",
    )
    fields = [date_element(StatusModule, name, getattr(status, name)) for name in plain]
    posted = (
        "study_first_post_date_struct",
        "results_first_post_date_struct",
        "disp_first_post_date_struct",
        "last_update_post_date_struct",
    )
    fields += [date_field(StatusModule, name, getattr(status, name)) for name in posted]
    if status.delayed_posting:
        fields.append(element(StatusModule, "delayed_posting", yes_no(status.delayed_posting)))
    order = [label(StatusModule, name) for name in StatusModule.model_fields]
    return tuple(sorted(present(fields), key=lambda field: order.index(field.label)))
