"""Writes tables: real ones, with a caption, column headers and row headers."""

from desktop_app.export.html.markup import element, stacked, worded
from desktop_app.languages import _
from desktop_app.presentation.section import Table


def written_table(table: Table, title: str, *, is_pasted: bool = False) -> str:
    """Return a table as markup; ``title`` is that of its section, which the caption need not say.

    The first cell of a row heads it, where there is one to head. A table that ``is_pasted`` goes
    where there is no style: it brings its rules, and leaves out what is not to be seen.
    """
    name = table.name or title
    repeats = name == title
    shown = name and not (repeats and is_pasted)
    caption = worded("caption", name, class_="unseen" if repeats else "") if shown else ""
    head = element("thead", _row(table.columns, "col"))
    body = stacked("tbody", (_body_row(row) for row in table.rows))
    parts = [part for part in (caption, head, body) if part]
    if is_pasted:
        return stacked("table", parts, border="1")
    # It may be wider than the page: then it is moved sideways, with the keyboard as well.
    label = _("Table: {name}").format(name=name) if name else _("Table")
    return element(
        "div", stacked("table", parts), class_="wide", tabindex="0", role="group", aria_label=label
    )


def _row(cells: tuple[str, ...], scope: str) -> str:
    return element("tr", "".join(worded("th", cell, scope=scope) for cell in cells))


def _body_row(cells: tuple[str, ...]) -> str:
    first, *others = cells or ("",)
    heads_row = bool(first and others)
    lead = worded("th", first, scope="row") if heads_row else worded("td", first)
    return element("tr", lead + "".join(worded("td", cell) for cell in others))
