"""Coded values: the registry's terms with their words for people; unknown terms are kept."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, Self, TypeVar, get_args

from desktop_app.languages import pgettext

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, ValidationInfo
    from pydantic_core import core_schema

UNKNOWN_CODES = "unknown_codes"
"""Key of the validation context under which a list collects the codes that no term matched."""


class Code(str, Enum):  # noqa: UP042 - a StrEnum takes no second value
    """A term of a code list; ``label`` is what the registry prints for it, in English.

    ``code_label`` says it in the spoken language. In the catalogues the name of the list is the
    context of its terms, since one word may stand for different things in two of them.
    """

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    def __str__(self) -> str:
        return str(self.value)


class KeepUnknown:
    """Reads a code of an enumeration, or else keeps the text and notes it in the context."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        # Loaded here, for to list studies needs their codes, but no models.
        from pydantic_core import core_schema

        enumeration = get_args(source)[0]
        unknown = core_schema.with_info_after_validator_function(
            _note_unknown, core_schema.str_schema()
        )
        return core_schema.union_schema(
            [handler.generate_schema(enumeration), unknown], mode="left_to_right"
        )


def _note_unknown(value: str, info: ValidationInfo) -> str:
    if info.context is not None:
        info.context.setdefault(UNKNOWN_CODES, []).append(value)
    return value


_LONGEST_ABBREVIATION = 4

E = TypeVar("E", bound=Code)
Coded = Annotated[E | str, KeepUnknown()]


def code_label(code: str) -> str:
    """Return a code in words; one that no enumeration holds is only made readable."""
    if isinstance(code, Code):
        return pgettext(type(code).__name__, code.label)
    return registry_label(code)


def registry_label(code: str) -> str:
    """Return a code in the registry's own English words, as they stand in records."""
    if isinstance(code, Code):
        return code.label
    words = code.replace("_", " ").strip()
    is_shouted = words.isupper() and len(words) > _LONGEST_ABBREVIATION
    return words[:1].upper() + words[1:].lower() if is_shouted else words


def code_within(code: str) -> str:
    """Return a code in words as it stands within a sentence: ``estimated``.

    Which letters are capitals there is a matter of the language, so that these words are texts of
    their own in the catalogues, for the lists that ``SAID_WITHIN_SENTENCES`` names.
    """
    if isinstance(code, Code):
        return pgettext(within_context(type(code)), code.label.lower())
    return code_label(code).lower()


def within_context(codes: type[Code]) -> str:
    """Return the context of the terms of a list as they stand within a sentence."""
    return f"{codes.__name__} within a sentence"
