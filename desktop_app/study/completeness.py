"""Whether a record is whole: the registry also gives parts of one, and people keep those."""

from desktop_app.study.base import label
from desktop_app.study.study import ProtocolSection, Study

WHOLE = (
    "identification_module",
    "status_module",
    "sponsor_collaborators_module",
    "description_module",
    "conditions_module",
    "design_module",
    "eligibility_module",
)
"""The modules that every whole record holds: counted over 2,359 of them."""


def lacking_modules(study: Study) -> tuple[str, ...]:
    """Return the titles of the modules that a whole record has and this one has not."""
    present = study.protocol_section.model_fields_set
    return tuple(label(ProtocolSection, module) for module in WHOLE if module not in present)
