"""Made records in which every element holds something, in words that no text of ours has."""

from collections.abc import Iterator
from itertools import count
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from desktop_app.study.ages import Age
from desktop_app.study.base import RecordModel
from desktop_app.study.codes import Code
from desktop_app.study.dates import PartialDate
from desktop_app.study.markup import MarkupText
from desktop_app.study.study import Study

_CRITERIA = "Inclusion Criteria:\n\n* Qzin one\n* Qzin two\n\nExclusion Criteria:\n\n1. Qzex"
_DATES = ("2024-03-01", "2025-07", "2023", "2031-05-09")
_AGES = ("18 Years", "6 Months", "N/A", "1 Day")


def made_records(number: int) -> Iterator[Study]:
    """Yield studies that differ in their codes, their dates and in what they lack."""
    for variant in range(number):
        yield Study.model_validate(_Filler(variant).model(Study, "study"))


class _Filler:
    """Fills models by what their fields are to hold."""

    def __init__(self, variant: int) -> None:
        self._variant = variant
        self._numbers = count(variant)

    def model(self, model: type[RecordModel], path: str) -> dict[str, Any]:
        """Return a part as JSON has it."""
        made = {}
        for name, field in model.model_fields.items():
            # The first record lacks nothing, and each of the others something else.
            if not self._variant or (next(self._numbers) * 7 + self._variant) % 5:
                made[field.alias or name] = self._value(field.annotation, name, path)
        return {name: value for name, value in made.items() if value is not None}

    def _value(self, kind: Any, name: str, path: str) -> Any:
        if get_origin(kind) in (Union, UnionType):
            return self._of_union(get_args(kind), name, path)
        if get_origin(kind) is Annotated:
            return self._value(get_args(kind)[0], name, path)
        if get_origin(kind) is tuple:
            return [self._value(get_args(kind)[0], name, path) for _one in range(2)]
        if isinstance(kind, type) and issubclass(kind, RecordModel):
            return self.model(kind, f"{path}.{name}")
        return self._leaf(kind, name)

    def _of_union(self, kinds: tuple[Any, ...], name: str, path: str) -> Any:
        kinds = tuple(kind for kind in kinds if kind is not type(None))
        codes = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Code)]
        return self._value(codes[0] if codes else kinds[0], name, path)

    def _leaf(self, kind: Any, name: str) -> Any:
        number = next(self._numbers)
        if kind is MarkupText:
            return _CRITERIA if name == "eligibility_criteria" else f"Qz{name} text{number}q."
        if kind is PartialDate:
            return _DATES[number % len(_DATES)]
        if kind is Age:
            return _AGES[number % len(_AGES)]
        if kind is bool:
            return bool(number % 2)
        if kind in (int, float):
            return number % 90
        if isinstance(kind, type) and issubclass(kind, Code):
            return list(kind)[number % len(kind)].value
        return _WORDS.get(name, f"Qz{name}{number}")


_WORDS = {"nct_id": "NCT09990001", "pmid": "123456", "param_value": "1.5", "value": "12"}
