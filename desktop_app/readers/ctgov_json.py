"""Reads a study of the ClinicalTrials.gov API, version 2."""

from pydantic import ValidationError

from desktop_app.errors import RecordFormatError
from desktop_app.languages import N_, _
from desktop_app.readers.encodings import to_utf8
from desktop_app.readers.json_values import JsonObject, parse_json
from desktop_app.readers.reading import Oddity
from desktop_app.readers.schema_check import unknown_elements
from desktop_app.readers.unreadable import remove_unreadable
from desktop_app.study.codes import UNKNOWN_CODES
from desktop_app.study.study import Study

_MOST_UNREADABLE = 5_000
_PASSES = 8
"""How often unreadable values are taken out before a record is given up; one pass is usual."""
_OTHER_KINDS = {
    "usdmVersion": N_(
        "It is a protocol of the CDISC study definitions (USDM), which this version does not read."
    ),
    "ctStatus": N_("It is a record of the EU register CTIS, which this version does not read."),
    "isrctn": N_("It is a record of the ISRCTN registry, which this version does not read."),
    "a2_eudract_number": N_(
        "It is a record of the EU Clinical Trials Register, which this version does not read."
    ),
}
"""What else people keep as JSON, by an element that it alone has."""


def read_ctgov_json(content: bytes) -> tuple[Study, tuple[Oddity, ...]]:
    """Read one study, tolerantly.

    Unknown elements and codes are kept; values that cannot be read, such as a date in words, are
    left out of the study; all of them are told as oddities. Raises RecordFormatError where the
    content is not a study at all.
    """
    value, oddities = parse_json(to_utf8(content))
    raw = _study_object(value)
    context: dict[str, list[str]] = {}
    study = _validated(raw, context, oddities)
    codes = frozenset(context.get(UNKNOWN_CODES, ()))
    return study, (*oddities, *unknown_elements(raw, codes))


def get_ready() -> None:
    """Build what validates studies, which the first of them would wait for."""
    Study.model_rebuild()


def _study_object(value: object) -> JsonObject:
    if not isinstance(value, dict):
        raise RecordFormatError(_("It is JSON, but not an object with a study in it."))
    if "protocolSection" in value:
        return value
    if "FullStudy" in value or "FullStudiesResponse" in value:
        raise RecordFormatError(
            _("It is of the registry's old API (version 1). Download the study again as JSON.")
        )
    other = next((kind for key, kind in _OTHER_KINDS.items() if key in value), None)
    if other is not None:
        raise RecordFormatError(_(other))
    raise RecordFormatError(
        _("It is JSON, but not a study of ClinicalTrials.gov: it has no protocolSection.")
    )


def _validated(raw: JsonObject, context: dict[str, list[str]], oddities: list[Oddity]) -> Study:
    for _pass in range(_PASSES):
        context.clear()
        try:
            return Study.model_validate(raw, context=context)
        except ValidationError as error:
            if error.error_count() > _MOST_UNREADABLE:
                break
            oddities += remove_unreadable(raw, error)
    raise RecordFormatError(_("Too many of its values are not of the registry's form."))
