"""Understanding a query: any text is one, and what is odd in it is told and left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from desktop_app.store.queries.field_values import FieldValue, Wrong, field_value
from desktop_app.store.queries.fields import FIELD_OF
from desktop_app.store.queries.lexing import Kind, Token, tokens
from desktop_app.store.queries.oddities import Misunderstood, Problem, nearest_field
from desktop_app.store.queries.tree import (
    All,
    Countries,
    Either,
    Node,
    Not,
    Phrase,
    Spans,
    Terms,
    Words,
)

_MOST_TOKENS = 200
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text asks for, and what of it was not understood, in the order of the text."""

    root: All
    oddities: tuple[Misunderstood, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether everything fits."""
        return not self.root.nodes


def parse(text: str, today: date) -> Parsed:
    """Understand what was typed.

    Everything must fit, but of what stands on the two sides of ``OR`` one is enough; filters that
    stand beside words hold for all alternatives. The last word is the beginning of one.
    """
    every = list(islice(tokens(text), _MOST_TOKENS + 1))
    parser = _Parser(text, every[:_MOST_TOKENS], today)
    root = parser.whole()
    if len(every) > _MOST_TOKENS:
        parser.oddities.append(
            Misunderstood(
                *(Problem.TOO_LONG, every[-1].start, len(text) - every[-1].start, every[-1].text),
                count=_MOST_TOKENS,
            )
        )
    return Parsed(root, tuple(parser.oddities))


class _Parser:
    def __init__(self, text: str, of: Sequence[Token], today: date) -> None:
        self._text = text
        self._tokens = of
        self._at = 0
        self._today = today
        self.oddities: list[Misunderstood] = []

    def whole(self) -> All:
        """Return the tree of all tokens; a bracket that closes nothing is passed over."""
        nodes: list[Node] = []
        while self._at < len(self._tokens):
            nodes += self._group(0).nodes
            self._at += 1
        return All(tuple(nodes))

    def _group(self, depth: int) -> All:
        """Return what stands up to the next bracket that closes, or the end."""
        parts: list[Node | None] = []
        while self._at < len(self._tokens) and self._tokens[self._at].kind is not Kind.CLOSE:
            if self._tokens[self._at].kind is Kind.OR:
                parts.append(None)
                self._at += 1
            else:
                node = self._one(depth)
                parts += [] if node is None else [node]
        return _alternatives(parts)

    def _one(self, depth: int) -> Node | None:
        token = self._tokens[self._at]
        self._at += 1
        if token.kind is Kind.NOT:
            return self._negated(depth)
        if token.kind is Kind.OPEN:
            if depth >= _DEEPEST:
                return None
            group = self._group(depth + 1)
            self._at += 1
            return _simple(group) if group.nodes else None
        return self._leaf(token)

    def _negated(self, depth: int) -> Node | None:
        is_there = self._at < len(self._tokens)
        if not is_there or self._tokens[self._at].kind in (Kind.OR, Kind.CLOSE):
            return None
        node = self._one(depth)
        if node is None:
            return None
        # What is being typed would for a moment leave out nearly everything.
        node = replace(node, is_begun=False) if isinstance(node, Words) else node
        return node.node if isinstance(node, Not) else Not(node)

    def _leaf(self, token: Token) -> Node | None:
        if token.kind is Kind.FIELD:
            return self._field(token)
        if token.kind is Kind.PHRASE and not token.is_open:
            return Phrase(token.text) if token.text.strip() else None
        return Words(token.text, is_begun=token.is_open)

    def _field(self, token: Token) -> Node | None:
        field = FIELD_OF.get(token.name.casefold())
        if field is None:
            return self._unknown(token)
        if not token.text.strip(" ,"):
            return None
        value = FieldValue(token.text, token.is_quoted, token.is_open)
        found = field_value(field, value, self._today)
        if isinstance(found, Wrong):
            self._tell(token, found.problem, field.name, "", found.examples)
            return None
        return found

    def _unknown(self, token: Token) -> Node | None:
        """Return the words of what is no field, unless one was nearly named."""
        near = nearest_field(token.name)
        if near and not token.is_apart and token.text:
            self._tell(token, Problem.NEAR_FIELD, token.name, near)
            return None
        if not token.is_apart and token.text:
            self._tell(token, Problem.NO_FIELD, token.name)
        return Words(f"{token.name} {token.text}".strip(), is_begun=token.is_open)

    def _tell(
        self,
        token: Token,
        problem: Problem,
        name: str,
        near: str = "",
        examples: tuple[str, ...] = (),
    ) -> None:
        part = self._text[token.start : token.end]
        self.oddities.append(
            Misunderstood(
                problem, token.start, token.length, part, name, token.text, near, examples
            )
        )


_Part = Node | None


def _alternatives(parts: Sequence[_Part]) -> All:
    """Return a run of nodes, in which None stands for OR, as what must all be."""
    runs = list(_runs(_joined_filters(parts)))
    if len(runs) <= 1:
        return All(tuple(runs[0]) if runs else ())
    filters: list[Node] = []
    choices: list[Node] = []
    for run in runs:
        words = [node for node in run if not _is_filter(node)]
        filters += [node for node in run if words and _is_filter(node)]
        choices.append(_simple(All(tuple(words or run))))
    return All((Either(tuple(choices)), *filters))


def _joined_filters(parts: Sequence[_Part]) -> list[_Part]:
    """Join filters with OR between them: ``status:recruiting OR status:suspended asthma``."""
    joined: list[_Part] = []
    for part in parts:
        is_second = len(joined) >= 2 and joined[-1] is None and part is not None
        if is_second and part is not None and _is_filter(part):
            before = joined[-2]
            if before is not None and _is_filter(before):
                choices = before.nodes if isinstance(before, Either) else (before,)
                joined[-2:] = [Either((*choices, part))]
                continue
        joined.append(part)
    return joined


def _runs(parts: Sequence[_Part]) -> Iterator[list[Node]]:
    run: list[Node] = []
    for part in (*parts, None):
        if part is not None:
            run.append(part)
        elif run:
            yield run
            run = []


def _is_filter(node: Node) -> bool:
    if isinstance(node, Not):
        return _is_filter(node.node)
    if isinstance(node, Either):
        return all(_is_filter(one) for one in node.nodes)
    return isinstance(node, Terms | Countries | Spans)


def _simple(node: All) -> Node:
    return node.nodes[0] if len(node.nodes) == 1 else node
