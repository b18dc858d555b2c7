"""What of a query was not understood, in sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from desktop_app.conventions import number_text
from desktop_app.languages import N_, _
from desktop_app.punctuation import listed
from desktop_app.store.queries.fields import FIELD_OF


class Problem(Enum):
    """Why a part of a query was not understood; ``{…}`` are filled in."""

    NO_FIELD = N_(
        "There is no field “{name}:”, so “{part}” was searched as words. There are"
        " {examples} and others."
    )
    NEAR_FIELD = N_("There is no field “{name}:”, so “{part}” was left out. Try “{near}:”.")
    NO_TERM = N_(
        "“{part}” was left out: “{value}” is nothing that “{name}:” knows. Try {examples}."
    )
    NO_DATE = N_(
        "“{part}” was left out: “{value}” is no date. Write a year, a month or a day, such as"
        " {name}:2024, {name}:>2024-01 or {name}:<30d for the last thirty days."
    )
    NO_AGE = N_(
        "“{part}” was left out: “{value}” is no age. Write years or an age group, such as"
        " {name}:12, {name}:12..17, {name}:6m for months or {name}:child."
    )
    NO_NUMBER = N_(
        "“{part}” was left out: “{value}” is no number. Write one, such as {name}:>100 or"
        " {name}:20..50."
    )
    NO_COUNTRY = N_(
        "“{part}” was left out: no study in this library has a site in a country of that name."
    )
    NO_TAG = N_("“{part}” was left out: you have no tag of that name.")
    NO_COLLECTION = N_("“{part}” was left out: you have no collection of that name.")
    TOO_LONG = N_("Only the first {count} parts of this search were looked for; it is very long.")


_SOME_FIELDS = ("condition:", "intervention:", "country:", "status:", "phase:", "age:")


@dataclass(frozen=True, slots=True)
class Misunderstood:
    """A part of a query that was not understood, and where it stands in the text."""

    problem: Problem
    start: int
    length: int
    part: str
    name: str = ""
    value: str = ""
    near: str = ""
    examples: tuple[str, ...] = ()
    count: int = 0

    @property
    def sentence(self) -> str:
        """Say it, with the next step."""
        return _(self.problem.value).format(
            part=_short(self.part),
            name=self.name,
            value=_short(self.value),
            near=self.near,
            examples=listed(self.examples or _SOME_FIELDS),
            count=number_text(self.count),
        )


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is nearest to one, empty where none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.casefold(), list(known), 1, 0.7)), "")


def nearest_field(name: str) -> str:
    """Return the name of the field that was meant, empty where none is near."""
    near = nearest(name, FIELD_OF)
    return FIELD_OF[near].name if near else ""


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
