"""What a change is: where it is in the record, what stood there and what stands there now."""

from dataclasses import dataclass
from enum import Enum

from desktop_app.study.base import RecordModel

Value = object
"""A value of a record: a text, a code, a date, a number, a part of it, or several of these."""


class Part(Enum):
    """What a change touches, in the order in which it matters to a reader."""

    MATERIAL = "material"
    RECRUITMENT = "recruitment"
    RESULTS = "results"
    ADMINISTRATIVE = "administrative"


@dataclass(frozen=True, slots=True)
class Step:
    """One step into the record: an element of a model, and one item where it holds several.

    ``element`` is the name of the model's field, or that of an element that the schema does not
    know. ``item`` names the item in the record's own words: the measure of an outcome, ``I-3``.
    """

    model: type[RecordModel]
    element: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; ``path`` leads to it from the whole study.

    What is absent on one side is None there. Of a list of plain values, ``old`` holds in a tuple
    those that only the old record has, and ``new`` those that only the new one has.
    """

    path: tuple[Step, ...]
    old: Value
    new: Value
    part: Part

    @property
    def elements(self) -> tuple[str, ...]:
        """The names of the elements on the way."""
        return tuple(step.element for step in self.path)
