"""Reads what is given and measured in a study, and who can take part."""

from desktop_app.languages import N_
from desktop_app.readers.ctgov_xml.elements import Part
from desktop_app.readers.ctgov_xml.markup import markup, textblock
from desktop_app.readers.ctgov_xml.values import Held, age_of, flag_of, held, number_of
from desktop_app.readers.ctgov_xml.wordings import code_in, code_of
from desktop_app.study.codes import code_label
from desktop_app.study.enumerations import ArmGroupType, InterventionType, SamplingMethod, Sex


def arms_interventions(study: Part) -> Held:
    """Read arms and interventions, and join them by the arms' labels."""
    interventions = tuple(_intervention(part) for part in study.parts("intervention"))
    arms = tuple(_arm_group(part, interventions) for part in study.parts("arm_group"))
    for tag in ("number_of_arms", "number_of_groups"):
        count = number_of(study, tag)
        if count not in (None, len(arms)):
            what = N_("says {count}; the record describes {found}")
            study.part(tag).report(what, count=str(count), found=len(arms))
    return held(arm_groups=arms, interventions=interventions)


def _intervention(part: Part) -> Held:
    return held(
        type=code_in(part, "intervention_type", InterventionType),
        name=part.text("intervention_name"),
        description=markup(part, "description"),
        arm_group_labels=part.texts("arm_group_label"),
        other_names=part.texts("other_name"),
    )


def _arm_group(part: Part, interventions: tuple[Held, ...]) -> Held:
    label = part.text("arm_group_label")
    return held(
        label=label,
        type=code_in(part, "arm_group_type", ArmGroupType),
        description=markup(part, "description"),
        intervention_names=tuple(
            _typed_name(intervention)
            for intervention in interventions
            if label is not None and label in _labels(intervention)
        ),
    )


def _labels(intervention: Held) -> tuple[object, ...]:
    labels = intervention.get("arm_group_labels")
    return labels if isinstance(labels, tuple) else ()


def _typed_name(intervention: Held) -> str:
    """Return ``Drug: Aspirin``, the form in which the registry's API names interventions."""
    kind, name = intervention.get("type"), intervention.get("name")
    words = (code_label(kind) if isinstance(kind, str) else None, name)
    return ": ".join(str(word) for word in words if word)


def outcomes(study: Part) -> Held:
    """Read the outcomes as they were planned."""
    return held(
        primary_outcomes=tuple(_outcome(part) for part in study.parts("primary_outcome")),
        secondary_outcomes=tuple(_outcome(part) for part in study.parts("secondary_outcome")),
        other_outcomes=tuple(_outcome(part) for part in study.parts("other_outcome")),
    )


def _outcome(part: Part) -> Held:
    return held(
        measure=part.text("measure"),
        description=markup(part, "description"),
        time_frame=part.text("time_frame"),
    )


def eligibility(study: Part) -> Held:
    """Read who can take part."""
    part = study.part("eligibility")
    gender = part.part("gender")
    return held(
        eligibility_criteria=textblock(part, "criteria"),
        healthy_volunteers=flag_of(part, "healthy_volunteers"),
        sex=code_of(gender, gender.own_text, Sex),
        gender_based=flag_of(part, "gender_based"),
        gender_description=markup(part, "gender_description"),
        minimum_age=age_of(part, "minimum_age"),
        maximum_age=age_of(part, "maximum_age"),
        study_population=textblock(part, "study_pop"),
        sampling_method=code_in(part, "sampling_method", SamplingMethod),
    )
