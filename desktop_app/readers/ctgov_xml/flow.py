"""Reads how participants passed through a study, and what stands beside its results."""

import re

from desktop_app.languages import N_
from desktop_app.readers.ctgov_xml.elements import Part
from desktop_app.readers.ctgov_xml.markup import markup, own_markup
from desktop_app.readers.ctgov_xml.measures import group_id, groups
from desktop_app.readers.ctgov_xml.values import Held, held
from desktop_app.readers.noted import Note
from desktop_app.study.result_enumerations import AgreementRestrictionType

_EMPLOYED = {
    "All Principal Investigators ARE employed by the organization sponsoring the study.": True,
    "Principal Investigators are NOT employed by the organization sponsoring the study.": False,
}
_NO_AGREEMENT = "There is NOT an agreement between Principal Investigators and the Sponsor"
_SPONSOR_REVIEWS = "The only disclosure restriction on the PI is that the sponsor can review"
_AT_MOST_60_DAYS = "less than or equal to 60 days"
_MORE_DAYS = "more than 60 days but less than or equal to 180 days"
_PHONE_WITH_EXTENSION = re.compile(r"(.+?) ext:? (\S+)\Z")


def participant_flow(results: Part) -> Held:
    """Read groups and periods."""
    part = results.part("participant_flow")
    return held(
        pre_assignment_details=markup(part, "pre_assignment_details"),
        recruitment_details=markup(part, "recruitment_details"),
        groups=groups(part),
        periods=tuple(_period(period) for period in part.listed("period_list", "period")),
    )


def _period(part: Part) -> Held:
    milestones = part.listed("milestone_list", "milestone")
    reasons = part.listed("drop_withdraw_reason_list", "drop_withdraw_reason")
    return held(
        title=part.text("title"),
        milestones=tuple(
            held(type=one.text("title"), achievements=_participants(one)) for one in milestones
        ),
        drop_withdraws=tuple(
            held(type=one.text("title"), reasons=_participants(one)) for one in reasons
        ),
    )


def _participants(part: Part) -> tuple[Held, ...]:
    return tuple(
        held(
            group_id=group_id(one.attribute("group_id")),
            comment=own_markup(one),
            num_subjects=one.attribute("count"),
        )
        for one in part.listed("participants_list", "participants")
    )


def more_info(results: Part) -> Held:
    """Read limitations, agreements and whom to ask."""
    contact = results.part("point_of_contact")
    phone = contact.text("phone")
    extended = _PHONE_WITH_EXTENSION.match(phone) if phone else None
    return held(
        limitations_and_caveats=held(description=markup(results, "limitations_and_caveats")),
        certain_agreement=_certain_agreement(results.part("certain_agreements")),
        point_of_contact=held(
            title=contact.text("name_or_title"),
            organization=contact.text("organization"),
            email=contact.text("email"),
            phone=extended[1] if extended else phone,
            phone_ext=extended[2] if extended else None,
        ),
    )


def _certain_agreement(part: Part) -> Held:
    employee = part.part("pi_employee")
    words = employee.own_text
    if words is not None and words not in _EMPLOYED:
        employee.leave_out(words, Note(N_("it is not one of the registry's sentences")))
    return held(pi_sponsor_employee=_EMPLOYED.get(words or "")) | _agreement(part)


def _agreement(part: Part) -> Held:
    """Read the sentences that the registry prints for its own terms, or the sponsor's words."""
    text = part.text("restrictive_agreement")
    if text is None:
        return {}
    if text.startswith(_NO_AGREEMENT):
        return held(restrictive_agreement=False)
    kind = AgreementRestrictionType.OTHER
    if text.startswith(_SPONSOR_REVIEWS):
        if _AT_MOST_60_DAYS in text:
            kind = AgreementRestrictionType.LTE60
        elif _MORE_DAYS in text:
            kind = AgreementRestrictionType.GT60
    words = markup(part, "restrictive_agreement")
    details = words if kind is AgreementRestrictionType.OTHER else None
    return held(restrictive_agreement=True, restriction_type=kind, other_details=details)
