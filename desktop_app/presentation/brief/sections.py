"""A brief as sections, for whatever is no page: HTML, Markdown, a text.

It shows what the brief shows, and says what that leaves out, in the same places as the page.
"""

from collections.abc import Iterator

from desktop_app.languages import N_, _, pgettext
from desktop_app.presentation.brief.content import (
    Brief,
    BriefOutcome,
    Excerpt,
    Passage,
    Places,
    Treatments,
)
from desktop_app.presentation.brief.criteria_sections import criteria_blocks
from desktop_app.presentation.brief.gaps import NEVER_IN_RECORDS
from desktop_app.presentation.brief.left_out import (
    in_full_record,
    left_out_words,
    more_arms,
    more_contacts,
    more_interventions,
    more_outcomes,
    more_sentences,
    more_sites,
)
from desktop_app.presentation.brief.sentences import joined
from desktop_app.presentation.brief.shortenings import all_of, beyond_page, shortenings
from desktop_app.presentation.group_words import group_words
from desktop_app.presentation.section import (
    Block,
    FactGrid,
    Field,
    FieldList,
    Paragraph,
    Section,
    Table,
)
from desktop_app.presentation.wording import sites_and_open, sites_counted
from desktop_app.punctuation import listed

Sections = tuple[Section, ...]
_OUTCOMES = N_("Primary outcomes and their time frames")


def brief_sections(brief: Brief) -> Sections:
    """Return the brief below its head."""
    pictures = brief.figures
    figures = tuple(one for one in (pictures.schematic, pictures.axis) if one)
    parts = (
        Section("", tuple(_titles(brief))),
        Section(_("What and why"), tuple(_summary(brief))),
        Section(_("Design"), (*_said(brief.design), *figures, FactGrid(brief.facts))),
        *_treatments(brief.treatments),
        Section(_(_OUTCOMES), tuple(_outcomes(brief.outcomes))),
        *_population(brief.criteria.population),
        Section("", criteria_blocks(brief.criteria)),
        Section(_("Where and whom to ask"), tuple(_places(brief)), _counts(brief.places)),
        Section(_("Not in this record"), tuple(_gaps(brief))),
    )
    return tuple(part for part in parts if part.blocks)


def shortened(brief: Brief) -> str:
    """Return a sentence that names what was shortened, as the foot of the page has it."""
    named = listed(shortenings(brief))
    return _("Shortened: {names}.").format(names=named) if named else _("Nothing was shortened.")


def _said(text: str) -> tuple[Block, ...]:
    return (Paragraph(text),) if text else ()


def _prose(text: Passage) -> Iterator[Block]:
    yield from (Paragraph(joined(sentences)) for sentences in text.paragraphs)
    yield from in_full_record(more_sentences(text.left_out))


def _titles(brief: Brief) -> Iterator[Block]:
    titles = brief.titles
    yield from _said(titles.official)
    if titles.acronym:
        yield Field(_("Acronym"), titles.acronym)
    yield from _said(brief.sponsor)
    yield from _said(brief.standing)


def _summary(brief: Brief) -> Iterator[Block]:
    if brief.conditions.total:
        word = _("Condition") if brief.conditions.total == 1 else _("Conditions")
        yield Field(word, all_of(brief.conditions))
    yield from _prose(brief.summary)


def _treatments(content: Treatments) -> Iterator[Section]:
    words = group_words(content.noun == "group")
    arms = tuple(
        (arm.label, arm.type, all_of(arm.interventions), _cell(arm.description))
        for arm in content.arms.items
    )
    if arms:
        columns = (words.singular_title, _("Type"), _("Interventions"), _("Description"))
        table = _without_empty_columns(Table(columns, arms, words.title))
        left_out = more_arms(content.noun, content.arms.left_out)
        yield Section(table.name, (table, *in_full_record(left_out)))
    told = tuple(
        (one.title, _cell(one.description))
        for one in content.interventions.items
        if one.description or not one.is_named
    )
    if told or content.interventions.left_out:
        table = _without_empty_columns(
            Table((_("Intervention"), _("Description")), told, _("Interventions"))
        )
        left_out = more_interventions(content.interventions.left_out)
        yield Section(table.name, (*((table,) if told else ()), *in_full_record(left_out)))


def _cell(text: Passage) -> str:
    lines = [joined(sentences) for sentences in text.paragraphs]
    if text.left_out:
        lines.append(left_out_words(more_sentences(text.left_out)))
    return "\n".join(lines)


def _without_empty_columns(table: Table) -> Table:
    kept = [
        place
        for place in range(len(table.columns))
        if not place or any(row[place] for row in table.rows)
    ]
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return Table(tuple(table.columns[place] for place in kept), rows, table.name)


def _outcomes(outcomes: Excerpt[BriefOutcome]) -> Iterator[Block]:
    rows = tuple((one.measure, one.time_frame) for one in outcomes.items)
    if rows:
        table = Table((_("Measure"), _("Time Frame")), rows, _(_OUTCOMES))
        yield _without_empty_columns(table)
    yield from in_full_record(more_outcomes(outcomes.left_out))


def _population(text: Passage) -> Iterator[Section]:
    if text:
        yield Section(_("Study population"), tuple(_prose(text)))


def _counts(places: Places) -> str:
    if places.sites.total < 2:
        return ""
    if not places.open_count:
        return sites_counted(places.sites.total)
    return sites_and_open(places.sites.total, places.open_count)


def _places(brief: Brief) -> Iterator[Block]:
    content = brief.places
    asked = tuple(
        Field("" if place else pgettext("label of contacts", "Ask"), one)
        for place, one in enumerate(content.contacts.items)
    )
    if asked:
        yield FieldList(asked)
    yield from in_full_record(more_contacts(content.contacts.left_out))
    if not content.contacts.total and _("Contacts") in brief.gaps:
        yield Paragraph(_("No contact in this record"))
    yield from _said(all_of(content.countries))
    rows = tuple((site.place, site.status, site.contact) for site in content.sites.items)
    if rows:
        columns = (_("Site"), _("Status"), _("Contact"))
        yield _without_empty_columns(Table(columns, rows, _("Sites")))
    yield from in_full_record(more_sites(content.sites.left_out))
    if not content.sites.total:
        yield Paragraph(_("No site in this record"))


def _gaps(brief: Brief) -> Iterator[Block]:
    stated = _("Nothing of what a registry record states is missing.")
    yield Paragraph(" · ".join(brief.gaps) or stated)
    yield Paragraph(_(NEVER_IN_RECORDS), is_quiet=True)
    beyond = " · ".join(beyond_page(brief))
    if beyond:
        words = _("Also in the full record: {names}.").format(names=beyond)
        yield Paragraph(words, is_quiet=True)
