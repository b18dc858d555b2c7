"""Which arm groups get which interventions, as the record's labels join them."""

from dataclasses import dataclass

from desktop_app.study.arms_interventions import ArmGroup, ArmsInterventionsModule, Intervention
from desktop_app.study.codes import code_label


@dataclass(frozen=True, slots=True)
class Assignment:
    """The join of arm groups and interventions, both ways, in the record's order."""

    by_arm: tuple[tuple[ArmGroup, tuple[Intervention, ...]], ...]
    by_intervention: tuple[tuple[Intervention, tuple[ArmGroup, ...]], ...]

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


def assign(module: ArmsInterventionsModule) -> Assignment:
    """Join arm groups and interventions.

    An intervention lists the titles of its arms, an arm the names of its interventions as
    ``Type: Name``; either side may lack its list, so a link that one of them states counts.
    """
    arms, interventions = module.arm_groups, module.interventions
    return Assignment(
        tuple((arm, tuple(one for one in interventions if _linked(arm, one))) for arm in arms),
        tuple((one, tuple(arm for arm in arms if _linked(arm, one))) for one in interventions),
    )


def _linked(arm: ArmGroup, intervention: Intervention) -> bool:
    if arm.label is not None and arm.label in intervention.arm_group_labels:
        return True
    kind = code_label(intervention.type) if intervention.type else ""
    return f"{kind}: {intervention.name}" in arm.intervention_names
