"""Narrows a source document to the elements that hold words, with what they stand in."""

from collections.abc import Sequence

from desktop_app.readers.source_tree import SourceNode, below, parts_of, value_of


def narrowed(root: SourceNode, words: str) -> tuple[SourceNode, int]:
    """Return the tree of those elements whose name and value hold all words, and their count.

    An element that is named so keeps its parts, and all keep what they stand in; capitals do not
    matter. No words leave the tree as it is, with a count of 0.
    """
    wanted = words.casefold().split()
    if not wanted:
        return root, 0
    found = SourceNode(root.name, root.path, root.raw)
    found.children, count = _narrowed_parts(found, wanted)
    return found, count


def _narrowed_parts(node: SourceNode, wanted: Sequence[str]) -> tuple[list[SourceNode], int]:
    """Return those parts of a node that hold the words, or have parts that do, and their count."""
    kept: list[SourceNode] = []
    count = 0
    for name, step, raw in parts_of(node.raw):
        is_hit = _holds(f"{name} {value_of(raw)}".casefold(), wanted)
        if isinstance(raw, str) and not is_hit:
            continue
        part = SourceNode(name, below(node.path, step), raw, node, len(kept))
        parts, hits = _narrowed_parts(part, wanted)
        if hits:
            part.children = parts
        if hits or is_hit:
            kept.append(part)
            count += is_hit + hits
    return kept, count


def _holds(text: str, wanted: Sequence[str]) -> bool:
    return all(word in text for word in wanted)
