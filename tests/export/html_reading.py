"""Reads pages of HTML back, and holds them to their structure."""

from collections.abc import Collection
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "br", "path", "rect", "circle", "line"}
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer"),
    *("section", "div", "p", "br", "span", "strong", "a", "ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption"),
    *("details", "summary", "svg", "g", "path", "rect", "circle", "line", "text"),
    *_HEADINGS,
}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as a reader gets it: a break is a line end."""
        if self.tag == "br":
            return "\n"
        return "".join(one if isinstance(one, str) else one.text for one in self.children)

    @property
    def words(self) -> list[str]:
        """The words, except those in drawings; no element begins or ends within one."""
        if self.tag == "svg":
            return []
        parts = (one.split() if isinstance(one, str) else one.words for one in self.children)
        return [word for part in parts for word in part]

    def all(self, *tags: str) -> list["Element"]:
        found = [self] if self.tag in tags else []
        for child in self.children:
            if isinstance(child, Element):
                found += child.all(*tags)
        return found

    def one(self, tag: str) -> "Element":
        (found,) = self.all(tag)
        return found


class _Reader(HTMLParser):
    def __init__(self, allowed: Collection[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._allowed = allowed
        self.root = Element("root", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self._allowed, tag
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        assert not any(name.startswith("on") or name == "style" for name in names), (tag, names)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        assert tag in _VOID, tag

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"{self._open[-1].tag} is closed as {tag}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        # A break stands for the line end that is written behind it.
        siblings = self._open[-1].children
        after_break = siblings and isinstance(siblings[-1], Element) and siblings[-1].tag == "br"
        siblings.append(data.removeprefix("\n") if after_break else data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def closed(self) -> Element:
        self.close()
        assert self._open == [self.root], [one.tag for one in self._open]
        return self.root


def read_html(html: str, also_allowed: Collection[str] = ()) -> Element:
    """Return the elements; fails where a tag is not closed, not known, or runs anything."""
    reader = _Reader({*_ALLOWED, *also_allowed})
    reader.feed(html)
    return reader.closed()


def assert_well_made(html: str) -> Element:
    """Hold a page to what every page promises, and return it."""
    root = read_html(html)
    assert html.startswith("<!DOCTYPE html>\n")
    assert root.one("html").attributes["lang"] == "en"
    ids = [one.attributes["id"] for one in _every(root) if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    _assert_references_lead_somewhere(root, set(ids))
    _assert_headings_have_no_gaps(root)
    _assert_lists_and_tables_are_real(root)
    for tag in ("header", "main", "footer", "h1"):
        assert len(root.all(tag)) == 1, tag
    return root


def _every(element: Element) -> list[Element]:
    found = [element]
    for child in element.children:
        if isinstance(child, Element):
            found += _every(child)
    return found


def _assert_references_lead_somewhere(root: Element, ids: set[str]) -> None:
    for element in _every(root):
        for name in ("aria-labelledby", "aria-describedby"):
            assert set(element.attributes.get(name, "").split()) <= ids, element.attributes
        assert not {"src", "srcset", "data", "action", "xlink:href"} & set(element.attributes)
        address = element.attributes.get("href")
        if address is None:
            continue
        assert element.tag == "a"
        if address.startswith("#"):
            assert address[1:] in ids
        else:
            assert address.lower().startswith(("http://", "https://", "mailto:"))
            assert element.attributes["rel"] == "noopener noreferrer"
            assert element.text == address
    style = root.one("style").text
    assert "url(" not in style
    assert "@import" not in style


def _assert_headings_have_no_gaps(root: Element) -> None:
    above = 0
    for element in _every(root):
        is_more = element.attributes.get("role") == "heading"
        if element.tag not in _HEADINGS and not is_more:
            continue
        level = int(element.attributes["aria-level"] if is_more else element.tag[1])
        assert level <= above + 1, element.text
        assert element.text.strip()
        above = level


def _assert_lists_and_tables_are_real(root: Element) -> None:
    for one in root.all("ul", "ol"):
        parts = [child for child in one.children if isinstance(child, Element) or child.strip()]
        assert parts
        assert all(isinstance(part, Element) and part.tag == "li" for part in parts)
    for fields in root.all("dl"):
        for group in fields.children:
            if isinstance(group, Element):
                tags = [part.tag for part in group.children if isinstance(part, Element)]
                assert tags == ["dt"] + ["dd"] * (len(tags) - 1)
                assert len(tags) > 1
    for table in root.all("table"):
        assert table.one("caption").text.strip()
        heads = table.one("thead").all("th")
        assert all(head.attributes["scope"] == "col" for head in heads)
        for row in table.one("tbody").all("tr"):
            cells = row.all("th", "td")
            assert len(cells) == len(heads)
            assert all(cell.attributes["scope"] == "row" for cell in cells if cell.tag == "th")
