"""Study groups on a registry page, each with its interventions.

A group is its label, its description and ``Group Type``; the group's interventions follow, each
with its name, ``Intervention Type`` and its description. Nothing parts the description of the
last intervention from the next group's label. The section Interventions holds the same
descriptions with a clear end, and settles it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_app.readers.page_interventions import (
    INTERVENTION_TYPE,
    ListedIntervention,
    after_first,
    full_name,
    intervention_record,
    last_filled,
    read_interventions,
    type_code,
)
from desktop_app.readers.page_marks import MarkNames, Segment, read_tokens, segments
from desktop_app.readers.page_notes import PageNotes, quote
from desktop_app.readers.page_outline import PageSection
from desktop_app.readers.page_text import filled, list_items, prose
from desktop_app.readers.page_values import put, read_code
from desktop_app.study.enumerations import ArmGroupType, InterventionType

_MODULE = "protocolSection.armsInterventionsModule"
_GROUPS = f"{_MODULE}.armGroups"
_GROUP_TYPE = "Group Type"
_MARKS: MarkNames = {_GROUP_TYPE: ArmGroupType, INTERVENTION_TYPE: InterventionType}

Key = tuple[str, str]
"""Type and name of an intervention."""


@dataclass(slots=True)
class Group:
    """A group while it is read; the type is the page's word, empty for none."""

    label: str
    description: str
    type: str = ""
    interventions: list[Key] = field(default_factory=list)


def read_arms(
    groups: PageSection | None,
    interventions: PageSection | None,
    record: dict[str, Any],
    notes: PageNotes,
) -> None:
    """Read groups and interventions; either section may be missing."""
    listed = read_interventions(interventions, notes) if interventions else []
    reader = _GroupReader(listed, notes)
    if groups:
        reader.read(groups)
    records = [_group_record(group, place, notes) for place, group in enumerate(reader.groups)]
    put(record, _GROUPS, records)
    labels: dict[Key, list[str]] = {}
    for group in reader.groups:
        for key in dict.fromkeys(group.interventions):
            labels.setdefault(key, []).append(group.label)
    every = [*listed, *reader.unlisted.values()]
    path = f"{_MODULE}.interventions"
    put(
        record,
        path,
        [
            intervention_record(one, labels.get((one.type, one.name), ()), f"{path}[{n}]", notes)
            for n, one in enumerate(every)
        ],
    )


def read_other_names(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read other names of the interventions.

    The page does not say whose they are: a lone intervention has them all, else they are kept by
    themselves.
    """
    module = record.get("protocolSection", {}).get("armsInterventionsModule", {})
    interventions = module.get("interventions", [])
    names = list_items(section.lines)
    if len(interventions) == 1:
        interventions[0].setdefault("otherNames", []).extend(names)
    else:
        notes.set_apart(section.heading, names)


def _group_record(group: Group, place: int, notes: PageNotes) -> dict[str, Any]:
    elements = {
        "label": group.label,
        "type": read_code(ArmGroupType, group.type, f"{_GROUPS}[{place}].type", notes),
        "description": group.description,
        "interventionNames": [full_name(*key) for key in group.interventions],
    }
    return {name: value for name, value in elements.items() if value}


class _GroupReader:
    """Reads the groups; ``unlisted`` holds interventions that only the groups name."""

    def __init__(self, listed: Sequence[ListedIntervention], notes: PageNotes) -> None:
        self.groups: list[Group] = []
        self.unlisted: dict[Key, ListedIntervention] = {}
        self._known: Mapping[Key, ListedIntervention] = {(i.type, i.name): i for i in listed}
        self._notes = notes
        self._spaced = True

    def read(self, section: PageSection) -> None:
        """Read all groups of the section."""
        self._spaced = section.spaced
        found = list(segments(read_tokens(section.lines, _MARKS)))
        if len(found) == 1:
            self._read_unmarked(section)
            return
        current: Key | None = None
        for segment in found:
            lines = self._after_description(segment, current) if current else segment.lines
            if segment.mark is None:
                self._notes.set_apart(section.heading, lines)
            elif segment.mark.name == _GROUP_TYPE:
                self._begin_group(lines, segment.mark.value)
                current = None
            else:
                current = self._add_intervention(section, lines, segment.mark.value)

    def _begin_group(self, lines: Sequence[str], type_: str = "") -> None:
        label, rest = after_first(lines)
        self.groups.append(Group(label, prose(rest, self._spaced), type_))

    def _add_intervention(self, section: PageSection, lines: Sequence[str], type_: str) -> Key:
        before, name = last_filled(lines)
        if any(before):
            # Lines that are no description belong to a group whose type is not stated.
            self._begin_group(before)
        key = (type_code(type_), name)
        if key not in self._known:
            self.unlisted.setdefault(key, ListedIntervention(name, key[0]))
        if self.groups:
            self.groups[-1].interventions.append(key)
        else:
            self._notes.note(_GROUPS, f"{quote(name)} stands before the first group.")
        return key

    def _after_description(self, segment: Segment, key: Key) -> Sequence[str]:
        """Return what follows the description of the intervention, and keep the description."""
        known = self._known.get(key)
        if known and tuple(filled(segment.lines))[: len(known.lines)] == known.lines:
            return _after_filled(segment.lines, len(known.lines))
        rest = self._guessed_rest(segment, key)
        description = segment.lines[: len(segment.lines) - len(rest)]
        if known:
            self._notes.set_apart(key[1], description)
        elif not self.unlisted[key].description:
            text = prose(description, self._spaced)
            self.unlisted[key] = ListedIntervention(key[1], key[0], text)
        return rest

    def _guessed_rest(self, segment: Segment, key: Key) -> Sequence[str]:
        """Return what follows a description that the section Interventions does not hold.

        Before another intervention all but its name is description, before a group the first
        paragraph is, unless it is the only one.
        """
        lines = segment.lines
        if segment.mark is None:
            return ()
        if segment.mark.name == INTERVENTION_TYPE:
            return lines[len(last_filled(lines)[0]) :]
        if len(filled(lines)) < 2:
            return lines
        what = f"Where the description of {quote(key[1])} ends is not certain."
        self._notes.note(_GROUPS, what)
        return _after_filled(lines, 1)

    def _read_unmarked(self, section: PageSection) -> None:
        """Read groups without types and interventions: labels, each with its description."""
        lines = filled(section.lines)
        step = 1 if len(lines) % 2 else 2
        for place in range(0, len(lines), step):
            self._begin_group(lines[place : place + step])
        if lines:
            what = "The groups have no types; which lines are labels is not certain."
            self._notes.note(_GROUPS, what)


def _after_filled(lines: Sequence[str], count: int) -> Sequence[str]:
    """Return the lines after so many filled ones."""
    for place, line in enumerate(lines):
        if count == 0:
            return lines[place:]
        count -= 1 if line else 0
    return ()
