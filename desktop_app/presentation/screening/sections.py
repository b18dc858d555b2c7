"""A screening sheet as sections, for whatever draws tables: a page of HTML, a text."""

from datetime import date

from desktop_app.languages import _
from desktop_app.presentation.screening.content import (
    Answer,
    Blank,
    ScreeningList,
    ScreeningRow,
    ScreeningSheet,
)
from desktop_app.presentation.screening.sheet import screening_sheet
from desktop_app.presentation.section import Block, Field, FieldList, Paragraph, Section, Table
from desktop_app.study.study import Study

_BOX = "☐"
_LINE = "_" * 24


def columns() -> tuple[str, ...]:
    """Return the heads of the columns of a list."""
    answers = (one.words for one in Answer)
    return (_("Number"), _("Criterion"), *answers, _("Source"), _("Date"), _("Initials"))


def screening_sections(study: Study, today: date) -> tuple[Section, ...]:
    """Return the whole sheet; what is to be filled in is a line, an answer a box."""
    sheet = screening_sheet(study, today)
    return (_head(sheet), *map(_list, sheet.lists), _outcome(sheet))


def _head(sheet: ScreeningSheet) -> Section:
    blanks = tuple(map(_blank, (sheet.code, *sheet.blanks)))
    return Section(_("Screening sheet"), (Paragraph(sheet.warning), FieldList(blanks)))


def _blank(blank: Blank) -> Field:
    return Field(blank.label, _LINE, blank.hint)


def _list(one: ScreeningList) -> Section:
    blocks: list[Block] = [Paragraph(one.rule)]
    if one.rows:
        blocks.append(Table(columns(), tuple(map(_row, one.rows)), one.title))
    return Section(one.title, tuple(blocks))


def _row(row: ScreeningRow) -> tuple[str, ...]:
    text = f"{row.own_number} {row.text}".strip()
    words = "\n".join(part for part in (text, row.note) if part)
    box = _BOX if row.has_boxes else ""
    return (row.number, words, box, box, box, "", "", "")


def _outcome(sheet: ScreeningSheet) -> Section:
    """Return the totals, which list by list are to be filled in, the outcome and who signs."""
    rows = tuple(
        (one.title, str(one.count), *([_LINE[:6]] * len(Answer)))
        for one in sheet.lists
        if one.count
    )
    heads = (_("List"), _("Criteria"), *(one.words for one in Answer))
    outcomes = Field(_("Outcome"), "\n".join(f"{_BOX} {one}" for one in sheet.outcomes))
    signed = (Field(one.label, f"{_LINE} {_LINE[:12]}", one.hint) for one in sheet.signatures)
    totals = (Table(heads, rows, _("Totals")),) if rows else ()
    return Section(_("Outcome of screening"), (*totals, FieldList((outcomes, *signed))))
