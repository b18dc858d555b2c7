"""How elements are put in words; one place, so that screen, paper and text say the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Protocol

from desktop_app.conventions import date_text, number_text
from desktop_app.languages import N_, _, ngettext, pgettext
from desktop_app.punctuation import labelled, listed
from desktop_app.study.codes import code_label, code_within
from desktop_app.study.listed_codes import InterventionType, Phase, Sex, StudyType

if TYPE_CHECKING:
    # What lists of studies say needs no models, which take long to load.
    from desktop_app.study.date_structs import DateStruct, PartialDateStruct
    from desktop_app.study.design import DesignModule, MaskingBlock

NOT_STATED = N_("Not stated")
NO_LIMIT = N_("No limit")
NOT_APPLICABLE = N_("Not applicable")
_UNKNOWN_ENROLLMENT = 99_999_999
"""The registry's old sentinel for an enrollment that nobody knew."""


def not_stated() -> str:
    """Return the words for what a record does not state."""
    return _(NOT_STATED)


def is_stated(words: str) -> bool:
    """Tell whether words say something, and not only that a record does not state it."""
    return words not in ("", _(NOT_STATED))


def is_not_applicable(words: str) -> bool:
    """Tell whether words say that something does not apply."""
    return words == _(NOT_APPLICABLE)


def in_words(code: str | None) -> str:
    """Return a code in words, empty where there is none."""
    return code_label(code) if code else ""


def within(code: str | None) -> str:
    """Return a code in words as it stands within a sentence, empty where there is none."""
    return code_within(code) if code else ""


def role_label(role: str | None, otherwise: str) -> str:
    """Return a role as a label, written as the registry writes its labels: ``Study Chair``."""
    words = in_words(role) or otherwise
    # Translators: Whether each word of a label begins with a capital, as in English: yes or no.
    if pgettext("each word of a label is capitalized", "yes") != "yes":
        return words
    return " ".join(word[:1].upper() + word[1:] for word in words.split(" "))


def all_in_words(codes: Iterable[str]) -> str:
    """Return several codes in words, as a list."""
    return listed(map(code_label, codes))


def all_within(codes: Iterable[str]) -> str:
    """Return several codes as a list within a sentence."""
    return listed(map(code_within, codes))


def yes_no(value: bool | None) -> str:
    """Return Yes or No, empty where nothing is stated."""
    return "" if value is None else _("Yes") if value else _("No")


def grouped(number: int) -> str:
    """Return a number that we counted, from five digits on with something at the thousands."""
    return number_text(number)


def phase_words(phases: Iterable[str]) -> str:
    """Return the phases as the registry writes two of them: ``Phase 1/Phase 2``."""
    return "/".join(code_label(phase) for phase in phases)


def phase_of(design: DesignModule) -> str:
    """Return the phase, or why there is none."""
    if has_phase(design):
        return phase_words(design.phases)
    return _(NOT_STATED) if is_phase_missing(design) else _(NOT_APPLICABLE)


def has_phase(design: DesignModule) -> bool:
    """Tell whether a phase is stated, and not that there is none."""
    return bool(design.phases) and design.phases != (Phase.NA,)


def is_phase_missing(design: DesignModule) -> bool:
    """Tell whether a phase should be stated and is not."""
    return not design.phases and design.study_type in (None, StudyType.INTERVENTIONAL)


class Enrolled(Protocol):
    """How many take part, and whether that is planned or actual."""

    @property
    def count(self) -> int | None: ...

    @property
    def type(self) -> str | None: ...


def is_enrollment_stated(enrollment: Enrolled) -> bool:
    """Tell whether a number of participants is stated; an old mark for an unknown one is none."""
    return enrollment.count is not None and enrollment.count != _UNKNOWN_ENROLLMENT


def enrollment_of(design: DesignModule) -> tuple[str, str]:
    """Return enrollment and kind; an expanded access record enrolls nobody into a study."""
    if design.enrollment_info.count is None and design.study_type == StudyType.EXPANDED_ACCESS:
        return _(NOT_APPLICABLE), ""
    return enrollment_words(design.enrollment_info)


def enrollment_words(enrollment: Enrolled) -> tuple[str, str]:
    """Return the number of participants and its kind: ``("12", "estimated")``."""
    if enrollment.count is None:
        return _(NOT_STATED), ""
    number = grouped(enrollment.count)
    if enrollment.count == _UNKNOWN_ENROLLMENT:
        note = _("the record holds {number}, the registry's mark for an unknown number")
        return _(NOT_STATED), note.format(number=number)
    return number, within(enrollment.type) or _("type not stated")


def participants_counted(count: int) -> str:
    """Return a number of participants: ``12 participants``."""
    return ngettext("{count} participant", "{count} participants", count).format(
        count=grouped(count)
    )


def sites_counted(count: int) -> str:
    """Return a number of sites: ``12 sites``."""
    return ngettext("{count} site", "{count} sites", count).format(count=grouped(count))


def sites_and_open(count: int, open_count: int) -> str:
    """Return a number of sites, and how many of them are open: ``12 sites, 3 open``."""
    # Translators: {sites} is "12 sites"; {count} of them are open.
    said = ngettext("{sites}, {count} open", "{sites}, {count} open", open_count)
    return said.format(sites=sites_counted(count), count=grouped(open_count))


def date_words(struct: PartialDateStruct | DateStruct) -> tuple[str, str]:
    """Return a date and its kind: ``("2026-06", "estimated")``."""
    if struct.date is None:
        return _(NOT_STATED), ""
    return date_text(struct.date), within(struct.type)


def masking_words(masking: MaskingBlock) -> str:
    """Return the masking with who is masked: ``Double: participant, investigator``."""
    if not masking.masking:
        return _(NOT_STATED)
    who = all_within(masking.who_masked)
    kind = code_label(masking.masking)
    return labelled(kind, who) if who else kind


def sex_words(sex: str | None) -> str:
    """Return who can take part by sex."""
    if not sex:
        return _(NOT_STATED)
    return _("All sexes") if sex == Sex.ALL else code_label(sex)


def intervention_title(kind: str | None, name: str | None) -> str:
    """Return an intervention as arms name it: ``Drug: Aspirin``."""
    title = name or _(NOT_STATED)
    if not kind:
        return title
    return labelled(code_label(InterventionType.__members__.get(kind, kind)), title)


def age_of_record(record_date: date, today: date) -> str:
    """Return how long ago a version of a record was made: ``353 days ago``."""
    days = (today - record_date).days
    if days < 0:
        return _("dated in the future")
    if days == 0:
        return _("of today")
    if days < 731:
        return ngettext("{count} day ago", "{count} days ago", days).format(count=days)
    years = days // 365
    return ngettext("{count} year ago", "{count} years ago", years).format(count=years)
