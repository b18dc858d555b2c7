"""What is said of the results of a search of the registry."""

from datetime import date

from desktop_app.conventions import date_text
from desktop_app.errors import DesktopAppError, PageTokenError
from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.registry.news import MOST_READ, News, Novelty

VERY_MANY = 10_000
_NOTHING_FOUND = N_(
    """Nothing at ClinicalTrials.gov fits this search.

Check the spelling, use fewer words, or take back a choice: Change Search keeps what you typed."""
)
_VERY_MANY = N_(
    "These are more than anybody can look through. Change Search to ask for less; or keep them all,"
    " and search them in your library."
)


def total_words(total: int) -> str:
    """Return how many studies a search finds."""
    words = ngettext(
        "{count} study at ClinicalTrials.gov", "{count} studies at ClinicalTrials.gov", total
    )
    return words.format(count=grouped(total))


def notice_words(total: int) -> str:
    """Return what is to be said above very many results."""
    return _(_VERY_MANY) if total > VERY_MANY else ""


def nothing_words() -> str:
    """Return why there is no list, and what to do."""
    return _(_NOTHING_FOUND)


def news_words(news: News) -> str:
    """Return what became of a search: ``14 new, 6 changed since 3 October``."""
    new, changed = news.count(Novelty.NEW), news.count(Novelty.CHANGED)
    day = day_text(news.since)
    if not new and not changed:
        return _("Nothing new since {day}.").format(day=day)
    if not changed:
        said = ngettext("{new} new since {day}", "{new} new since {day}", new)
    elif not new:
        said = ngettext("{changed} changed since {day}", "{changed} changed since {day}", changed)
    else:
        said = _("{new} new, {changed} changed since {day}")
    return said.format(new=grouped(new), changed=grouped(changed), day=day)


def news_notice(news: News) -> str:
    """Return what is to be known of how new and changed studies were told."""
    said = []
    if not news.is_whole:
        words = _("There are more than {most}: the {most} that were updated last are told of.")
        said.append(words.format(most=grouped(MOST_READ)))
    if not news.is_by_seen:
        words = _(
            "It is not known which of the studies you have seen: new are those that were first"
            " posted on that day or later, changed are others that were updated since."
        )
        said.append(words)
    if news.total > MOST_READ:
        words = _("Which studies were seen is kept for searches that find up to {most} studies.")
        said.append(words.format(most=grouped(MOST_READ)))
    return "\n".join(said)


def day_text(day: date) -> str:
    """Return a day as people write it."""
    return date_text(day)


def next_step(error: DesktopAppError) -> str:
    """Return what the button says that asks again."""
    return _("Begin Again") if isinstance(error, PageTokenError) else _("Try Again")
