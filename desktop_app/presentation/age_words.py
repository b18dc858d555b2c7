"""Ages in words: the two limits, alone and in one phrase."""

from desktop_app.analysis.age_text import age_text
from desktop_app.languages import _
from desktop_app.presentation.wording import NO_LIMIT, NOT_STATED
from desktop_app.punctuation import capitalized
from desktop_app.study.ages import Age
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.enumerations import StandardAge


def minimum_age_words(eligibility: EligibilityModule) -> str:
    """Return the lower age limit, or that there is none, or that none is stated."""
    return _limit_words(eligibility.minimum_age, has_no_minimum(eligibility))


def maximum_age_words(eligibility: EligibilityModule) -> str:
    """Return the upper age limit; see ``minimum_age_words``."""
    return _limit_words(eligibility.maximum_age, has_no_maximum(eligibility))


def _limit_words(age: Age | None, has_none: bool) -> str:
    if has_none:
        return _(NO_LIMIT)
    return age_text(age) if age else _(NOT_STATED)


def has_no_minimum(eligibility: EligibilityModule) -> bool:
    """Tell whether the record says that there is no lower limit.

    The registry leaves out a limit that was registered as "N/A (No limit)". That there is none is
    said only where the age groups that the registry derives show it.
    """
    if eligibility.minimum_age:
        return eligibility.minimum_age.is_no_limit
    return StandardAge.CHILD in eligibility.std_ages


def has_no_maximum(eligibility: EligibilityModule) -> bool:
    """Tell whether the record says that there is no upper limit; see ``has_no_minimum``."""
    if eligibility.maximum_age:
        return eligibility.maximum_age.is_no_limit
    return StandardAge.OLDER_ADULT in eligibility.std_ages


def states_ages(eligibility: EligibilityModule) -> bool:
    """Tell whether the record says anything of either limit."""
    stated = eligibility.minimum_age or eligibility.maximum_age
    return bool(stated or has_no_minimum(eligibility) or has_no_maximum(eligibility))


def age_range_words(eligibility: EligibilityModule) -> str:
    """Return both limits as a phrase of its own: ``19 to 40 years``, ``No age limit``."""
    return capitalized(age_range_within(eligibility))


def age_range_within(eligibility: EligibilityModule) -> str:
    """Return both limits as a phrase that follows another one: ``no age limit``."""
    lowest, highest = _stated_limits(eligibility)
    no_lowest, no_highest = has_no_minimum(eligibility), has_no_maximum(eligibility)
    if lowest and highest:
        is_same = lowest.unit is highest.unit
        begin = str(lowest.count) if is_same else age_text(lowest)
        return _("{lowest} to {highest}").format(lowest=begin, highest=age_text(highest))
    if lowest:
        over = _("{age} and over") if no_highest else _("from {age}, upper limit not stated")
        return over.format(age=age_text(lowest))
    if highest:
        up_to = _("up to {age} (lower limit not stated)")
        if no_lowest:
            up_to = _("up to {age} (no lower limit)")
        return up_to.format(age=age_text(highest))
    return _open_range(no_lowest, no_highest)


def _open_range(no_lowest: bool, no_highest: bool) -> str:
    if no_lowest and no_highest:
        return _("no age limit")
    if no_highest:
        return _("no upper limit, lower not stated")
    if no_lowest:
        return _("no lower limit, upper limit not stated")
    return _("ages not stated")


def _stated_limits(eligibility: EligibilityModule) -> tuple[Age | None, Age | None]:
    limits = (eligibility.minimum_age, eligibility.maximum_age)
    lowest, highest = (None if age is None or age.is_no_limit else age for age in limits)
    return lowest, highest
