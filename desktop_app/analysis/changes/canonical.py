"""Values reduced to what tells them apart: without order, white space or what is empty."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping

from desktop_app.study.base import RecordModel
from desktop_app.study.markup import MarkupText


def plain_text(value: str | MarkupText) -> str:
    """Return a text in one line, without the escapes of its markup."""
    return " ".join((value.plain if isinstance(value, MarkupText) else str(value)).split())


class Canonical:
    """Reduces values, each part of a record once; None is what says nothing.

    It is for parts of records that stay in memory for as long as it is used.
    """

    def __init__(self) -> None:
        self._known: dict[int, Hashable] = {}

    def of(self, value: object) -> Hashable:
        """Return what is equal for two values that do not differ for a reader."""
        match value:
            case None:
                return None
            case bool():
                return ("is", value)
            case str() | MarkupText():
                return plain_text(value) or None
            case RecordModel():
                return self._of_model(value)
            case tuple() | list():
                return self._of_items(value)
            case dict():
                return self._of_pairs(value)
            case _:
                return value if isinstance(value, Hashable) else repr(value)

    def _of_model(self, model: RecordModel) -> Hashable:
        known = self._known.get(id(model))
        if known is None and id(model) not in self._known:
            known = self._of_pairs(dict(elements_of(model)))
            self._known[id(model)] = known
        return known

    def _of_pairs(self, pairs: Mapping[str, object]) -> Hashable:
        reduced = ((name, self.of(value)) for name, value in pairs.items())
        return frozenset((name, value) for name, value in reduced if value is not None) or None

    def _of_items(self, items: tuple[object, ...] | list[object]) -> Hashable:
        counted = Counter(filter(None, map(self.of, items)))
        return frozenset(counted.items()) or None


def elements_of(model: RecordModel) -> Iterator[tuple[str, object]]:
    """Yield all elements of a part with their names, also those that the schema does not know."""
    yield from model.__dict__.items()
    yield from (model.model_extra or {}).items()


def words_of(reduced: Hashable) -> Iterator[str]:
    """Yield the words that a reduced value holds, without the names of elements."""
    match reduced:
        case str():
            yield from reduced.casefold().split()
        case frozenset():
            for one in reduced:
                if isinstance(one, tuple):
                    first, second = one
                    # A name and its value, or a value and how often it stands there.
                    yield from words_of(first if isinstance(second, int) else second)
        case None:
            pass
        case _:
            yield str(reduced)
