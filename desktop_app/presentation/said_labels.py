"""What an English label of the registry or of a section is in the spoken language."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from desktop_app.languages import _, pgettext
from desktop_app.study import enumerations, result_enumerations
from desktop_app.study.codes import Code, code_label


def translations(label: str) -> tuple[str, ...]:
    """Return all words that may stand for a label: a term may be another word in another list."""
    return (_(label), *_section_words(label), *map(code_label, _codes_by_label().get(label, ())))


def _section_words(label: str) -> tuple[str, ...]:
    match label:
        case "About":
            return (pgettext("section of a study", "About"),)
        case "Who":
            return (pgettext("section of a study", "Who"),)
        case _other:
            return ()


@cache
def _codes_by_label() -> Mapping[str, tuple[Code, ...]]:
    found: defaultdict[str, list[Code]] = defaultdict(list)
    for code in _codes():
        found[code.label].append(code)
    return {label: tuple(codes) for label, codes in found.items()}


def _codes() -> Iterator[Code]:
    for module in (enumerations, result_enumerations):
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, Code) and kind is not Code:
                yield from kind
