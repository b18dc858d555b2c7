"""Study groups on a registry page, each with its interventions.

A group is its label, its description and ``Group Type``; the group's interventions follow, each
with its name, ``Intervention Type`` and its description. Nothing parts the description of the
last intervention from the next group's label. The section Interventions holds the same
descriptions with a clear end, and settles it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from desktop_app.languages import N_
from desktop_app.readers.registry_page.interventions import (
    INTERVENTION_TYPE,
    ListedIntervention,
    after_first,
    intervention_record,
    last_filled,
    read_interventions,
    type_code,
)
from desktop_app.readers.registry_page.marks import MarkNames, Segment, read_tokens, segments
from desktop_app.readers.registry_page.notes import PageNotes, quote
from desktop_app.readers.registry_page.outline import PageSection
from desktop_app.readers.registry_page.text import filled, list_items, prose
from desktop_app.readers.registry_page.values import put, read_code
from desktop_app.study.enumerations import ArmGroupType, InterventionType

_MODULE = "protocolSection.armsInterventionsModule"
_GROUPS = f"{_MODULE}.armGroups"
_INTERVENTIONS = f"{_MODULE}.interventions"
# More of one name and type are not told apart, so that a page of nothing else is soon read.
_MOST_ALIKE = 20
_GROUP_TYPE = "Group Type"
_MARKS: MarkNames = {_GROUP_TYPE: ArmGroupType, INTERVENTION_TYPE: InterventionType}


@dataclass(slots=True)
class Group:
    """A group while it is read; the type is the page's word, empty for none.

    ``interventions`` are places in the list of all interventions.
    """

    label: str
    description: str
    type: str = ""
    interventions: list[int] = field(default_factory=list)


def read_arms(
    groups: PageSection | None,
    interventions: PageSection | None,
    record: dict[str, Any],
    notes: PageNotes,
) -> None:
    """Read groups and interventions; either section may be missing."""
    reader = _GroupReader(read_interventions(interventions, notes) if interventions else [], notes)
    if groups:
        reader.read(groups)
    labels: dict[int, list[str]] = {}
    for group in reader.groups:
        for place in dict.fromkeys(group.interventions):
            labels.setdefault(place, []).append(group.label)
    listed = reader.interventions
    arms = [_group_record(group, n, listed, notes) for n, group in enumerate(reader.groups)]
    put(record, _GROUPS, arms)
    records = [
        intervention_record(one, labels.get(n, ()), f"{_INTERVENTIONS}[{n}]", notes)
        for n, one in enumerate(listed)
    ]
    put(record, _INTERVENTIONS, records)


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


def _group_record(
    group: Group, place: int, listed: Sequence[ListedIntervention], notes: PageNotes
) -> dict[str, Any]:
    elements = {
        "label": group.label,
        "type": read_code(ArmGroupType, group.type, f"{_GROUPS}[{place}].type", notes),
        "description": group.description,
        "interventionNames": [listed[number].full_name for number in group.interventions],
    }
    return {name: value for name, value in elements.items() if value}


class _GroupReader:
    """Reads the groups; adds interventions that only the groups name."""

    def __init__(self, listed: Sequence[ListedIntervention], notes: PageNotes) -> None:
        self.groups: list[Group] = []
        self.interventions = list(listed)
        self._places: dict[tuple[str, str], list[int]] = {}
        self._uses: Counter[int] = Counter()
        self._notes = notes
        self._spaced = True
        for place, one in enumerate(listed):
            self._places.setdefault((one.type, one.name), []).append(place)

    def read(self, section: PageSection) -> None:
        """Read all groups of the section."""
        self._spaced = section.spaced
        found = list(segments(read_tokens(section.lines, _MARKS)))
        if len(found) == 1:
            self._read_unmarked(section)
            return
        lines: Sequence[str] = found[0].lines
        for segment, following in pairwise(found):
            mark = segment.mark
            if mark and mark.name == _GROUP_TYPE:
                self._begin_group(lines, mark.value)
                lines = following.lines
            elif mark:
                lines = self._add_intervention(lines, mark.value, following)
        self._notes.set_apart(section.heading, lines)

    def _begin_group(self, lines: Sequence[str], type_: str = "") -> None:
        label, rest = after_first(lines)
        self.groups.append(Group(label, prose(rest, self._spaced), type_))

    def _add_intervention(
        self, lines: Sequence[str], type_: str, following: Segment
    ) -> Sequence[str]:
        """Add the intervention whose name ends the lines; return what follows its description."""
        before, name = last_filled(lines)
        if any(before):
            # Lines that are no description belong to a group whose type is not stated.
            self._begin_group(before)
        place, rest = self._find(type_code(type_), name, following)
        if self.groups:
            self.groups[-1].interventions.append(place)
            self._uses[place] += 1
        else:
            what = N_("{words} stands before the first group.")
            self._notes.note(_GROUPS, what, words=quote(name))
        return rest

    def _find(self, type_: str, name: str, following: Segment) -> tuple[int, Sequence[str]]:
        """Return the place of an intervention and what follows its description.

        Interventions may share type and name; then the longest description that fits tells
        them apart, and of equals each is used in turn.
        """
        below = tuple(filled(following.lines))
        places = self._places.setdefault((type_, name), [])[:_MOST_ALIKE]
        fitting = [place for place in places if self._fits(place, below)]
        if fitting:
            place = min(fitting, key=lambda p: (-len(self.interventions[p].lines), self._uses[p]))
            return place, _after_filled(following.lines, len(self.interventions[place].lines))
        rest = self._guessed_rest(following, name)
        description = following.lines[: len(following.lines) - len(rest)]
        if places:
            self._notes.set_apart(name, description)
            return places[0], rest
        self.interventions.append(
            ListedIntervention(
                name, type_, prose(description, self._spaced), tuple(filled(description))
            )
        )
        self._places[type_, name].append(len(self.interventions) - 1)
        return len(self.interventions) - 1, rest

    def _fits(self, place: int, below: tuple[str, ...]) -> bool:
        lines = self.interventions[place].lines
        return below[: len(lines)] == lines

    def _guessed_rest(self, segment: Segment, name: str) -> Sequence[str]:
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
        what = N_("Where the description of {words} ends is not certain.")
        self._notes.note(_GROUPS, what, words=quote(name))
        return _after_filled(lines, 1)

    def _read_unmarked(self, section: PageSection) -> None:
        """Read groups without types and interventions: labels, each with its description."""
        lines = filled(section.lines)
        step = 1 if len(lines) % 2 else 2
        for place in range(0, len(lines), step):
            self._begin_group(lines[place : place + step])
        if lines:
            what = N_("The groups have no types; which lines are labels is not certain.")
            self._notes.note(_GROUPS, what)


def _after_filled(lines: Sequence[str], count: int) -> Sequence[str]:
    """Return the lines after so many filled ones."""
    for place, line in enumerate(lines):
        if count == 0:
            return lines[place:]
        count -= 1 if line else 0
    return ()
