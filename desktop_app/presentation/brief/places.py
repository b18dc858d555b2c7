"""Where the study of a brief takes place, and whom to ask: open sites first."""

from collections import Counter
from collections.abc import Sequence

from desktop_app.languages import _
from desktop_app.presentation.brief.content import BriefSite, Excerpt, Places
from desktop_app.presentation.site_words import contact_ways, is_open, open_first
from desktop_app.presentation.wording import in_words
from desktop_app.punctuation import as_recorded, listed_long
from desktop_app.study.contacts_locations import Contact, Location
from desktop_app.study.enumerations import ContactRole
from desktop_app.study.study import ProtocolSection


def places(protocol: ProtocolSection) -> Places:
    """Return central contacts, countries with their counts, and the sites."""
    module = protocol.contacts_locations_module
    return Places(
        contacts=Excerpt(tuple(filter(None, map(contact_line, module.central_contacts)))),
        countries=Excerpt(_countries(module.locations)),
        sites=Excerpt(tuple(_site(one) for one in open_first(module.locations))),
        open_count=sum(is_open(location) for location in module.locations),
    )


def contact_line(contact: Contact) -> str:
    """Return a person with every way to reach them, in one line."""
    parts = (contact.name, contact_ways(contact))
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _countries(locations: Sequence[Location]) -> tuple[str, ...]:
    counts = Counter(location.country or _("country not stated") for location in locations)
    if len(counts) < 2:
        return ()
    return tuple(f"{name} {count}" for name, count in counts.most_common())


def _site(location: Location) -> BriefSite:
    # A city that is a state, and a state that is a country, are said once.
    parts = dict.fromkeys(
        " ".join(part.split())
        for part in (location.facility, location.city, location.state, location.country)
        if part
    )
    return BriefSite(
        as_recorded(parts) or _("Site not named"),
        in_words(location.status),
        _site_contact(location) if is_open(location) else "",
    )


def _site_contact(location: Location) -> str:
    contacts = [one for one in location.contacts if one.role == ContactRole.CONTACT]
    return listed_long(map(contact_line, contacts[:1]))
