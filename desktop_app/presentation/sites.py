"""The Sites tab: a map, countries with their counts, then every location, open ones first."""

from collections import Counter
from collections.abc import Sequence

from desktop_app.languages import _, ngettext
from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.fields import existing, says, without_repeated_labels
from desktop_app.presentation.section import FieldList, Paragraph, Section
from desktop_app.presentation.site_list import list_sections, matching_sites
from desktop_app.presentation.site_map import map_section
from desktop_app.presentation.site_words import contact_field, is_open
from desktop_app.presentation.wording import NOT_STATED, grouped
from desktop_app.punctuation import with_note
from desktop_app.study.base import label
from desktop_app.study.contacts_locations import Contact, Location
from desktop_app.study.source_page import SourcePageSection
from desktop_app.study.study import Study


def sites_sections(study: Study, context: Context = NOTHING_KNOWN) -> tuple[Section, ...]:
    """Return the Sites tab of a study."""
    return filtered_sites_sections(study, "", context)


def filtered_sites_sections(
    study: Study,
    words: str,
    context: Context = NOTHING_KNOWN,
    *,
    is_map_beside: bool = False,
) -> tuple[Section, ...]:
    """Return the Sites tab with those locations only that hold every one of the words.

    Map and countries are those of all. ``is_map_beside`` is for who draws the map by other means.
    """
    module = study.protocol_section.contacts_locations_module
    return existing(
        _contacts_section(module.central_contacts),
        map_section(study, is_drawn_beside=is_map_beside),
        _countries_section(module.locations),
        _removed_countries_section(study),
        _page_countries_section(study.source_page_section),
        *list_sections(module.locations, matching_sites(module.locations, words)),
    )


def _contacts_section(contacts: Sequence[Contact]) -> Section | None:
    if not contacts:
        return says(_("Whom to Ask"), _("This record states no central contact."))
    return Section(
        _("Whom to Ask"), (FieldList(without_repeated_labels(map(contact_field, contacts))),)
    )


def _countries_section(locations: Sequence[Location]) -> Section | None:
    """Return the countries with their counts in a few lines, so that the list below is near."""
    if len(locations) < 2:
        return None
    counts = Counter(location.country or _(NOT_STATED) for location in locations)
    open_counts = Counter(one.country or _(NOT_STATED) for one in locations if is_open(one))
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    words = (_country_words(name, count, open_counts[name]) for name, count in ordered)
    return Section(_("Countries"), (Paragraph("\u00a0· ".join(words)),), note=grouped(len(counts)))


def _country_words(name: str, count: int, open_count: int) -> str:
    # What is said of a country does not part from its name at the end of a line.
    number = f"{name}\u00a0{grouped(count)}"
    if not open_count:
        return number
    # Translators: How many sites of a country are open; a blank that does not break.
    opened = ngettext("{count}\u00a0open", "{count}\u00a0open", open_count)
    return with_note(number, opened.format(count=grouped(open_count)))


def _removed_countries_section(study: Study) -> Section | None:
    removed = study.derived_section.misc_info_module.removed_countries
    if not removed:
        return None
    return Section(_("Removed Countries"), (Paragraph("\n".join(removed)),), is_aside=True)


def _page_countries_section(page: SourcePageSection) -> Section | None:
    if not page.countries:
        return None
    title = label(SourcePageSection, "countries")
    text = Paragraph("\n".join(page.countries))
    return Section(title, (text,), note=_("as the source page lists them"), is_aside=True)
