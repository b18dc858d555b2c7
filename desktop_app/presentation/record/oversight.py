"""Which authorities and committees watch over the study."""

from collections.abc import Iterator

from desktop_app.presentation.fields import element
from desktop_app.presentation.section import Field, FieldList, Section
from desktop_app.presentation.wording import yes_no
from desktop_app.study.base import label
from desktop_app.study.oversight import OversightModule
from desktop_app.study.study import ProtocolSection

_ASKED_OF_ALL = ("oversight_has_dmc", "is_fda_regulated_drug", "is_fda_regulated_device")


def oversight_section(module: OversightModule) -> tuple[Section, ...]:
    """Return the answers, of which some are asked of some studies only; nothing without any."""
    if all(getattr(module, name) is None for name in OversightModule.model_fields):
        return ()
    title = label(ProtocolSection, "oversight_module")
    return (Section(title, (FieldList(tuple(_fields(module))),), is_aside=True),)


def _fields(module: OversightModule) -> Iterator[Field]:
    for name in OversightModule.model_fields:
        answer = yes_no(getattr(module, name))
        if answer or name in _ASKED_OF_ALL:
            yield element(OversightModule, name, answer)
