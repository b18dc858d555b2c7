"""The Design tab: how the study is built, by study type."""

from desktop_app.languages import _, pgettext
from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.enrollment import enrollment_and_time_section
from desktop_app.presentation.fields import (
    element,
    existing,
    field_section,
    figure_section,
    if_any,
    present,
    prose_section,
)
from desktop_app.presentation.masking import masking_figure
from desktop_app.presentation.schematic import schematic_figure
from desktop_app.presentation.section import FactGrid, Field, Section
from desktop_app.presentation.wording import (
    all_in_words,
    in_words,
    is_not_applicable,
    phase_of,
    yes_no,
)
from desktop_app.study.base import label
from desktop_app.study.design import (
    BioSpec,
    DesignInfo,
    DesignModule,
    ExpandedAccessTypes,
    MaskingBlock,
)
from desktop_app.study.study import Study


def design_sections(study: Study, context: Context = NOTHING_KNOWN) -> tuple[Section, ...]:
    """Return the Design tab of a study."""
    protocol = study.protocol_section
    design = protocol.design_module
    info = design.design_info
    masking = info.masking_info
    return existing(
        figure_section(_("Schematic"), schematic_figure(study)),
        Section(
            _("Study Design"), (FactGrid(design_facts(design)), *if_any(masking_figure(design)))
        ),
        enrollment_and_time_section(study, context.today),
        prose_section(
            DesignInfo, "intervention_model_description", info.intervention_model_description
        ),
        prose_section(MaskingBlock, "masking_description", masking.masking_description),
        _biospecimens(design.bio_spec),
        prose_section(BioSpec, "description", design.bio_spec.description),
    )


def design_facts(design: DesignModule) -> tuple[Field, ...]:
    """Return the facts that belong to the type of study, in the registry's order."""
    kind = element(DesignModule, "study_type", in_words(design.study_type))
    own = _OWN_ELEMENTS.get(str(design.study_type or ""))
    asked = own(design) if own else ()
    every = (*_interventional(design), *_observational(design), *_expanded_access(design))
    labels = {field.label for field in asked}
    # What the record states although its study type does not ask for it is shown too.
    others = (field for field in present(every) if not is_not_applicable(field.value))
    return (kind, *asked, *(field for field in others if field.label not in labels))


def _interventional(design: DesignModule) -> tuple[Field, ...]:
    info = design.design_info
    masked = info.masking_info
    return (
        element(DesignModule, "phases", phase_of(design)),
        element(DesignInfo, "allocation", in_words(info.allocation)),
        element(DesignInfo, "intervention_model", in_words(info.intervention_model)),
        element(DesignInfo, "primary_purpose", in_words(info.primary_purpose)),
        element(MaskingBlock, "masking", in_words(masked.masking)),
        element(MaskingBlock, "who_masked", who_is_masked(masked)),
    )


def who_is_masked(masking: MaskingBlock) -> str:
    """Return the masked roles, nobody for an open study, empty where nothing is stated."""
    if masking.who_masked:
        return all_in_words(masking.who_masked)
    # Translators: Who is masked in an open study.
    return pgettext("who is masked", "No one") if masking.masking == "NONE" else ""


def _observational(design: DesignModule) -> tuple[Field, ...]:
    info = design.design_info
    fields = [
        element(DesignInfo, "observational_model", in_words(info.observational_model)),
        element(DesignInfo, "time_perspective", in_words(info.time_perspective)),
        element(DesignModule, "patient_registry", yes_no(design.patient_registry)),
    ]
    if design.patient_registry or design.target_duration:
        fields.append(element(DesignModule, "target_duration", design.target_duration or ""))
    return tuple(fields)


def _expanded_access(design: DesignModule) -> tuple[Field, ...]:
    types = design.expanded_access_types
    stated_types = [
        label(ExpandedAccessTypes, name)
        for name in ("individual", "intermediate", "treatment")
        if getattr(types, name)
    ]
    pointing = design.n_ptrs_to_this_exp_acc_nct_id
    return (
        element(DesignModule, "expanded_access_types", "\n".join(stated_types)),
        *present(
            [
                element(
                    DesignModule,
                    "n_ptrs_to_this_exp_acc_nct_id",
                    "" if pointing is None else str(pointing),
                )
            ]
        ),
    )


_OWN_ELEMENTS = {
    "INTERVENTIONAL": _interventional,
    "OBSERVATIONAL": _observational,
    "EXPANDED_ACCESS": _expanded_access,
}
"""What the registry asks a study of each type for."""


def _biospecimens(spec: BioSpec) -> Section | None:
    fields = present([element(BioSpec, "retention", in_words(spec.retention))])
    return field_section(_("Biospecimens"), fields)
