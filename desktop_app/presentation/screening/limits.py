"""What a record limits by fields of their own instead of words: ages, sex, healthy volunteers."""

from collections.abc import Iterator

from desktop_app.presentation.fields import element
from desktop_app.presentation.screening.content import (
    Answer,
    RowKind,
    ScreeningList,
    ScreeningRow,
)
from desktop_app.presentation.section import Field
from desktop_app.presentation.wording import (
    NO_LIMIT,
    maximum_age_words,
    minimum_age_words,
    sex_words,
    yes_no,
)
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.enumerations import Sex

_RULE = "The record has fields of their own for these. To take part, the answer to each is Yes."
_NO_RULE = "The record has fields of their own for these, in which there is nothing to check."
_NOTHING_TO_CHECK = "nothing to check"

Limit = tuple[Field, str]
"""A field with what the answer Yes means; nothing where it limits nobody."""


def limits(eligibility: EligibilityModule) -> ScreeningList:
    """Return the limits, numbered F-1, F-2 … for field: the text of the criteria has I, E and C.

    A limit that the record does not state, or states not to exist, is a row without boxes.
    """
    every = (*_ages(eligibility), *_sex(eligibility), _volunteers(eligibility))
    rows = tuple(_row(number, *limit) for number, limit in enumerate(every, start=1))
    made = ScreeningList("Limits in fields of the record", _RULE, rows, Answer.YES)
    return made if made.count else ScreeningList(made.title, _NO_RULE, rows)


def _row(number: int, field: Field, meaning: str) -> ScreeningRow:
    text = f"{field.label}: {field.value}"
    if field.is_absent or not meaning:
        note = "" if field.is_absent else _NOTHING_TO_CHECK
        return ScreeningRow(RowKind.NOTE, text, f"F-{number}", note=note)
    return ScreeningRow(RowKind.CRITERION, text, f"F-{number}", note=f"Yes means {meaning}")


def _ages(eligibility: EligibilityModule) -> Iterator[Limit]:
    ages = (
        ("minimum_age", minimum_age_words(eligibility), "not younger"),
        ("maximum_age", maximum_age_words(eligibility), "not older"),
    )
    for name, words, meaning in ages:
        yield element(EligibilityModule, name, words), "" if words == NO_LIMIT else meaning


def _sex(eligibility: EligibilityModule) -> Iterator[Limit]:
    meaning = "" if eligibility.sex == Sex.ALL else "of this sex"
    yield element(EligibilityModule, "sex", sex_words(eligibility.sex)), meaning
    based, described = yes_no(eligibility.gender_based), eligibility.gender_description
    if described:
        based = f"{based or 'not stated'}\n{described.plain.strip()}"
    if based:
        meaning = "that this is met" if described or eligibility.gender_based else ""
        yield element(EligibilityModule, "gender_based", based), meaning


def _volunteers(eligibility: EligibilityModule) -> Limit:
    words = yes_no(eligibility.healthy_volunteers)
    meaning = "" if eligibility.healthy_volunteers else "not a healthy volunteer"
    return element(EligibilityModule, "healthy_volunteers", words), meaning
