"""Names what a brief leaves out, as its page says it."""

from collections.abc import Iterator

from desktop_app.languages import _, ngettext, pgettext
from desktop_app.presentation.brief.content import Brief, Excerpt, Treatments
from desktop_app.presentation.brief.described import descriptions


def shortenings(brief: Brief) -> tuple[str, ...]:
    """Name everything that is shortened, as the foot of the page lists it."""
    texts, lists = _shortened_texts(brief), _shortened_lists(brief)
    return (*brief.figures.left_out, *texts, *lists, *brief.cut)


def _shortened_texts(brief: Brief) -> Iterator[str]:
    if brief.summary.left_out:
        yield pgettext("within a sentence", "what and why")
    if descriptions_left_out(brief.treatments):
        yield _("descriptions of arms and interventions")
    criteria = brief.criteria
    if criteria.population.left_out:
        yield pgettext("within a sentence", "study population")
    if any(one.left_out for one in (criteria.inclusion, criteria.exclusion, criteria.unsorted)):
        yield pgettext("within a sentence", "eligibility criteria")


def _shortened_lists(brief: Brief) -> Iterator[str]:
    treatments, places = brief.treatments, brief.places
    lists: tuple[tuple[str, int], ...] = (
        (pgettext("within a sentence", "sites"), places.sites.left_out),
        (pgettext("within a sentence", "primary outcomes"), brief.outcomes.left_out),
        (_arms_within(treatments.noun), treatments.arms.left_out),
        (pgettext("within a sentence", "interventions"), treatments.interventions.left_out),
        (_("interventions of an arm"), _unnamed(treatments)),
        (pgettext("within a sentence", "conditions"), brief.conditions.left_out),
        (pgettext("within a sentence", "countries"), places.countries.left_out),
        (pgettext("within a sentence", "central contacts"), places.contacts.left_out),
        (pgettext("within a sentence", "official title"), brief.titles.is_official_cut),
    )
    return (name for name, left_out in lists if left_out)


def _arms_within(noun: str) -> str:
    if noun == "group":
        return pgettext("within a sentence", "groups")
    return pgettext("within a sentence", "arms")


def descriptions_left_out(treatments: Treatments) -> int:
    """Return how many sentences of descriptions are not shown."""
    return sum(one.left_out for one in descriptions(treatments))


def _unnamed(treatments: Treatments) -> int:
    return sum(arm.interventions.left_out for arm in treatments.arms.items)


def beyond_page(brief: Brief) -> tuple[str, ...]:
    """Return what the record holds and the page does not show at all."""
    return brief.beyond if brief.figures.axis else (*brief.figures.dates, *brief.beyond)


def all_of(excerpt: Excerpt[str]) -> str:
    """Return the items in one line, with how many more there are."""
    more = excerpt.left_out
    if not more:
        return " · ".join(excerpt.items)
    words = ngettext("{count} more in the full record", "{count} more in the full record", more)
    return " · ".join((*excerpt.items, words.format(count=more)))
