"""Sets the comparison sheet of several records."""

from collections.abc import Sequence
from datetime import date

from desktop_app.export.comparison.fit import Fitted, fitted
from desktop_app.export.comparison.layout import HEIGHT, WIDTH
from desktop_app.export.paper import Paper
from desktop_app.export.pdf.pages import Placed, SetPage, SheetPages
from desktop_app.export.source import Source
from desktop_app.languages import _
from desktop_app.presentation.comparison import comparison
from desktop_app.punctuation import listed


def comparison_pages(sources: Sequence[Source], paper: Paper, today: date) -> SheetPages:
    """Return two to six records side by side on a landscape page.

    Raises ValueError for fewer records and for more.
    """
    result = fitted(comparison([source.study for source in sources], today))
    numbers = listed(one.nct_id for one in result.made.studies)
    return SheetPages(
        (_page(result, paper),),
        title=_("Comparison of {numbers}").format(numbers=numbers),
        subject=_("Comparison of public registry records"),
        notes=result.shortened,
    )


def _page(result: Fitted, paper: Paper) -> SetPage:
    height, width = paper.value
    left, top = (width - WIDTH) / 2, (height - HEIGHT) / 2
    placed = tuple(Placed(left, top + y, block) for y, block in result.blocks)
    return SetPage((width, height), placed)
