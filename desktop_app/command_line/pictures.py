"""``trialviewer picture``: writes the pictures of studies as files."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from desktop_app.command_line.complaints import complain
from desktop_app.command_line.contexts import sources_of
from desktop_app.command_line.inputs import Inputs
from desktop_app.command_line.options import Options
from desktop_app.command_line.targets import Targets
from desktop_app.export.pictures.pdf import figure_pdf
from desktop_app.export.pictures.svg import figure_svg
from desktop_app.export.source import Source
from desktop_app.languages import _
from desktop_app.presentation.figures import figures_of
from desktop_app.presentation.pane import PANES
from desktop_app.presentation.section import Figure
from desktop_app.punctuation import listed


def write_pictures(options: Options) -> int:
    """Write the pictures of every study that the inputs mean.

    The exit code is 1 where an input means no study, or a study has no picture of the name.
    """
    inputs = Inputs(options.directories, complain)
    targets = Targets(options.inputs)
    folder = options.output or Path()
    for source in sources_of(inputs, options.inputs, date.today()):
        figures = tuple(_figures(source))
        wanted = [one for one in figures if options.figure in ("", one.id)]
        if not wanted:
            # Nothing is amiss where a study has no pictures and none is named.
            tell = inputs.fault if options.figure else inputs.complain
            tell(_none_words(source, options.figure, figures))
        for figure in wanted:
            usual = folder / f"{source.file_stem}_{figure.id}.{options.form}"
            target = targets.free(usual)
            targets.write(target, _content(figure, source, options.form))
            print(target)
    return 1 if inputs.had_fault else 0


def _figures(source: Source) -> Iterator[Figure]:
    for pane in PANES:
        yield from figures_of(pane.sections(source.study, source.context))


def _none_words(source: Source, wanted: str, figures: Iterable[Figure]) -> str:
    names = dict.fromkeys(figure.id for figure in figures)
    if not names:
        return _("{study} has no pictures.").format(study=_name(source))
    words = _("{study} has no picture “{name}”. It has: {names}.")
    return words.format(study=_name(source), name=wanted, names=listed(names))


def _name(source: Source) -> str:
    return source.nct_id or source.document_name


def _content(figure: Figure, source: Source, form: str) -> bytes:
    named = _name(source)
    return figure_pdf(figure, named) if form == "pdf" else figure_svg(figure, named).encode()
