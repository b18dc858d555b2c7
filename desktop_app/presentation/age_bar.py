"""The ages of those who can take part as a picture with its words."""

from collections.abc import Iterator
from functools import partial
from math import inf

from desktop_app.analysis.age_bar import (
    ADULT,
    OLDER,
    AgeGroup,
    AgeLimit,
    Ages,
    End,
    age_scale,
    draw_ages,
)
from desktop_app.analysis.age_text import age_text
from desktop_app.languages import _
from desktop_app.presentation.age_words import has_no_maximum, has_no_minimum
from desktop_app.presentation.section import Figure
from desktop_app.presentation.wording import NO_LIMIT, NOT_STATED, all_in_words
from desktop_app.punctuation import labelled
from desktop_app.study.ages import Age
from desktop_app.study.base import label
from desktop_app.study.codes import code_label
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.enumerations import StandardAge

_GROUPS = {
    StandardAge.CHILD: (0.0, ADULT),
    StandardAge.ADULT: (ADULT, OLDER),
    StandardAge.OLDER_ADULT: (OLDER, inf),
}


def age_bar_figure(eligibility: EligibilityModule) -> Figure | None:
    """Return the ages on an axis, or None where the record states neither limits nor groups."""
    if not (eligibility.minimum_age or eligibility.maximum_age or eligibility.std_ages):
        return None
    ages = _ages(eligibility)
    return Figure("ages", _("Ages"), tuple(_words(eligibility, ages)), partial(draw_ages, ages))


def _ages(eligibility: EligibilityModule) -> Ages:
    lowest = _limit("minimum_age", eligibility.minimum_age, has_no_minimum(eligibility), 0)
    highest = _limit("maximum_age", eligibility.maximum_age, has_no_maximum(eligibility), inf)
    scale = age_scale(eligibility.minimum_age, eligibility.maximum_age)
    groups = tuple(_groups(eligibility))
    return Ages(lowest, highest, scale, groups, tuple(_notes(lowest, highest)))


def _notes(lowest: AgeLimit, highest: AgeLimit) -> Iterator[str]:
    if lowest.days > highest.days:
        yield _("The record states a minimum age above the maximum age; no range is drawn.")


def _limit(name: str, age: Age | None, has_none: bool, open_days: float) -> AgeLimit:
    title = label(EligibilityModule, name)
    if age is not None and not age.is_no_limit:
        return AgeLimit(title, age_text(age), age.in_days, End.STATED)
    if has_none:
        return AgeLimit(title, _(NO_LIMIT), open_days, End.NO_LIMIT)
    return AgeLimit(title, _(NOT_STATED), open_days, End.UNSTATED)


def _groups(eligibility: EligibilityModule) -> Iterator[AgeGroup]:
    """Yield all groups where the record states some; they are read with their ages at the axis."""
    if eligibility.std_ages:
        for group, (first, last) in _GROUPS.items():
            # Without the ages in brackets, which the axis tells.
            name = code_label(group).replace("（", " (").partition(" (")[0]
            yield AgeGroup(name, first, last, group in eligibility.std_ages)


def _words(eligibility: EligibilityModule, ages: Ages) -> Iterator[str]:
    for limit in (ages.lowest, ages.highest):
        yield labelled(limit.name, limit.words)
    if eligibility.std_ages:
        groups = all_in_words(eligibility.std_ages)
        yield labelled(label(EligibilityModule, "std_ages"), groups)
    yield from ages.notes
