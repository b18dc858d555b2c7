"""Two records as one page of what changed, and as other files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.export.changes.fit import fitted
from desktop_app.export.paper import Paper
from desktop_app.export.pdf.pages import Placed, SetPage, SheetPages
from desktop_app.export.phrases import printed
from desktop_app.export.source import Source
from desktop_app.languages import N_, _
from desktop_app.presentation.changes.compared import both_compared
from desktop_app.presentation.changes.content import Comparison
from desktop_app.presentation.changes.rows import compare
from desktop_app.presentation.changes.sections import change_sections
from desktop_app.presentation.comparison.sections import SOURCE
from desktop_app.presentation.section import Paragraph, Section
from desktop_app.punctuation import listed


def compare_sources(sources: Sequence[Source], today: date) -> Comparison:
    """Compare two records, the older one first; raises ValueError for another number of them."""
    old, new = sources
    both = both_compared((old.study, old.context), (new.study, new.context))
    return compare(*both, today)


def changes_pages(sources: Sequence[Source], paper: Paper, today: date) -> SheetPages:
    """Return what changed between two records on one page."""
    return pages_of(compare_sources(sources, today), paper)


def pages_of(made: Comparison, paper: Paper) -> SheetPages:
    """Return a comparison on one page, which says what it leaves out."""
    result = fitted(made)
    height = paper.value[1]
    placed = tuple(
        Placed(paper.box_left, height - paper.box_top + y, block) for y, block in result.blocks
    )
    return SheetPages(
        (SetPage(paper.value, placed),),
        title=title_of(made),
        subject=_subject(made),
        notes=result.shown.shortenings,
    )


def title_of(made: Comparison) -> str:
    """Return what a comparison is called."""
    if made.is_of_one_study:
        return _("What changed in {number}").format(number=made.new.nct_id or _("the study"))
    numbers = listed((made.old.nct_id, made.new.nct_id))
    return _("What differs between {numbers}").format(numbers=numbers)


def _subject(made: Comparison) -> str:
    if made.is_of_one_study:
        return _("What changed between two public registry records")
    return _("What differs between two public registry records")


def whole_sections(made: Comparison) -> tuple[Section, ...]:
    """Return all changes and, below them, what they were worked out from."""
    foot = (Paragraph(_(SOURCE), is_quiet=True), Paragraph(printed(made.printed), is_quiet=True))
    return (*change_sections(made), Section("", foot))


def _html(made: Comparison) -> bytes:
    from desktop_app.export.html.markup import element, line, stacked
    from desktop_app.export.html.page import page
    from desktop_app.export.html.sections import CHAPTER, Place, write_section

    title = title_of(made)
    sections = (write_section(one, Place(CHAPTER)).html for one in whole_sections(made))
    body = (element("h1", line(title)), stacked("main", sections))
    return page(title, body).encode()


def _markdown(made: Comparison) -> bytes:
    from desktop_app.export.markdown.document import heading, sections_markdown

    return f"{heading(title_of(made), 1)}\n\n{sections_markdown(whole_sections(made))}\n".encode()


def _text(made: Comparison) -> bytes:
    from desktop_app.export.text import one_line, printable, to_text

    text = to_text(whole_sections(made))
    return f"{one_line(title_of(made))}\n\n{printable(text)}".encode(errors="replace")


@dataclass(frozen=True, slots=True)
class PairOutput:
    """A kind of file of two records, other than paper; ``title`` is a text to be said."""

    id: str
    title: str
    suffix: str
    make: Callable[[Comparison], bytes]


PAIR_OUTPUTS = (
    PairOutput("text", N_("Plain text"), ".txt", _text),
    PairOutput("markdown", N_("Markdown"), ".md", _markdown),
    PairOutput("html", N_("Web page (HTML)"), ".html", _html),
)
