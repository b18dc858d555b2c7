"""The one-page protocol brief as content: what a professional reader needs of a record first."""

import unicodedata
from datetime import date

from desktop_app.conventions import date_text
from desktop_app.languages import _, ngettext
from desktop_app.presentation.brief.beyond import beyond, dates
from desktop_app.presentation.brief.content import Brief, Excerpt, Figures, Identity, Titles
from desktop_app.presentation.brief.criteria import brief_criteria
from desktop_app.presentation.brief.design_sentence import design_sentence
from desktop_app.presentation.brief.facts import key_facts
from desktop_app.presentation.brief.gaps import gaps
from desktop_app.presentation.brief.places import places
from desktop_app.presentation.brief.sentences import passage
from desktop_app.presentation.brief.treatments import primary_outcomes, treatments
from desktop_app.presentation.record.addresses import registry_address
from desktop_app.presentation.schematic import schematic_figure
from desktop_app.presentation.status import StatusLook, status_look
from desktop_app.presentation.time_axis import course_figure
from desktop_app.presentation.wording import (
    NOT_STATED,
    grouped,
    has_phase,
    in_words,
    is_phase_missing,
    phase_of,
)
from desktop_app.punctuation import as_recorded, labelled, listed_long, with_note
from desktop_app.study.contacts_locations import Official
from desktop_app.study.design import DesignModule
from desktop_app.study.identification import IdentificationModule
from desktop_app.study.sponsors import Sponsor
from desktop_app.study.status import StatusModule
from desktop_app.study.study import ProtocolSection, Study
from desktop_app.study.summary import record_date

_NAMED = 3
"""How many collaborators and officials the sponsor line names before it only counts them."""

_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
"""Categories of characters that leave nothing on paper: controls, formats, spaces."""


def brief_of(study: Study, today: date) -> Brief:
    """Return the whole brief, nothing left out yet."""
    protocol = study.protocol_section
    return Brief(
        identity=_identity(study),
        titles=_titles(protocol.identification_module),
        sponsor=_sponsor_line(protocol),
        standing=_standing(protocol.status_module),
        conditions=Excerpt(tuple(_flat(one) for one in protocol.conditions_module.conditions)),
        summary=passage(protocol.description_module.brief_summary),
        design=design_sentence(protocol),
        figures=_figures(study, today),
        facts=key_facts(protocol),
        treatments=treatments(protocol),
        outcomes=primary_outcomes(protocol),
        criteria=brief_criteria(protocol.eligibility_module),
        places=places(protocol),
        gaps=gaps(study),
        beyond=beyond(study),
        printed=today,
    )


def _figures(study: Study, today: date) -> Figures:
    return Figures(
        schematic=schematic_figure(study),
        axis=course_figure(study, today),
        timeless_axis=course_figure(study, None),
        dates=tuple(dates(study.protocol_section)),
    )


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())


def _shown(title: str | None) -> str:
    """Return a title; nothing where no character of it can be seen."""
    text = _flat(title)
    return text if any(unicodedata.category(one) not in _UNSEEN for one in text) else ""


def _identity(study: Study) -> Identity:
    protocol = study.protocol_section
    identification = protocol.identification_module
    design = protocol.design_module
    number = _flat(identification.nct_id)
    version = record_date(study)
    return Identity(
        nct_id=number or _("NCT number not stated"),
        org_study_id=_flat(identification.org_study_id_info.id),
        status=_status(protocol.status_module),
        phase=_phase(design),
        study_type=in_words(design.study_type) or _("Study type not stated"),
        record_date=date_text(version) if version else _(NOT_STATED),
        address=registry_address(number),
    )


def _phase(design: DesignModule) -> str:
    if has_phase(design):
        return phase_of(design)
    if is_phase_missing(design):
        return _("Phase not stated")
    return _("Phase not applicable")


def _status(status: StatusModule) -> StatusLook:
    look = status_look(status.overall_status)
    # On the page it stands among other elements, and none is named.
    return look if status.overall_status else look._replace(word=_("Status not stated"))


def _titles(identification: IdentificationModule) -> Titles:
    brief = _shown(identification.brief_title)
    official = _shown(identification.official_title)
    repeats = official.rstrip(".").casefold() == brief.rstrip(".").casefold()
    return Titles(
        brief=brief or official or _("No title in this record"),
        official="" if repeats or not brief else official,
        acronym=_flat(identification.acronym),
    )


def _sponsor_line(protocol: ProtocolSection) -> str:
    module = protocol.sponsor_collaborators_module
    named = module.lead_sponsor.name
    sponsor = _sponsor(module.lead_sponsor) if named else _("not stated")
    parts = [labelled(_("Sponsor"), sponsor)]
    if module.collaborators:
        parts.append(_collaborators(module.collaborators))
    parts += _officials(protocol.contacts_locations_module.overall_officials)
    return " · ".join(parts)


def _sponsor(sponsor: Sponsor) -> str:
    kind = in_words(sponsor.class_)
    return with_note(_flat(sponsor.name), kind)


def _collaborators(collaborators: tuple[Sponsor, ...]) -> str:
    if len(collaborators) > _NAMED:
        count = len(collaborators)
        words = ngettext("{count} collaborator", "{count} collaborators", count)
        return words.format(count=grouped(count))
    names = listed_long(_flat(one.name) or _(NOT_STATED) for one in collaborators)
    title = _("Collaborators") if len(collaborators) > 1 else _("Collaborator")
    return labelled(title, names)


def _officials(officials: tuple[Official, ...]) -> list[str]:
    if len(officials) > _NAMED:
        first = _official(officials[0])
        more = len(officials) - 1
        words = ngettext("{count} more official", "{count} more officials", more)
        return [first, words.format(count=grouped(more))]
    return [_official(one) for one in officials]


def _official(official: Official) -> str:
    person = as_recorded(_flat(part) for part in (official.name, official.affiliation) if part)
    return labelled(in_words(official.role) or _("Official"), person or _("not stated"))


def _standing(status: StatusModule) -> str:
    parts = []
    if status.why_stopped:
        parts.append(labelled(_("Why stopped"), _flat(status.why_stopped.plain)))
    if status.last_known_status:
        parts.append(labelled(_("Last known status"), in_words(status.last_known_status)))
    return " · ".join(parts)
