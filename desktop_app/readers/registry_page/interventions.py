"""The section Interventions of a registry page: each with its type, description, other names."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from desktop_app.readers.registry_page.marks import MarkNames, Segment, read_tokens, segments
from desktop_app.readers.registry_page.notes import PageNotes
from desktop_app.readers.registry_page.outline import PageSection
from desktop_app.readers.registry_page.text import filled, prose
from desktop_app.readers.registry_page.values import find_code, read_code, stated
from desktop_app.study.codes import registry_label
from desktop_app.study.enumerations import InterventionType

INTERVENTION_TYPE = "Intervention Type"
_OTHER_NAMES = "Other Names"
_MARKS: MarkNames = {INTERVENTION_TYPE: InterventionType, _OTHER_NAMES: None}
_OTHER_NAMES_LINE = re.compile(rf"{_OTHER_NAMES}: (.+)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ListedIntervention:
    """An intervention with its type as a code or as the page's own word, empty for none."""

    name: str
    type: str
    description: str = ""
    lines: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """Return ``Biological: hucMSCs``, as arms name their interventions."""
        return full_name(self.type, self.name)


def full_name(type_: str, name: str) -> str:
    """Return ``Type: Name`` in the registry's words, or the name where no type is stated."""
    term = next((term for term in InterventionType if str(term) == type_), None)
    return f"{registry_label(term or type_)}: {name}" if type_ else name


def type_code(value: str) -> str:
    """Return the code of a type, or the page's word where it is none."""
    return find_code(InterventionType, value) or stated(value) or ""


def read_interventions(section: PageSection, notes: PageNotes) -> list[ListedIntervention]:
    """Return the interventions in the order of the page.

    The page has the type last. Where text follows the last type, and nothing but a name comes
    before the first, it is read as type before description, as within the groups.
    """
    found = list(segments(read_tokens(section.lines, _MARKS), (INTERVENTION_TYPE,)))
    own = [_without_other_names(segment.lines) for segment in found]
    if len(found) == 1:
        notes.set_apart(section.heading, section.lines)
        return []
    is_type_first = any(own[-1]) and len(filled(own[0])) == 1
    if is_type_first:
        listed = _type_first(found, own, section)
    else:
        listed = _type_last(found, own, section)
        notes.set_apart(section.heading, own[-1])
    return _with_other_names(listed, found, is_type_first)


def after_first(lines: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Return the first filled line and the lines after it."""
    place = next((place for place, line in enumerate(lines) if line), None)
    return ("", ()) if place is None else (lines[place].strip(), lines[place + 1 :])


def last_filled(lines: Sequence[str]) -> tuple[Sequence[str], str]:
    """Return the lines before the last filled one, and that one."""
    place = next((place for place in reversed(range(len(lines))) if lines[place]), None)
    return ((), "") if place is None else (lines[:place], lines[place].strip())


def intervention_record(
    one: ListedIntervention, arm_labels: Sequence[str], path: str, notes: PageNotes
) -> dict[str, Any]:
    """Return the intervention in the API's form."""
    elements = {
        "type": read_code(InterventionType, one.type, f"{path}.type", notes),
        "name": one.name,
        "description": one.description,
        "armGroupLabels": list(arm_labels),
        "otherNames": list(one.other_names),
    }
    return {name: value for name, value in elements.items() if value}


def _type_last(
    found: Iterable[Segment], own: Iterable[Sequence[str]], section: PageSection
) -> list[ListedIntervention]:
    listed = []
    for segment, lines in zip(found, own, strict=True):
        if segment.mark:
            name, rest = after_first(lines)
            listed.append(_listed(name, segment.mark.value, rest, section))
    return listed


def _type_first(
    found: Sequence[Segment], own: Sequence[Sequence[str]], section: PageSection
) -> list[ListedIntervention]:
    listed = []
    _, name = last_filled(own[0])
    for (segment, _), (following, lines) in pairwise(zip(found, own, strict=True)):
        description, next_name = last_filled(lines) if following.mark else (lines, "")
        value = segment.mark.value if segment.mark else ""
        listed.append(_listed(name, value, description, section))
        name = next_name
    return listed


def _listed(
    name: str, type_: str, description: Sequence[str], section: PageSection
) -> ListedIntervention:
    text = prose(description, section.spaced)
    return ListedIntervention(name, type_code(type_), text, tuple(filled(description)))


def _without_other_names(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if not _OTHER_NAMES_LINE.match(line)]


def _with_other_names(
    listed: Sequence[ListedIntervention], found: Sequence[Segment], is_type_first: bool
) -> list[ListedIntervention]:
    """Give each intervention the other names after its name, or right after its type."""
    names: Mapping[int, list[str]] = {place: [] for place in range(len(listed))}
    for place, segment in enumerate(found):
        first = next((line for line in segment.lines if line), "")
        for line in segment.lines:
            match = _OTHER_NAMES_LINE.match(line)
            if match:
                is_earlier = is_type_first or place == len(listed) or line == first
                names[max(place - is_earlier, 0)].extend(_split_names(match[1]))
    return [replace(one, other_names=tuple(names[place])) for place, one in enumerate(listed)]


def _split_names(text: str) -> list[str]:
    separator = ";" if ";" in text else ", "
    return [name.strip() for name in text.split(separator) if name.strip()]
