"""How old what a record says is: not when it was changed last, but when it was last as it is."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.conventions import date_text, number_text
from desktop_app.languages import _, ngettext
from desktop_app.study.study import Study

STALE_DAYS = 30
"""A sponsor has 30 days to tell the registry that recruitment has another status (42 CFR 11.64), so
what is older than that may be wrong about the first thing that people ask."""
_IN_YEARS = 731


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day of which a record is; not ``is_stated`` where only its import is known."""

    day: date
    is_stated: bool = True

    def is_stale(self, today: date) -> bool:
        """Tell whether so much time has passed that the registry should be asked again."""
        return (today - self.day).days > STALE_DAYS

    def words(self, today: date) -> str:
        """Return the day and the age: ``This copy is of 3 Oct 2026 · 54 days old``."""
        words = (
            # Translators: Of which day the copy of the registry's record is that a library holds:
            # "This copy is of 3 Oct 2026 · 54 days old".
            _("This copy is of {date} · {age}")
            if self.is_stated
            else _("Imported on {date} · {age}")
        )
        return words.format(date=date_text(self.day), age=_age(self.day, today))


def as_of(
    study: Study, confirmed_at: datetime | None = None, imported_at: datetime | None = None
) -> AsOf | None:
    """Return the day of which a record is, None where nothing tells.

    That is the day of the registry's data, which its records state, or the day on which the
    registry was asked and had nothing newer, whichever is later. Of a record that states none, such
    as the text of a page, it is only known when it was imported.
    """
    holder = study.derived_section.misc_info_module.version_holder
    days = [] if holder is None else [holder.last_day]
    if confirmed_at is not None:
        days.append(confirmed_at.astimezone().date())
    if days:
        return AsOf(max(days))
    return None if imported_at is None else AsOf(imported_at.astimezone().date(), is_stated=False)


def _age(day: date, today: date) -> str:
    days = max(0, (today - day).days)
    if days < _IN_YEARS:
        return ngettext("{count} day old", "{count} days old", days).format(count=number_text(days))
    years = days // 365
    return ngettext("{count} year old", "{count} years old", years).format(count=years)
