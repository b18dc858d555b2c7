"""``trialviewer picture``: writes the pictures of studies as files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from desktop_app.command_line.contexts import sources_of
from desktop_app.command_line.inputs import Inputs, complain
from desktop_app.command_line.options import Options
from desktop_app.command_line.targets import Targets
from desktop_app.export.pictures.pdf import figure_pdf
from desktop_app.export.pictures.svg import figure_svg
from desktop_app.export.source import Source
from desktop_app.presentation.figures import figures_of
from desktop_app.presentation.pane import PANES
from desktop_app.presentation.section import Figure


def write_pictures(options: Options) -> int:
    """Write the pictures of every study that the inputs mean; 1 where one of them means none."""
    inputs = Inputs(options.directories, complain)
    targets = Targets(options.inputs)
    folder = options.output or Path()
    for source in sources_of(inputs, options.inputs, date.today()):
        for figure in _figures(source, options.figure):
            usual = folder / f"{source.file_stem}_{figure.id}.{options.form}"
            target = targets.free(usual)
            targets.write(target, _content(figure, source, options.form))
            print(target)
    return 1 if inputs.had_fault else 0


def _figures(source: Source, wanted: str) -> Iterator[Figure]:
    """Yield the pictures of a record; ``wanted`` is an id, or empty for all."""
    for pane in PANES:
        for figure in figures_of(pane.sections(source.study, source.context)):
            if wanted in ("", figure.id):
                yield figure


def _content(figure: Figure, source: Source, form: str) -> bytes:
    named = source.nct_id or source.document_name
    return figure_pdf(figure, named) if form == "pdf" else figure_svg(figure, named).encode()
