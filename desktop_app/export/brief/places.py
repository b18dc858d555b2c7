"""Where the study of a brief takes place, and whom to ask, as a flow."""

from desktop_app.export.brief.elements import within
from desktop_app.export.brief.flows import Flow, noted
from desktop_app.export.typesetting.blocks import Block
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import Role, Tag
from desktop_app.languages import _, ngettext
from desktop_app.presentation.brief.content import BriefSite, Places
from desktop_app.presentation.brief.shortenings import all_of
from desktop_app.presentation.wording import NOT_STATED, grouped, sites_and_open, sites_counted

_SITES = Tag(Role.LIST, "sites")


def where(setting: Setting, content: Places, has_site_contacts: bool, width: float) -> Flow:
    """Return whom to ask, the countries, and the sites, open ones first."""
    if not content.contacts.total and not content.sites.total:
        return Flow(_("Where and whom to ask"), (setting.paragraph(_(NOT_STATED), width),))
    asked = (_("Ask: {contact}").format(contact=one) for one in content.contacts.items)
    pieces = [setting.paragraph(one, width) for one in asked]
    if content.contacts.left_out:
        count = content.contacts.left_out
        left_out = ngettext("{count} more contact", "{count} more contacts", count)
        left_out = left_out.format(count=grouped(count))
        pieces = [*noted(setting, pieces, left_out, width)]
    if not content.contacts.total and not has_site_contacts:
        pieces.append(setting.paragraph(_("No contact in this record"), width))
    if content.countries.total:
        pieces.append(setting.paragraph(all_of(content.countries), width, setting.small))
    sites = [_site(setting, site, width) for site in content.sites.items]
    pieces += noted(setting, sites, _sites_shown(content), width)
    if not content.sites.total:
        pieces.append(setting.paragraph(_("Sites not stated"), width))
    return Flow(_("Where and whom to ask"), tuple(pieces), _counts(content))


def _counts(content: Places) -> str:
    every = content.sites.total
    if every < 2:
        return ""
    if not content.open_count:
        return sites_counted(every)
    return sites_and_open(every, content.open_count)


def _sites_shown(content: Places) -> str:
    if not content.sites.left_out:
        return ""
    every = content.sites.total
    said = ngettext(
        "{shown} of {count} site shown, {more} more",
        "{shown} of {count} sites shown, {more} more",
        every,
    )
    return said.format(
        shown=grouped(len(content.sites.items)),
        count=grouped(every),
        more=grouped(content.sites.left_out),
    )


def _site(setting: Setting, site: BriefSite, width: float) -> Block:
    place = f"{site.place} · {site.status}" if site.status else site.place
    contact = setting.paragraph(site.contact, width - setting.size, setting.small)
    return within((_SITES,), setting.bulleted(place, width, contact))
