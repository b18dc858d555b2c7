"""What stands beside the results: limitations, agreements, and whom to ask."""

from collections.abc import Iterator

from desktop_app.presentation.fields import prose, stated
from desktop_app.presentation.results.texts import fields_of, one_line, text_field
from desktop_app.presentation.section import Field, FieldList, Section
from desktop_app.presentation.wording import in_words, yes_no
from desktop_app.study.base import label
from desktop_app.study.more_info import CertainAgreement, MoreInfoModule, PointOfContact


def more_info_sections(module: MoreInfoModule) -> Iterator[Section]:
    """Yield limitations, agreements and point of contact, those that the record has."""
    limitations = prose(module.limitations_and_caveats.description)
    if limitations:
        yield Section(label(MoreInfoModule, "limitations_and_caveats"), limitations)
    if module.certain_agreement.model_fields_set:
        fields = _agreement(module.certain_agreement)
        yield Section(label(MoreInfoModule, "certain_agreement"), (FieldList(fields),))
    if module.point_of_contact.model_fields_set:
        fields = _contact(module.point_of_contact)
        yield Section(label(MoreInfoModule, "point_of_contact"), (FieldList(fields),))


def _agreement(agreement: CertainAgreement) -> tuple[Field, ...]:
    model = CertainAgreement
    restrictive = yes_no(agreement.restrictive_agreement)
    return (
        stated(label(model, "pi_sponsor_employee"), yes_no(agreement.pi_sponsor_employee)),
        *fields_of(
            Field(label(model, "restrictive_agreement"), restrictive) if restrictive else None,
            text_field(model, "restriction_type", in_words(agreement.restriction_type)),
            text_field(model, "other_details", agreement.other_details),
        ),
    )


def _contact(contact: PointOfContact) -> tuple[Field, ...]:
    names = ("title", "organization", "email", "phone")
    fields = [
        stated(label(PointOfContact, name), one_line(getattr(contact, name))) for name in names
    ]
    return (*fields, *fields_of(text_field(PointOfContact, "phone_ext", contact.phone_ext)))
