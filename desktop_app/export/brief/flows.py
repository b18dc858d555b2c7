"""The lower half of the brief as flows: titled runs of pieces that go down a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from desktop_app.export.brief.prose import more, sentences_left_out
from desktop_app.export.typesetting.blocks import Block, indented, stacked
from desktop_app.export.typesetting.setting import Setting
from desktop_app.presentation.brief.content import (
    Brief,
    BriefSite,
    CriteriaList,
    CriterionLine,
    LineKind,
    Passage,
    Places,
)
from desktop_app.presentation.brief.cuts import announces
from desktop_app.presentation.brief.gaps import NEVER_IN_RECORDS
from desktop_app.presentation.brief.sentences import joined
from desktop_app.presentation.brief.shortenings import all_of
from desktop_app.presentation.wording import count_of, grouped


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """Pieces under a title; a column may break between two of them."""

    title: str
    pieces: tuple[Block, ...]
    note: str = ""


def population(setting: Setting, text: Passage, width: float) -> Flow:
    """Return who is observed, as an observational record describes them."""
    pieces = tuple(setting.paragraph(joined(one), width) for one in text.paragraphs)
    return Flow("Study population", _noted(setting, pieces, sentences_left_out(text), width))


def criteria(setting: Setting, content: CriteriaList, width: float) -> Flow:
    """Return a list of criteria, numbered and with their parts indented."""
    hang = _hangs(setting, content)
    pieces = [_criterion(setting, line, width, hang) for line in content.lines]
    kept = _with_next(setting, pieces, [announces(line) for line in content.lines])
    return Flow(content.title, _noted(setting, kept, _criteria_left_out(content), width))


def _with_next(
    setting: Setting, pieces: Sequence[Block], announcing: Sequence[bool]
) -> tuple[Block, ...]:
    """Join what announces a list with its first item, so that no column breaks between them."""
    joined: list[Block] = []
    held: list[Block] = []
    for piece, is_announcing in zip(pieces, announcing, strict=True):
        held.append(piece)
        if not is_announcing:
            joined.append(stacked(held, setting.small_gap) if held[1:] else piece)
            held = []
    return (*joined, *held)


def _noted(
    setting: Setting, pieces: Sequence[Block], left_out: str, width: float
) -> tuple[Block, ...]:
    """Put the note about what is left out to the last piece that is shown."""
    note = more(setting, left_out, width)
    if not note.height or not pieces:
        return (*pieces, note)
    return (*pieces[:-1], stacked((pieces[-1], note), setting.small_gap))


def _hangs(setting: Setting, content: CriteriaList) -> list[float]:
    """Return for each depth how far its text stands from the left, with room for the numbers."""
    room: dict[int, float] = {}
    for line in content.lines:
        if line.kind is LineKind.CRITERION:
            needed = setting.width(line.number, setting.small) + setting.size * 0.6
            room[line.depth] = max(room.get(line.depth, 0.0), needed)
    return list(accumulate(room.get(depth, 0.0) for depth in range(max(room, default=0) + 1)))


def _criterion(setting: Setting, line: CriterionLine, width: float, hang: list[float]) -> Block:
    if line.kind is LineKind.HEADING:
        return setting.paragraph(line.text, width, setting.strong)
    if line.kind is LineKind.LEAD:
        return setting.paragraph(line.text, width)
    # Parts of parts of parts: their numbers tell, and the text keeps room.
    indent = min(hang[min(line.depth, len(hang) - 1)], width / 2)
    text = setting.paragraph(line.text or "–", width - indent)
    if not line.number:
        return indented(text, indent)
    number = setting.set_lines((line.number,), setting.small)
    drop = (setting.line_height(setting.body) - number.height) / 2
    at = min(hang[line.depth - 1], indent) if line.depth else 0.0
    return Block(text.height, (), ((at, drop, number), (indent, 0.0, text)))


def _criteria_left_out(content: CriteriaList) -> str:
    criteria = [line for line in content.left_out if line.kind is LineKind.CRITERION]
    rest = len(content.left_out) - len(criteria)
    name = "more criteria" if any(line.depth == 0 for line in criteria) else "more parts"
    nouns = {
        "more criteria": ("more criterion", "more criteria"),
        "more parts": ("more part of a criterion", "more parts of criteria"),
    }[name]
    said = [count_of(len(criteria), *nouns)] if criteria else []
    if any(line.depth for line in criteria) and name == "more criteria":
        said[0] += " and parts of criteria"
    if rest and not criteria:
        said.append(count_of(rest, "more sentence"))
    return " and ".join(said)


def where(setting: Setting, content: Places, has_site_contacts: bool, width: float) -> Flow:
    """Return whom to ask, the countries, and the sites, open ones first."""
    pieces = [setting.paragraph(f"Ask: {one}", width) for one in content.contacts.items]
    if content.contacts.left_out:
        left_out = count_of(content.contacts.left_out, "more contact")
        pieces = [*_noted(setting, pieces, left_out, width)]
    if not content.contacts.total and not has_site_contacts:
        pieces.append(setting.paragraph("No contact in this record", width))
    if content.countries.total:
        pieces.append(setting.paragraph(all_of(content.countries), width, setting.small))
    sites = [_site(setting, site, width) for site in content.sites.items]
    pieces += _noted(setting, sites, _sites_shown(content), width)
    if not content.sites.total:
        pieces.append(setting.paragraph("No site in this record", width))
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
    return stacked((setting.bulleted(place, width), indented(contact, setting.size * 0.9)))


def not_in_record(setting: Setting, brief: Brief, width: float) -> Flow:
    """Return what the record does not state, and what it holds beyond the page."""
    stated = "Nothing of what a registry record states is missing."
    quiet = setting.small
    beyond = " · ".join(brief.beyond)
    pieces = (
        setting.paragraph(" · ".join(brief.gaps) or stated, width),
        setting.paragraph(NEVER_IN_RECORDS, width, quiet),
        setting.paragraph(f"Also in the full record: {beyond}." if beyond else "", width, quiet),
    )
    return Flow("Not in this record", pieces)
