"""An age in words of the spoken language."""

from desktop_app.languages import _, ngettext
from desktop_app.study.ages import Age, AgeUnit


def age_text(age: Age) -> str:
    """Return an age with its unit: ``18 years``; in words that there is no limit."""
    if age.unit is None:
        return _("No limit")
    return unit_text(age.unit, age.count).format(count=age.count)


def unit_text(unit: AgeUnit, count: int) -> str:
    """Return the words for so many of a unit, with ``{count}`` where the number stands."""
    match unit:
        case AgeUnit.YEAR:
            # Translators: An age: 岁 in Chinese.
            return ngettext("{count} year", "{count} years", count)
        case AgeUnit.MONTH:
            return ngettext("{count} month", "{count} months", count)
        case AgeUnit.WEEK:
            return ngettext("{count} week", "{count} weeks", count)
        case AgeUnit.DAY:
            return ngettext("{count} day", "{count} days", count)
        case AgeUnit.HOUR:
            return ngettext("{count} hour", "{count} hours", count)
        case AgeUnit.MINUTE:
            return ngettext("{count} minute", "{count} minutes", count)
