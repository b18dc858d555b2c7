"""``trialviewer export``: writes records in other forms than paper."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from desktop_app.command_line.complaints import complain
from desktop_app.command_line.contexts import SUFFIXES, sources_of
from desktop_app.command_line.inputs import Inputs
from desktop_app.command_line.options import STANDARD_OUTPUT, Options
from desktop_app.command_line.targets import Targets, is_folder
from desktop_app.export.outputs import Output, output_of
from desktop_app.export.source import Source
from desktop_app.languages import _


def export_studies(options: Options) -> int:
    """Write every study that the inputs mean; 1 where one of them means none."""
    inputs = Inputs(options.directories, complain)
    output = output_of(options.form)
    place = options.output or Path()
    targets = Targets(options.inputs)
    is_one = _is_one_file(output, place)
    if is_one and targets.is_an_input(place):
        complain(_("{file} is one of the records. Choose another name.").format(file=place))
        return 2
    sources = sources_of(inputs, options.inputs, date.today())
    if output.takes_several:
        _gather(output, sources, place, is_one, targets)
    elif not _write_each(output, sources, place, is_one, targets, options.panes):
        return 2
    return 1 if inputs.had_fault else 0


def _is_one_file(output: Output, place: Path) -> bool:
    """Tell whether a file was named; any name that does not end like one is a folder's."""
    if place == STANDARD_OUTPUT:
        return True
    endings = {output.suffix} if output.suffix else set(SUFFIXES.values())
    return place.suffix.lower() in endings and not is_folder(place)


def _gather(
    output: Output, sources: Iterator[Source], place: Path, is_one: bool, targets: Targets
) -> None:
    """Write all studies into one file; none where there is no study."""
    first = next(sources, None)
    if first is None:
        return
    content = output.make(chain((first,), sources), ())
    usual = place if is_one else place / output.gathered_name(first.context.today)
    _put(usual if is_one else targets.free(usual), content, targets)


def _write_each(
    output: Output,
    sources: Iterator[Source],
    place: Path,
    is_one: bool,
    targets: Targets,
    pane_ids: tuple[str, ...],
) -> bool:
    """Write a file for each study; tell whether all of them had a place."""
    for number, source in enumerate(sources):
        if is_one and number:
            complain(
                _("{file} holds a study already. Name a folder for several studies.").format(
                    file=place
                )
            )
            return False
        target = place if is_one else targets.free(place / output.file_name(source))
        _put(target, output.make((source,), pane_ids), targets)
    return True


def _put(target: Path, content: bytes, targets: Targets) -> None:
    targets.write(target, content)
    if target != STANDARD_OUTPUT:
        print(target)
