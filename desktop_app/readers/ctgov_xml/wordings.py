"""Turns the words of the registry's XML into the codes of its API."""

import re
from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from desktop_app.readers.ctgov_xml.elements import Part
from desktop_app.readers.schema_check import UNKNOWN_TERM
from desktop_app.study.codes import Code
from desktop_app.study.enumerations import (
    AgencyClass,
    DateType,
    DesignAllocation,
    DesignMasking,
    EnrollmentType,
    IpdSharingInfoType,
    Phase,
    PrimaryPurpose,
    Sex,
    WhoMasked,
)
from desktop_app.study.result_enumerations import AnalysisDispersionType, MeasureDispersionType

C = TypeVar("C", bound=Code)

_OTHER_WORDINGS: Mapping[type[Code], Mapping[str, Code]] = {
    AgencyClass: {"U.S. Fed": AgencyClass.FED},
    AnalysisDispersionType: {
        "Standard Error of the Mean": AnalysisDispersionType.STANDARD_ERROR_OF_MEAN
    },
    DateType: {"Anticipated": DateType.ESTIMATED, "Estimate": DateType.ESTIMATED},
    DesignAllocation: {"N/A": DesignAllocation.NA},
    DesignMasking: {
        "Open Label": DesignMasking.NONE,
        "Single Blind": DesignMasking.SINGLE,
        "Double Blind": DesignMasking.DOUBLE,
    },
    EnrollmentType: {
        "Anticipated": EnrollmentType.ESTIMATED,
        "Estimate": EnrollmentType.ESTIMATED,
    },
    IpdSharingInfoType: {
        "Statistical Analysis Plan (SAP)": IpdSharingInfoType.SAP,
        "Informed Consent Form (ICF)": IpdSharingInfoType.ICF,
        "Clinical Study Report (CSR)": IpdSharingInfoType.CSR,
    },
    MeasureDispersionType: {
        "Geometric Coefficient of Variation": MeasureDispersionType.GEOMETRIC_COEFFICIENT
    },
    # Until 2017 the registry called it Phase 0.
    Phase: {"N/A": Phase.NA, "Phase 0": Phase.EARLY_PHASE1},
    PrimaryPurpose: {"Educational/Counseling/Training": PrimaryPurpose.ECT},
    Sex: {"Both": Sex.ALL},
    WhoMasked: {"Subject": WhoMasked.PARTICIPANT, "Caregiver": WhoMasked.CARE_PROVIDER},
}
"""Wordings beside the labels of the code lists: older ones, and longer ones."""


def code_of(part: Part, text: str | None, codes: type[C]) -> C | str | None:
    """Return the code of a wording; one that is not known is kept as it is, and reported."""
    if text is None:
        return None
    code = known_code(text, codes)
    if code is None:
        part.report(UNKNOWN_TERM, term=repr(text))
        return text
    return code


def code_in(part: Part, tag: str, codes: type[C]) -> C | str | None:
    """Return the code that a child element holds."""
    child = part.part(tag)
    return code_of(child, child.own_text, codes)


def known_code(text: str, codes: type[C]) -> C | None:
    """Return the code of a wording, whatever its capitals and its signs, or None."""
    return _by_wording(codes).get(_essence(text))


@cache
def _by_wording(codes: type[C]) -> Mapping[str, C]:
    wordings = {_essence(code.label): code for code in codes}
    others = _OTHER_WORDINGS.get(codes, {})
    wordings |= {_essence(words): codes(code.value) for words, code in others.items()}
    return wordings


def _essence(text: str) -> str:
    return re.sub(r"[^a-z0-9%.]", "", text.lower())
