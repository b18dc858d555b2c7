"""Pages about the study, and data sets that can be had, with their addresses."""

from desktop_app.languages import _
from desktop_app.presentation.section import Block, Link, Paragraph, Section
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import with_note
from desktop_app.study.base import label
from desktop_app.study.references import AvailIpd, ReferencesModule, SeeAlsoLink


def links_section(module: ReferencesModule) -> tuple[Section, ...]:
    """Return the pages that the record points to; nothing where there are none."""
    return _listed("see_also_links", tuple(_link(one) for one in module.see_also_links))


def available_data_section(module: ReferencesModule) -> tuple[Section, ...]:
    """Return the data sets and documents that can be had; nothing where there are none."""
    return _listed("avail_ipds", tuple(_data_set(one) for one in module.avail_ipds))


def _listed(name: str, blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    title = label(ReferencesModule, name)
    return (Section(title, blocks, note=grouped(len(blocks))),) if blocks else ()


def _link(one: SeeAlsoLink) -> Block:
    title = one.label.plain if one.label else ""
    if one.url:
        return Link(title, one.url)
    return Paragraph(with_note(title, _("address not stated")).strip())


def _data_set(one: AvailIpd) -> Block:
    comment = one.comment.plain if one.comment else ""
    title = one.type or _("Type not stated")
    text = f"{title}\n{comment}" if comment else title
    identifier = f"{label(AvailIpd, 'id')} {one.id}" if one.id else ""
    if one.url:
        return Link(text, one.url, identifier)
    below = with_note(identifier, _("address not stated")).strip()
    return Paragraph(f"{text}\n{below}")
