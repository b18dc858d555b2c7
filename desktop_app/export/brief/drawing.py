"""Puts a brief that is set on a paper."""

from desktop_app.export.brief.fit import Fitted
from desktop_app.export.paper import Paper
from desktop_app.export.pdf.pages import Placed, SetPage, SheetPages
from desktop_app.languages import _
from desktop_app.presentation.brief.shortenings import shortenings


def brief_pages(fitted: Fitted, paper: Paper) -> SheetPages:
    """Return the one page of a brief."""
    brief = fitted.brief
    from_top = paper.value[1] - paper.box_top
    placed = tuple(
        Placed(paper.box_left, from_top + top, block) for top, block in fitted.page.blocks
    )
    return SheetPages(
        (SetPage(paper.value, placed),),
        title=f"{brief.identity.nct_id}: {brief.titles.brief}",
        subject=_("One-page brief of a public registry record"),
        notes=shortenings(brief),
    )
