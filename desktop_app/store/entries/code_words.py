"""The registry's words for those codes that do not say them: ``PHASE1`` is "Phase 1"."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType

from desktop_app.study import enumerations, result_enumerations
from desktop_app.study.codes import Code

_WORD = re.compile(r"[^\W_]+")


@cache
def code_words() -> Mapping[str, str]:
    """Return the words of each code that holds not all of them itself."""
    return {
        term.value: term.label
        for module in (enumerations, result_enumerations)
        for term in _terms(module)
        if not _words(term.label) <= _words(term.value)
    }


def _terms(module: ModuleType) -> Iterator[Code]:
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, Code):
            yield from value


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))
