"""Where the study of a brief takes place, and whom to ask, as a flow."""

from desktop_app.export.brief.elements import within
from desktop_app.export.brief.flows import Flow, noted
from desktop_app.export.typesetting.blocks import Block
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import Role, Tag
from desktop_app.presentation.brief.content import BriefSite, Places
from desktop_app.presentation.brief.shortenings import all_of
from desktop_app.presentation.wording import NOT_STATED, count_of, grouped

_SITES = Tag(Role.LIST, "sites")


def where(setting: Setting, content: Places, has_site_contacts: bool, width: float) -> Flow:
    """Return whom to ask, the countries, and the sites, open ones first."""
    if not content.contacts.total and not content.sites.total:
        return Flow("Where and whom to ask", (setting.paragraph(NOT_STATED, width),))
    pieces = [setting.paragraph(f"Ask: {one}", width) for one in content.contacts.items]
    if content.contacts.left_out:
        left_out = count_of(content.contacts.left_out, "more contact")
        pieces = [*noted(setting, pieces, left_out, width)]
    if not content.contacts.total and not has_site_contacts:
        pieces.append(setting.paragraph("No contact in this record", width))
    if content.countries.total:
        pieces.append(setting.paragraph(all_of(content.countries), width, setting.small))
    sites = [_site(setting, site, width) for site in content.sites.items]
    pieces += noted(setting, sites, _sites_shown(content), width)
    if not content.sites.total:
        pieces.append(setting.paragraph("Sites not stated", width))
    return Flow("Where and whom to ask", tuple(pieces), _counts(content))


def _counts(content: Places) -> str:
    if content.sites.total < 2:
        return ""
    sites = count_of(content.sites.total, "site")
    return f"{sites}, {grouped(content.open_count)} open" if content.open_count else sites


def _sites_shown(content: Places) -> str:
    if not content.sites.left_out:
        return ""
    shown, every = grouped(len(content.sites.items)), count_of(content.sites.total, "site")
    return f"{shown} of {every} shown, {grouped(content.sites.left_out)} more"


def _site(setting: Setting, site: BriefSite, width: float) -> Block:
    place = f"{site.place} · {site.status}" if site.status else site.place
    contact = setting.paragraph(site.contact, width - setting.size, setting.small)
    return within((_SITES,), setting.bulleted(place, width, contact))
