"""``trialviewer picture``: writes the pictures of studies as files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from desktop_app.command_line.contexts import context_of_record
from desktop_app.command_line.inputs import Inputs, complain
from desktop_app.command_line.options import Options
from desktop_app.errors import ExportError
from desktop_app.export.files import write_whole
from desktop_app.export.pictures.pdf import figure_pdf
from desktop_app.export.pictures.svg import figure_svg
from desktop_app.presentation.figures import figures_of
from desktop_app.presentation.pane import PANES
from desktop_app.presentation.section import Figure
from desktop_app.readers.reading import ReadRecord


def write_pictures(options: Options) -> int:
    """Write the pictures of every study that the inputs mean; 1 where one of them means none."""
    inputs = Inputs(options.directories, complain)
    folder = options.output or Path()
    _make(folder)
    for word in options.inputs:
        for record in inputs.records(word):
            for name, figure in named_figures(record, options.figure):
                target = folder / f"{name}.{options.form}"
                write_whole(target, _content(figure, record, options.form))
                print(target)
    return 1 if inputs.had_fault else 0


def named_figures(record: ReadRecord, wanted: str) -> Iterator[tuple[str, Figure]]:
    """Yield the pictures of a record with names for their files; ``wanted`` is an id, or empty."""
    context = context_of_record(record, date.today())
    number = record.study.protocol_section.identification_module.nct_id or "study"
    seen: dict[str, int] = {}
    for pane in PANES:
        for figure in figures_of(pane.sections(record.study, context)):
            if wanted in ("", figure.id):
                count = seen[figure.id] = seen.get(figure.id, 0) + 1
                yield f"{number}_{figure.id}{f'_{count}' if count > 1 else ''}", figure


def _content(figure: Figure, record: ReadRecord, form: str) -> bytes:
    source = record.study.protocol_section.identification_module.nct_id or record.document.origin
    return figure_pdf(figure, source) if form == "pdf" else figure_svg(figure, source).encode()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = "it is a file" if isinstance(error, FileExistsError) else error.strerror
        raise ExportError(f"The folder {folder} cannot be made: {why}.") from error
