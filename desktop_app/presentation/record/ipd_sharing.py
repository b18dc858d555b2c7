"""What of the participants' data will be shared."""

from desktop_app.presentation.fields import element, present, prose_section
from desktop_app.presentation.section import Block, FieldList, Link, Section
from desktop_app.presentation.wording import all_in_words, in_words
from desktop_app.study.base import label
from desktop_app.study.ipd_sharing import IpdSharingStatementModule
from desktop_app.study.study import ProtocolSection

_TEXTS = ("description", "time_frame", "access_criteria")


def ipd_sharing_section(module: IpdSharingStatementModule) -> tuple[Section, ...]:
    """Return the whole statement; nothing where the record makes none."""
    model = IpdSharingStatementModule
    fields = present(
        (
            element(model, "ipd_sharing", in_words(module.ipd_sharing)),
            element(model, "info_types", all_in_words(module.info_types)),
        )
    )
    blocks: list[Block] = [FieldList(fields)] if fields else []
    if module.url:
        blocks.append(Link(label(model, "url"), module.url))
    texts = (prose_section(model, name, getattr(module, name)) for name in _TEXTS)
    blocks += (text for text in texts if text is not None)
    title = label(ProtocolSection, "ipd_sharing_statement_module")
    return (Section(title, tuple(blocks)),) if blocks else ()
