"""A brief as sections, for whatever is no page: HTML, Markdown, a text.

It shows what the brief shows, and says what that leaves out, in the same places as the page.
"""

from collections.abc import Iterator
from typing import TypeVar

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
from desktop_app.presentation.brief.sentences import joined
from desktop_app.presentation.brief.shortenings import all_of, beyond_page, shortenings
from desktop_app.presentation.section import (
    Block,
    FactGrid,
    Field,
    FieldList,
    Paragraph,
    Section,
    Table,
)
from desktop_app.presentation.wording import count_of, grouped

Sections = tuple[Section, ...]
T = TypeVar("T")


def brief_sections(brief: Brief) -> Sections:
    """Return the brief below its head."""
    pictures = brief.figures
    figures = tuple(one for one in (pictures.schematic, pictures.axis) if one)
    parts = (
        Section("", tuple(_titles(brief))),
        Section("What and why", tuple(_summary(brief))),
        Section("Design", (*_said(brief.design), *figures, FactGrid(brief.facts))),
        *_treatments(brief.treatments),
        Section("Primary outcomes and their time frames", tuple(_outcomes(brief.outcomes))),
        *_population(brief.criteria.population),
        Section("", criteria_blocks(brief.criteria)),
        Section("Where and whom to ask", tuple(_places(brief)), _counts(brief.places)),
        Section("Not in this record", tuple(_gaps(brief))),
    )
    return tuple(part for part in parts if part.blocks)


def shortened(brief: Brief) -> str:
    """Return a sentence that names what was shortened, as the foot of the page has it."""
    named = ", ".join(shortenings(brief))
    return f"Shortened: {named}." if named else "Nothing was shortened."


def _said(text: str) -> tuple[Block, ...]:
    return (Paragraph(text),) if text else ()


def _more(left_out: str) -> tuple[Block, ...]:
    return (Paragraph(f"… {left_out} in the full record", is_quiet=True),) if left_out else ()


def _prose(text: Passage) -> Iterator[Block]:
    yield from (Paragraph(joined(sentences)) for sentences in text.paragraphs)
    yield from _more(count_of(text.left_out, "more sentence") if text.left_out else "")


def _titles(brief: Brief) -> Iterator[Block]:
    titles = brief.titles
    yield from _said(titles.official)
    if titles.acronym:
        yield Field("Acronym", titles.acronym)
    yield from _said(brief.sponsor)
    yield from _said(brief.standing)


def _summary(brief: Brief) -> Iterator[Block]:
    if brief.conditions.total:
        word = "Condition" if brief.conditions.total == 1 else "Conditions"
        yield Field(word, all_of(brief.conditions))
    yield from _prose(brief.summary)


def _treatments(content: Treatments) -> Iterator[Section]:
    noun = content.noun
    arms = tuple(
        (arm.label, arm.type, all_of(arm.interventions), _cell(arm.description))
        for arm in content.arms.items
    )
    if arms:
        columns = (noun.capitalize(), "Type", "Interventions", "Description")
        table = _without_empty_columns(Table(columns, arms, f"{noun.capitalize()}s"))
        left_out = _left_out(content.arms, f"more {noun}")
        yield Section(table.name, (table, *_more(left_out)))
    told = tuple(
        (one.title, _cell(one.description))
        for one in content.interventions.items
        if one.description or not one.is_named
    )
    if told or content.interventions.left_out:
        table = _without_empty_columns(
            Table(("Intervention", "Description"), told, "Interventions")
        )
        left_out = _left_out(content.interventions, "more intervention")
        yield Section(table.name, (*((table,) if told else ()), *_more(left_out)))


def _cell(text: Passage) -> str:
    lines = [joined(sentences) for sentences in text.paragraphs]
    if text.left_out:
        lines.append(f"… {count_of(text.left_out, 'more sentence')} in the full record")
    return "\n".join(lines)


def _left_out(excerpt: Excerpt[T], noun: str) -> str:
    return count_of(excerpt.left_out, noun) if excerpt.left_out else ""


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
        table = Table(("Measure", "Time Frame"), rows, "Primary outcomes and their time frames")
        yield _without_empty_columns(table)
    yield from _more(_left_out(outcomes, "more primary outcome"))


def _population(text: Passage) -> Iterator[Section]:
    if text:
        yield Section("Study population", tuple(_prose(text)))


def _counts(places: Places) -> str:
    if places.sites.total < 2:
        return ""
    sites = count_of(places.sites.total, "site")
    return f"{sites}, {grouped(places.open_count)} open" if places.open_count else sites


def _places(brief: Brief) -> Iterator[Block]:
    content = brief.places
    asked = tuple(
        Field("" if place else "Ask", one) for place, one in enumerate(content.contacts.items)
    )
    if asked:
        yield FieldList(asked)
    yield from _more(_left_out(content.contacts, "more contact"))
    if not content.contacts.total and "Contacts" in brief.gaps:
        yield Paragraph("No contact in this record")
    yield from _said(all_of(content.countries))
    rows = tuple((site.place, site.status, site.contact) for site in content.sites.items)
    if rows:
        yield _without_empty_columns(Table(("Site", "Status", "Contact"), rows, "Sites"))
    yield from _more(_left_out(content.sites, "more site"))
    if not content.sites.total:
        yield Paragraph("No site in this record")


def _gaps(brief: Brief) -> Iterator[Block]:
    stated = "Nothing of what a registry record states is missing."
    yield Paragraph(" · ".join(brief.gaps) or stated)
    yield Paragraph(NEVER_IN_RECORDS, is_quiet=True)
    beyond = " · ".join(beyond_page(brief))
    if beyond:
        yield Paragraph(f"Also in the full record: {beyond}.", is_quiet=True)
