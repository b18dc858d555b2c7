"""The sections of a criteria text: what stands under one heading, in the text's order."""

from dataclasses import dataclass, field

from desktop_app.analysis.criteria.headings import Side, is_plain
from desktop_app.analysis.criteria.outline import Node


@dataclass(slots=True)
class Section:
    """What stands under one heading: its side, its titles, leads and items in source order.

    ``heading`` is what there is to show of the titles; ``names_side`` tells whether one of them
    is the heading of a side and not only of a group.
    """

    side: Side
    titles: list[str] = field(default_factory=list)
    heading: str = ""
    names_side: bool = False
    lead: list[str] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    @property
    def is_bare(self) -> bool:
        """Tell whether nothing but titles stands here so far."""
        return not self.lead and not self.nodes


class SectionList:
    """The sections so far; the last one takes what comes."""

    def __init__(self) -> None:
        self._sections = [Section(Side.UNSORTED)]
        self._scope = ""  # a heading over several sides: "CONTROLS:" before "Inclusion Criteria:"

    @property
    def last(self) -> Section:
        """Return the section that the text stands in."""
        return self._sections[-1]

    def with_words(self) -> list[Section]:
        """Return the sections that hold anything."""
        return [each for each in self._sections if each.titles or not each.is_bare]

    def begin_side(self, side: Side, title: str, text: str) -> None:
        """Begin a section of a side; ``text`` is the title without its mark."""
        heading = "" if is_plain(text) else text
        before = self.last
        if before.titles and before.is_bare and not before.names_side:
            self._scope = before.heading
            before.side, before.names_side = side, True
            _add_title(before, title, heading)
            return
        if heading:
            self._scope = ""
        self._sections.append(Section(side, [title], heading or self._scope, names_side=True))

    def begin_group(self, title: str) -> None:
        """Begin a group within the side; a heading with nothing under it yet is joined."""
        if self.last.titles and self.last.is_bare:
            _add_title(self.last, title, title)
        else:
            self._sections.append(Section(self.last.side, [title], title))

    def add_lead(self, text: str) -> list[str]:
        """Put words that are no criterion at this place; return the list that holds them."""
        if self.last.nodes:
            self._sections.append(Section(self.last.side))
        self.last.lead.append(text)
        return self.last.lead


def _add_title(section: Section, title: str, heading: str) -> None:
    section.titles.append(title)
    section.heading = "\n".join(part for part in (section.heading, heading) if part)
