"""Reads what a study is called, who leads it, what it is about and what is studied."""

from desktop_app.readers.ctgov_xml.elements import Part
from desktop_app.readers.ctgov_xml.markup import textblock
from desktop_app.readers.ctgov_xml.values import Held, flag_of, held
from desktop_app.readers.ctgov_xml.wordings import code_in
from desktop_app.study.enumerations import AgencyClass, ResponsiblePartyType


def identification(study: Part) -> Held:
    """Read the identifiers and titles."""
    ids = study.part("id_info")
    return held(
        nct_id=ids.text("nct_id"),
        nct_id_aliases=ids.texts("nct_alias"),
        org_study_id_info=held(id=ids.text("org_study_id")),
        secondary_id_infos=tuple({"id": text} for text in ids.texts("secondary_id")),
        brief_title=study.text("brief_title"),
        official_title=study.text("official_title"),
        acronym=study.text("acronym"),
        organization=held(full_name=study.text("source")),
    )


def sponsors(study: Part) -> Held:
    """Read the sponsors and the responsible party, in its form of today or of before 2011."""
    party = study.part("responsible_party")
    group = study.part("sponsors")
    return held(
        responsible_party=held(
            type=code_in(party, "responsible_party_type", ResponsiblePartyType),
            investigator_full_name=party.text("investigator_full_name"),
            investigator_title=party.text("investigator_title"),
            investigator_affiliation=party.text("investigator_affiliation"),
            old_name_title=party.text("name_title"),
            old_organization=party.text("organization"),
        ),
        lead_sponsor=_sponsor(group.part("lead_sponsor")),
        collaborators=tuple(_sponsor(part) for part in group.parts("collaborator")),
    )


def _sponsor(part: Part) -> Held:
    return held(name=part.text("agency"), class_=code_in(part, "agency_class", AgencyClass))


def oversight(study: Part) -> Held:
    """Read who watches over the study."""
    info = study.part("oversight_info")
    return held(
        oversight_has_dmc=flag_of(info, "has_dmc"),
        is_fda_regulated_drug=flag_of(info, "is_fda_regulated_drug"),
        is_fda_regulated_device=flag_of(info, "is_fda_regulated_device"),
        is_unapproved_device=flag_of(info, "is_unapproved_device"),
        is_ppsd=flag_of(info, "is_ppsd"),
        is_us_export=flag_of(info, "is_us_export"),
    )


def description(study: Part) -> Held:
    """Read what the study is about."""
    return held(
        brief_summary=textblock(study, "brief_summary"),
        detailed_description=textblock(study, "detailed_description"),
    )


def conditions(study: Part) -> Held:
    """Read conditions and keywords."""
    return held(conditions=study.texts("condition"), keywords=study.texts("keyword"))
