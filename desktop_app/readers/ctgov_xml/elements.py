"""A document's elements, which remember what of them was read, so that nothing is lost silently."""

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.readers.noted import Note, noted
from desktop_app.readers.reading import Oddity, left_out


@dataclass(slots=True, eq=False)
class Ledger:
    """What of a document was read, and what was odd in it."""

    root: ET.Element
    oddities: list[Oddity] = field(default_factory=list)
    elements: set[ET.Element] = field(default_factory=set)
    texts: set[ET.Element] = field(default_factory=set)
    attributes: set[tuple[ET.Element, str]] = field(default_factory=set)
    _places: dict[ET.Element, tuple[ET.Element, str]] = field(default_factory=dict)

    def path_of(self, element: ET.Element) -> str:
        """Return a path such as ``clinical_study/location[3]/status``, counted from 1."""
        if not self._places:
            self._places = dict(_places(self.root))
        steps: list[str] = []
        while element is not self.root:
            element, step = self._places[element]
            steps.append(step)
        return "/".join([self.root.tag, *reversed(steps)])


def _places(root: ET.Element) -> Iterator[tuple[ET.Element, tuple[ET.Element, str]]]:
    """Yield every element with its parent, and its name there, numbered where it repeats."""
    for parent in root.iter():
        totals = Counter(child.tag for child in parent)
        numbers: Counter[str] = Counter()
        for child in parent:
            numbers[child.tag] += 1
            number = f"[{numbers[child.tag]}]" if totals[child.tag] > 1 else ""
            yield child, (parent, child.tag + number)


@dataclass(frozen=True, slots=True)
class Part:
    """An element, or the lack of one, in which everything is absent."""

    ledger: Ledger
    element: ET.Element | None

    def __bool__(self) -> bool:
        return self.element is not None

    @property
    def tag(self) -> str:
        """Return the name of the element, empty where it is absent."""
        return "" if self.element is None else self.element.tag

    def part(self, tag: str) -> "Part":
        """Return the first child of a name, or an absent part."""
        child = None if self.element is None else self.element.find(tag)
        if child is None:
            return Part(self.ledger, None)
        self.ledger.elements.add(child)
        return Part(self.ledger, child)

    def parts(self, tag: str) -> Iterator["Part"]:
        """Yield the children of a name; only those that are asked for count as read."""
        for child in () if self.element is None else self.element.findall(tag):
            self.ledger.elements.add(child)
            yield Part(self.ledger, child)

    def all_parts(self) -> Iterator["Part"]:
        """Yield all children in their order."""
        for child in () if self.element is None else self.element:
            self.ledger.elements.add(child)
            yield Part(self.ledger, child)

    def listed(self, list_tag: str, tag: str) -> Iterator["Part"]:
        """Yield the items of a list element, such as those of ``group_list``."""
        return self.part(list_tag).parts(tag)

    @property
    def raw_text(self) -> str:
        """Return the text with its white space."""
        if self.element is None:
            return ""
        self.ledger.texts.add(self.element)
        return self.element.text or ""

    @property
    def own_text(self) -> str | None:
        """Return the text with its white space folded, or None where it is blank."""
        return " ".join(self.raw_text.split()) or None

    def text(self, tag: str) -> str | None:
        """Return the folded text of the first child of a name."""
        child = None if self.element is None else self.element.find(tag)
        if child is None:
            return None
        # The same as part(tag).own_text, without the part: most of a record is read here.
        self.ledger.elements.add(child)
        self.ledger.texts.add(child)
        return " ".join((child.text or "").split()) or None

    def texts(self, tag: str) -> tuple[str, ...]:
        """Return the folded texts of all children of a name; blank ones are left out."""
        return tuple(text for part in self.parts(tag) if (text := part.own_text))

    def attribute(self, name: str) -> str | None:
        """Return an attribute, or None where it is absent or blank."""
        if self.element is None:
            return None
        self.ledger.attributes.add((self.element, name))
        return " ".join(self.element.get(name, "").split()) or None

    def report(self, note: str, /, **values: str | int) -> None:
        """Note what is odd in this element."""
        self.ledger.oddities.append(Oddity(self._path, noted(note, **values)))

    def leave_out(self, text: str, reason: Note | str) -> None:
        """Note that a value of this element cannot be read, and why."""
        self.ledger.oddities.append(left_out(self._path, repr(text), reason))

    @property
    def _path(self) -> str:
        return "" if self.element is None else self.ledger.path_of(self.element)
