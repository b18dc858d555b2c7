from collections.abc import Iterator
from typing import get_args

from desktop_app.analysis.changes.keys import WAYS
from desktop_app.study.base import RecordModel
from desktop_app.study.study import Study


def kinds_in_lists(model: type[RecordModel]) -> Iterator[type[RecordModel]]:
    for field in model.model_fields.values():
        kinds = list(_models(field.annotation))
        for kind in kinds:
            if "tuple" in str(field.annotation):
                yield kind
            yield from kinds_in_lists(kind)


def _models(annotation: object) -> Iterator[type[RecordModel]]:
    if isinstance(annotation, type) and issubclass(annotation, RecordModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def test_items_of_every_list_can_be_told_apart() -> None:
    assert set(kinds_in_lists(Study)) == set(WAYS)


def test_items_are_told_apart_by_elements_that_they_have() -> None:
    for kind, ways in WAYS.items():
        for way in ways:
            assert set(way) <= set(kind.model_fields), kind
