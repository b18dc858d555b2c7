"""Which arm groups get which interventions, as the record's labels join them."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from desktop_app.study.arms_interventions import ArmGroup, ArmsInterventionsModule, Intervention
from desktop_app.study.codes import registry_label


@dataclass(frozen=True, slots=True)
class Assignment:
    """The join of arm groups and interventions, both ways, in the record's order."""

    by_arm: tuple[tuple[ArmGroup, tuple[Intervention, ...]], ...]
    by_intervention: tuple[tuple[Intervention, tuple[ArmGroup, ...]], ...]
    links: tuple[tuple[int, int], ...] = ()
    """The pairs of an arm group and an intervention that belong together, by their places."""

    @property
    def arms(self) -> tuple[ArmGroup, ...]:
        """Return the arm groups."""
        return tuple(arm for arm, _ in self.by_arm)

    @property
    def arms_without_intervention(self) -> tuple[ArmGroup, ...]:
        """Return the arm groups for which the record names no intervention."""
        return tuple(arm for arm, given in self.by_arm if not given and not arm.intervention_names)

    @property
    def interventions_without_arm(self) -> tuple[Intervention, ...]:
        """Return the interventions that no arm group gets."""
        return tuple(one for one, arms in self.by_intervention if not arms)

    @property
    def unknown_arm_labels(self) -> tuple[tuple[Intervention, str], ...]:
        """Return the titles that interventions name and no arm group has."""
        known = {arm.label for arm in self.arms}
        return tuple(
            (one, label)
            for one, _ in self.by_intervention
            for label in dict.fromkeys(one.arm_group_labels)
            if label not in known
        )

    @property
    def unknown_intervention_names(self) -> tuple[tuple[ArmGroup, str], ...]:
        """Return the names that arm groups give and no intervention has."""
        known = {_name_in_arms(one) for one, _ in self.by_intervention}
        return tuple(
            (arm, name)
            for arm in self.arms
            for name in dict.fromkeys(arm.intervention_names)
            if name not in known
        )

    @property
    def shared_arm_labels(self) -> tuple[tuple[str, int], ...]:
        """Return the titles that several arm groups have, with how many."""
        counts = Counter(arm.label for arm in self.arms if arm.label)
        return tuple((label, count) for label, count in counts.items() if count > 1)


def assign(module: ArmsInterventionsModule) -> Assignment:
    """Join arm groups and interventions.

    An intervention lists the titles of its arms, an arm the names of its interventions as
    ``Type: Name``; either side may lack its list, so a link that one of them states counts. A title
    that several arms share tells nothing where those arms name their interventions themselves.
    """
    arms, interventions = module.arm_groups, module.interventions
    links = _links(arms, interventions)
    of_arm, of_intervention = defaultdict(list), defaultdict(list)
    for arm, intervention in sorted(links):
        of_arm[arm].append(interventions[intervention])
        of_intervention[intervention].append(arms[arm])
    return Assignment(
        tuple((arm, tuple(of_arm[place])) for place, arm in enumerate(arms)),
        tuple((one, tuple(of_intervention[place])) for place, one in enumerate(interventions)),
        tuple(sorted(links)),
    )


def _links(
    arms: tuple[ArmGroup, ...], interventions: tuple[Intervention, ...]
) -> set[tuple[int, int]]:
    """Return the pairs of places of an arm group and an intervention that belong together."""
    titled, naming = _places_of_arms(arms)
    links: set[tuple[int, int]] = set()
    for place, intervention in enumerate(interventions):
        for label in set(intervention.arm_group_labels):
            links.update((arm, place) for arm in titled[label])
        links.update((arm, place) for arm in naming[_name_in_arms(intervention)])
    return links


def _name_in_arms(intervention: Intervention) -> str:
    # The arms of a record have the registry's own words, in whatever language they are shown.
    kind = registry_label(intervention.type) if intervention.type else ""
    return f"{kind}: {intervention.name}"


def other_names(arm: ArmGroup, given: tuple[Intervention, ...]) -> tuple[str, ...]:
    """Return what an arm group names beside the interventions that belong to it."""
    known = {
        " ".join(name.split()) for one in given for name in (_name_in_arms(one), one.name or "")
    }
    names = dict.fromkeys(arm.intervention_names)
    return tuple(name for name in names if " ".join(name.split()) not in known)


def _places_of_arms(
    arms: tuple[ArmGroup, ...],
) -> tuple[defaultdict[str, list[int]], defaultdict[str, list[int]]]:
    """Return the arm groups by the titles that tell them apart, and by what they name."""
    titled: defaultdict[str, list[int]] = defaultdict(list)
    naming: defaultdict[str, list[int]] = defaultdict(list)
    shared = Counter(arm.label for arm in arms)
    for place, arm in enumerate(arms):
        if arm.label is not None and (shared[arm.label] == 1 or not arm.intervention_names):
            titled[arm.label].append(place)
        for name in set(arm.intervention_names):
            naming[name].append(place)
    return titled, naming
