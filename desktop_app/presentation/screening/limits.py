"""What a record limits by fields of their own instead of words: ages, sex, healthy volunteers."""

from collections.abc import Iterator

from desktop_app.languages import N_, _
from desktop_app.presentation.age_words import (
    has_no_maximum,
    has_no_minimum,
    maximum_age_words,
    minimum_age_words,
)
from desktop_app.presentation.fields import element
from desktop_app.presentation.screening.content import (
    Answer,
    RowKind,
    ScreeningList,
    ScreeningRow,
)
from desktop_app.presentation.section import Field
from desktop_app.presentation.wording import sex_words, yes_no
from desktop_app.punctuation import labelled
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.enumerations import Sex

_RULE = N_("The record has fields of their own for these. To take part, the answer to each is Yes.")
_NO_RULE = N_("The record has fields of their own for these, in which there is nothing to check.")

Limit = tuple[Field, str]
"""A field with what the answer Yes means; nothing where it limits nobody."""


def limits(eligibility: EligibilityModule) -> ScreeningList:
    """Return the limits, numbered F-1, F-2 … for field: the text of the criteria has I, E and C.

    A limit that the record does not state, or states not to exist, is a row without boxes.
    """
    every = (*_ages(eligibility), *_sex(eligibility), _volunteers(eligibility))
    rows = tuple(_row(number, *limit) for number, limit in enumerate(every, start=1))
    made = ScreeningList(_("Limits in fields of the record"), _(_RULE), rows, Answer.YES)
    return made if made.count else ScreeningList(made.title, _(_NO_RULE), rows)


def _row(number: int, field: Field, meaning: str) -> ScreeningRow:
    text = labelled(field.label, field.value)
    if field.is_absent or not meaning:
        note = "" if field.is_absent else _("nothing to check")
        return ScreeningRow(RowKind.NOTE, text, f"F-{number}", note=note)
    return ScreeningRow(RowKind.CRITERION, text, f"F-{number}", note=meaning)


def _ages(eligibility: EligibilityModule) -> Iterator[Limit]:
    lowest = element(EligibilityModule, "minimum_age", minimum_age_words(eligibility))
    yield lowest, "" if has_no_minimum(eligibility) else _("Yes means not younger")
    highest = element(EligibilityModule, "maximum_age", maximum_age_words(eligibility))
    yield highest, "" if has_no_maximum(eligibility) else _("Yes means not older")


def _sex(eligibility: EligibilityModule) -> Iterator[Limit]:
    meaning = "" if eligibility.sex == Sex.ALL else _("Yes means of this sex")
    yield element(EligibilityModule, "sex", sex_words(eligibility.sex)), meaning
    based, described = yes_no(eligibility.gender_based), eligibility.gender_description
    if described:
        said = based or _("not stated")
        based = f"{said}\n{described.plain.strip()}"
    if based:
        is_limit = described or eligibility.gender_based
        meaning = _("Yes means that this is met") if is_limit else ""
        yield element(EligibilityModule, "gender_based", based), meaning


def _volunteers(eligibility: EligibilityModule) -> Limit:
    words = yes_no(eligibility.healthy_volunteers)
    meaning = "" if eligibility.healthy_volunteers else _("Yes means not a healthy volunteer")
    return element(EligibilityModule, "healthy_volunteers", words), meaning
