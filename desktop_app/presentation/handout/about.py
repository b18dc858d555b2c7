"""What a study tests, why, and whether it is open, in a reader's questions."""

from datetime import date

from desktop_app.conventions import date_text
from desktop_app.languages import _
from desktop_app.presentation.brief.facts import is_expanded_access, is_observational
from desktop_app.presentation.fields import prose, stated
from desktop_app.presentation.glossary import explain
from desktop_app.presentation.section import Field, FieldList, Paragraph, Section
from desktop_app.presentation.status import status_look
from desktop_app.presentation.wording import age_of_record, in_words, intervention_title, phase_of
from desktop_app.study.study import ProtocolSection, Study
from desktop_app.study.summary import record_date


def what_section(protocol: ProtocolSection) -> Section:
    """Return what is tested, and in which condition."""
    design = protocol.design_module
    conditions = "\n".join(protocol.conditions_module.conditions)
    fields = [
        stated(_("Condition or disease"), conditions),
        stated(_("Interventions"), _interventions(protocol)),
        stated(_("Study type"), _explained(in_words(design.study_type))),
    ]
    if design.phases:
        fields.append(Field(_("Phase"), _explained(phase_of(design))))
    return Section(_what(protocol), (FieldList(tuple(fields)),))


def _is_trial(protocol: ProtocolSection) -> bool:
    design = protocol.design_module
    return not (is_observational(design) or is_expanded_access(design))


def _what(protocol: ProtocolSection) -> str:
    if is_expanded_access(protocol.design_module):
        return _("What is offered?")
    return _("What is being tested?") if _is_trial(protocol) else _("What is being studied?")


def _interventions(protocol: ProtocolSection) -> str:
    interventions = protocol.arms_interventions_module.interventions
    return "\n".join(intervention_title(one.type, one.name) for one in interventions)


def _explained(words: str) -> str:
    """Return a term of the registry with its plain meaning in a line below."""
    return "\n".join(part for part in (words, explain(words)) if part)


def why_section(protocol: ProtocolSection) -> Section:
    """Return the brief summary as the record has it."""
    text = protocol.description_module.brief_summary
    return Section(_("Why is it done?"), prose(text) or (Paragraph(_("Not stated.")),))


def open_section(study: Study, today: date) -> Section:
    """Return the status in the registry's word and in plain ones, with the age of the record."""
    status = study.protocol_section.status_module
    look = status_look(status.overall_status)
    shown = f"{look}\n{explain(look.word)}".strip() if status.overall_status else ""
    fields = [stated(_("Status"), shown)]
    if status.last_known_status:
        fields.append(Field(_("Last known status"), in_words(status.last_known_status)))
    if status.why_stopped:
        fields.append(Field(_("Why it stopped"), status.why_stopped.plain.strip()))
    return Section(
        _("Is it open now?"), (FieldList(tuple(fields)), Paragraph(_as_of(study, today)))
    )


def _as_of(study: Study, today: date) -> str:
    version = record_date(study)
    if version is None:
        return _("The record does not say how old it is. Ask the study team how things stand now.")
    age = age_of_record(version.last_day, today)
    words = _(
        "So says the record of {date} ({age}). It may have changed since: ask the study team."
    )
    return words.format(date=date_text(version), age=age)
