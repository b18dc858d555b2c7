"""``trialviewer show``: prints what the tabs show."""

import dataclasses
import json
from datetime import date

from desktop_app.analysis.checks import notices, record_notices
from desktop_app.command_line.complaints import complain
from desktop_app.command_line.contexts import context_of_record
from desktop_app.command_line.inputs import Inputs
from desktop_app.command_line.options import Options
from desktop_app.conventions import Form, following
from desktop_app.export.about import marks_of
from desktop_app.export.text import printable, to_text
from desktop_app.languages import ENGLISH, _, speaking_aside
from desktop_app.presentation.header import StudyHeader, study_header
from desktop_app.presentation.pane import PANES
from desktop_app.readers.reading import Oddity, ReadRecord


def show_studies(options: Options) -> int:
    """Print every study that the inputs mean; 1 where one of them means none."""
    inputs = Inputs(options.directories, complain)
    for word in options.inputs:
        for record in inputs.records(word):
            if options.as_json:
                print(_as_json(record, options.panes))
            else:
                print(printable(_as_text(record, options.panes)))
                _tell_oddities(record.oddities)
    return 1 if inputs.had_fault else 0


def _as_text(record: ReadRecord, pane_ids: tuple[str, ...]) -> str:
    study, today = record.study, date.today()
    context = context_of_record(record, today)
    left_out = [oddity.told for oddity in record.oddities if oddity.leaves_out]
    parts = [_header_text(study_header(study))]
    told = (*record_notices(study, left_out), *notices(study, today))
    parts += [f"! {notice.text}" for notice in told]
    for pane in PANES:
        if pane.id in pane_ids:
            parts.append(f"\n## {pane.title}\n\n{to_text(pane.sections(study, context))}")
    return "\n".join(parts)


def _tell_oddities(oddities: tuple[Oddity, ...]) -> None:
    for oddity in oddities:
        complain(printable(_("odd: {oddity}").format(oddity=oddity)))


def _header_text(header: StudyHeader) -> str:
    lines = (" · ".join(marks_of(header)), header.title, " · ".join(header.facts))
    return "\n".join(lines)


def _plain(value: object) -> object:
    """Return parts of sections as JSON has them; how a picture is drawn is left out."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if dataclasses.is_dataclass(value):
        names = (field.name for field in dataclasses.fields(value))
        return {name: _plain(getattr(value, name)) for name in names if name != "draw"}
    return value


def _as_json(record: ReadRecord, pane_ids: tuple[str, ...]) -> str:
    """Return the tabs for other programs: they are the same whatever is spoken here."""
    with speaking_aside(ENGLISH), following(Form.RECORD):
        return _told_as_json(record, pane_ids)


def _told_as_json(record: ReadRecord, pane_ids: tuple[str, ...]) -> str:
    study, context = record.study, context_of_record(record, date.today())
    panes = [
        {
            "id": pane.id,
            "title": pane.title,
            "sections": [_plain(section) for section in pane.sections(study, context)],
        }
        for pane in PANES
        if pane.id in pane_ids
    ]
    nct_id = study.protocol_section.identification_module.nct_id
    return json.dumps({"nct_id": nct_id, "panes": panes}, indent=2)
