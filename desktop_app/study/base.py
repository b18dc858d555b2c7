"""What all parts of a record have in common."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from desktop_app.languages import _


class RecordModel(BaseModel):
    """A part of a record: frozen, read by the registry's own names.

    A part that a record lacks is an empty part, so that its elements can be asked for without
    asking for the part first; ``model_fields_set`` tells what the record really held. Elements
    that the schema does not know are kept in ``model_extra``.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        allow_inf_nan=False,
        # Building a model costs milliseconds, and only the whole study is ever read.
        defer_build=True,
    )


M = TypeVar("M", bound=RecordModel)


def empty(model: type[M]) -> Callable[[], M]:
    """Return what gives the one empty part of a kind; it is made when a record first lacks it."""
    return cache(model.model_construct)


def label(model: type[RecordModel], element: str) -> str:
    """Return the words for people of an element: the registry's, in the spoken language."""
    return _(model.model_fields[element].title or element)


def part_model(annotation: Any) -> type[RecordModel] | None:
    """Return the model in an annotation such as ``tuple[ArmGroup, ...]``; None without one."""
    if isinstance(annotation, type) and issubclass(annotation, RecordModel):
        return annotation
    return next((part for arg in get_args(annotation) if (part := part_model(arg))), None)
